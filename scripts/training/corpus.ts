import { readFileSync } from 'node:fs';

/** A name in a text: from `start` to `end` (UTF-16 code units), of a kind. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'PER' | 'LOC' | 'ORG' | 'MISC';
}

export interface GoldText {
  readonly text: string;
  readonly spans: readonly GoldSpan[];
  readonly language: Language;
}

export type Language = 'da' | 'nb' | 'nn' | 'sv' | 'en' | 'de';

/** Reads sentences of `token, tab, tag` and joins the tokens to running text with the spans marked. */
export function readCorpus(path: string, language: Language): GoldText[] {
  const texts: GoldText[] = [];
  let tokens: { word: string; tag: string }[] = [];
  const flush = (): void => {
    if (tokens.length > 0) texts.push(joined(tokens, language));
    tokens = [];
  };
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, tag] = line.split('\t');
    if (!word || !tag) flush();
    else tokens.push({ word, tag });
  }
  flush();
  return texts;
}

const TIGHT_BEFORE = /^(?:[.,;:!?%)\]}”’]|'s|n't|\.\.\.)$/;
const TIGHT_AFTER = /^[([{„“#@]$/;

/** Spaces where people put them: none before a comma; quotation marks in turn open and close. */
function joined(tokens: readonly { word: string; tag: string }[], language: Language): GoldText {
  let text = '';
  let tight = true;
  let quoteOpen = false;
  const spans: GoldSpan[] = [];
  let open = { start: 0, end: 0, kind: '' };
  const close = (): void => {
    const { start, end, kind } = open;
    if (isKind(kind)) spans.push({ start, end, kind });
    open = { start: 0, end: 0, kind: '' };
  };
  for (const { word, tag } of tokens) {
    const quote = word === '"';
    const closing = quote && quoteOpen;
    if (!tight && !closing && !TIGHT_BEFORE.test(word)) text += ' ';
    const start = text.length;
    text += word;
    const kind = tag.slice(2);
    if (tag.startsWith('I-') && open.kind === kind) open.end = text.length;
    else {
      close();
      if (tag !== 'O') open = { start, end: text.length, kind };
    }
    tight = TIGHT_AFTER.test(word) || (quote && !quoteOpen);
    if (quote) quoteOpen = !quoteOpen;
  }
  close();
  return { text, spans, language };
}

function isKind(kind: string): kind is GoldSpan['kind'] {
  return kind === 'PER' || kind === 'LOC' || kind === 'ORG' || kind === 'MISC';
}
