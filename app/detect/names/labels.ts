import { contentOf, type NamedContent } from './name-columns.ts';

/** What stands behind a label that names people: "Lejer: Ida Holm" alone on its line. */
export interface LabelledValue {
  readonly start: number;
  readonly end: number;
  readonly content: 'person' | 'perhaps-person';
}

/** What a label right before a place says that it is: "Navn: " or "Navn" in the cell before, on the same line. */
export function labelBefore(text: string, start: number): NamedContent | null {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const match = /(?:^|[\t;|]|\.\s|,\s)\s*([\p{L}][\p{L} .\-/]{1,30}?)\s*[:\t=]\s*$/u.exec(line);
  return match ? contentOf(match[1] ?? '') : null;
}

const LOOK = 48;

/** Values behind labels, one to five words written as names are. Jumps from colon to colon. In order. */
export function labelledValues(text: string): LabelledValue[] {
  const values: LabelledValue[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const from = Math.max(0, colon - LONGEST_LABEL);
    const label = text.slice(from, colon);
    const content = contentOf(label.slice(label.search(/[^\t\n;|]*$/)));
    if (content !== 'person' && content !== 'perhaps-person') continue;
    VALUE.lastIndex = colon + 1;
    const match = VALUE.exec(text);
    const written = match?.[1];
    if (written === undefined) continue;
    const start = VALUE.lastIndex - written.length;
    values.push({ start, end: start + written.length, content });
  }
  return values;
}

const LONGEST_LABEL = 32;
const VALUE =
  /[ \t]+(\p{Lu}[\p{L}'’.-]{0,30}(?: (?:\p{L}{1,4} )?\p{Lu}[\p{L}'’.-]{0,30}){0,4})(?=[ \t]*(?:[\n\r\t]|$))/uy;
