import type { GoldSpan, GoldText } from './corpus.ts';
import type { People } from './invented-people.ts';

/** The text in capitals, or without any: offsets stay, since no letter of the corpora changes its length. */
export function inCapitals({ text, spans, language }: GoldText): GoldText {
  const upper = Array.from({ length: text.length }, (_, at) =>
    one(text.charAt(at), text.charAt(at).toUpperCase()),
  ).join('');
  return { text: upper, spans, language };
}

export function inSmall({ text, spans, language }: GoldText): GoldText {
  const lower = Array.from({ length: text.length }, (_, at) =>
    one(text.charAt(at), text.charAt(at).toLowerCase()),
  ).join('');
  return { text: lower, spans, language };
}

/** Several sentences in one text, as a paragraph whose lines are broken at some width. */
export function asParagraph(sentences: readonly GoldText[], width: number): GoldText {
  let text = '';
  const spans: GoldSpan[] = [];
  for (const sentence of sentences) {
    if (text !== '') text += ' ';
    const at = text.length;
    for (const { start, end, kind } of sentence.spans) spans.push({ start: start + at, end: end + at, kind });
    text += sentence.text;
  }
  let broken = '';
  let lineStart = 0;
  for (const word of text.split(/( )/)) {
    if (word === ' ') {
      const next = text.indexOf(' ', broken.length + 1);
      const wordEnd = next < 0 ? text.length : next;
      const full = wordEnd - lineStart > width;
      broken += full ? '\n' : ' ';
      if (full) lineStart = broken.length;
    } else broken += word;
  }
  return { text: broken, spans, language: sentences[0]?.language ?? 'da' };
}

/** The same sentence about other people: the model shall learn the sentence, not the names. */
export function withOtherPeople({ text, spans, language }: GoldText, people: People): GoldText {
  let changed = '';
  let from = 0;
  const moved: GoldSpan[] = [];
  for (const { start, end, kind } of spans) {
    changed += text.slice(from, start);
    const at = changed.length;
    changed +=
      kind === 'PER'
        ? otherName(text.slice(start, end), text.slice(end, end + 2), people)
        : text.slice(start, end);
    moved.push({ start: at, end: changed.length, kind });
    from = end;
  }
  return { text: changed + text.slice(from), spans: moved, language };
}

/** A name with an s before a small letter is most often a genitive. */
function otherName(name: string, after: string, people: People): string {
  const words = name.split(' ').length;
  const suffix = /[^s]s$/.test(name) && /^ \p{Ll}/u.test(after) ? 's' : '';
  if (words > 1) return `${people.given()} ${people.surname()}${suffix}`;
  return people.given() + suffix;
}

function one(character: string, changed: string): string {
  return changed.length === 1 ? changed : character;
}
