import type { NameSpan } from './decoding.ts';
import type { Reading } from './reading.ts';
import { BEGINS_BLOCK, BEGINS_LINE } from './token-columns.ts';
import { GIVEN_NAME, SURNAME, tier } from './word-list.ts';

/**
 * A name goes on over a line break only where the line is full, as in running text: in a form or a list the next line
 * is another thing. What is cut off stays a name when the lists know it.
 */
export function splitAtLineEnds(reading: Reading, spans: readonly NameSpan[]): NameSpan[] {
  return spans.flatMap((span) => partsOf(reading, span));
}

/** In UTF-16 code units. */
const FULL_LINE = 40;

function partsOf(reading: Reading, span: NameSpan): NameSpan[] {
  const parts: NameSpan[] = [];
  let from = span.from;
  for (let at = span.from + 1; at <= span.to; at += 1) {
    const cut = at === span.to || beginsAnother(reading, at);
    if (!cut) continue;
    if (from === span.from || hasKnownName(reading, from, at)) parts.push({ ...span, from, to: at });
    from = at;
  }
  return parts;
}

/** A block always begins something else, and a line when the one before it is short. */
function beginsAnother(reading: Reading, at: number): boolean {
  const begins = reading.tokens.begins[at] ?? 0;
  return (begins & BEGINS_BLOCK) !== 0 || ((begins & BEGINS_LINE) !== 0 && !lineIsFull(reading, at));
}

/** Whether the line before the one that this token begins is as long as lines of running text are. */
function lineIsFull({ text, tokens }: Reading, at: number): boolean {
  const end = tokens.ends[at - 1] ?? 0;
  return end - 1 - text.lastIndexOf('\n', end - 1) >= FULL_LINE;
}

function hasKnownName({ words }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (tier(words[at] ?? 0, GIVEN_NAME) > 0 || tier(words[at] ?? 0, SURNAME) > 0) return true;
  }
  return false;
}
