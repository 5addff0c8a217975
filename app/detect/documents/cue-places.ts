import { type CueList, CUES, cuePhrases } from './document-cues.ts';
import { type SignStrengths, signsIn } from './signs.ts';

/** What a text shows: the strength of each cue by its number in `CUES`, and the signs. */
export interface CuesMet {
  readonly cues: ReadonlyMap<number, number>;
  readonly signs: SignStrengths;
}

/** Reads a text's beginning and end for cues. Linear in the length of the text. @param name the file's, weak evidence */
export function cuesIn(text: string, name: string): CuesMet {
  const { matcher, lists } = cuePhrases();
  const titleEnd = endOfTitles(text);
  /** For each cue, how strongly each of its phrases was met. */
  const met = new Map<number, Map<number, number>>();
  const words = { template: 0, guide: 0, advice: 0 };
  const meet = (phrase: number, cue: number, strength: number): void => {
    const phrases = met.get(cue) ?? new Map<number, number>();
    met.set(cue, phrases.set(phrase, Math.max(strength, phrases.get(phrase) ?? 0)));
  };
  matcher.visit(text, (phrase, start, end) => {
    const inTitle = start < titleEnd && isShortLine(text, start);
    let label: boolean | null = null;
    for (const list of lists[phrase] ?? []) {
      if ('sign' in list) countSign(words, list.sign, inTitle);
      else {
        const where = CUES[list.cue]?.where;
        if (where === 'label') label ??= isLabel(text, start, end);
        const strength =
          where === 'title' ? titleStrength(inTitle) : where === 'label' && !label ? HALF_SEEN : 1;
        if (strength > 0) meet(phrase, list.cue, strength);
      }
    }
  });
  matcher.visit(name, (phrase) => {
    for (const list of lists[phrase] ?? [])
      if ('cue' in list && CUES[list.cue]?.where === 'title') meet(phrase, list.cue, IN_NAME);
      else if ('sign' in list && list.sign !== 'advice') words[list.sign] += 0.5;
  });
  for (const [cue, { pattern }] of CUES.entries()) {
    if (pattern === undefined) continue;
    const times = Math.min(4, text.match(pattern)?.length ?? 0);
    for (let time = 1; time <= times; time++) meet(-time, cue, 1);
  }
  const thin = Math.min(1, Math.sqrt(WHOLE / Math.max(1, text.length)));
  return {
    cues: new Map([...met].map(([cue, phrases]) => [cue, strengthOf(cue, phrases, thin)])),
    signs: signsIn(text, words),
  };
}

/** A word list of signs counts in titles; the words of advice count wherever they stand. */
function countSign(
  words: Record<'template' | 'guide' | 'advice', number>,
  sign: Extract<CueList, { sign: string }>['sign'],
  inTitle: boolean,
): void {
  if (sign === 'advice') words.advice += 1;
  else words[sign] += inTitle ? 1 : sign === 'template' ? 0.3 : 0;
}

/** What stands in no label counts for less where labels are asked for; and a file's name for less than a title. */
const HALF_SEEN = 0.35;
const IN_NAME = 0.6;
/** A text of so many UTF-16 code units is taken whole; in a longer one words are met by chance and count for less. */
const WHOLE = 3000;

function titleStrength(inTitle: boolean): number {
  return inTitle ? 1 : 0;
}

/** The second word of a list says less than the first, and the tenth nothing. A title is one however it is worded. */
function strengthOf(cue: number, phrases: ReadonlyMap<number, number>, thin: number): number {
  if (CUES[cue]?.where === 'title') return Math.max(...phrases.values());
  let sum = 0;
  for (const strength of phrases.values()) sum += strength;
  return MOST * (1 - Math.exp(-RISE * sum * thin));
}

const MOST = 2.6;
const RISE = 0.485;

/** Titles stand in the first lines: where the eighth line that is not empty ends, and within 800 code units. */
function endOfTitles(text: string): number {
  let end = 0;
  for (let lines = 0; lines < TITLE_LINES && end < TITLE_REACH && end < text.length;) {
    const next = text.indexOf('\n', end);
    const to = next < 0 ? text.length : next;
    if (text.slice(end, Math.min(to, end + 200)).trim() !== '') lines += 1;
    end = to + 1;
  }
  return Math.min(end, TITLE_REACH);
}

const TITLE_LINES = 8;
const TITLE_REACH = 800;
const LONGEST_TITLE = 90;

function isShortLine(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return (to < 0 ? text.length : to) - from <= LONGEST_TITLE;
}

/** Whether a word begins its line or cell, and ends it or has a value behind it. */
function isLabel(text: string, start: number, end: number): boolean {
  return (
    BEFORE_LABEL.test(text.slice(Math.max(0, start - 12), start)) &&
    AFTER_LABEL.test(text.slice(end, end + 12))
  );
}

const BEFORE_LABEL = /(?:^|[\n\t|·•;*]|\s{2}|, )[\s\d.):§#*+-]*$/;
const AFTER_LABEL = /^[.)]?\s*(?:$|[:\n\t|·=(\d_+£$€-]|\s{2}|–|—|kr)/;
