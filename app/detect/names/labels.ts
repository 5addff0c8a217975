import type { Reading } from './reading.ts';
import { contentOf, type NamedContent } from './name-columns.ts';

/** What a label right before a place says that it is: "Navn: " or "Navn" in the cell before, on the same line. */
export function labelBefore({ text }: Pick<Reading, 'text'>, start: number): NamedContent | null {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const match = /(?:^|[\t;|]|\.\s|,\s)\s*([\p{L}][\p{L} .\-/]{1,30}?)\s*[:\t=]\s*$/u.exec(line);
  return match ? contentOf(match[1] ?? '') : null;
}

const LOOK = 48;
