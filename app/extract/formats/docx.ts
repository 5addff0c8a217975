import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { partText, allText, surroundings } from '../office/document-parts.ts';
import { lines } from '../text/lines.ts';
import { listLabels } from '../office/list-labels.ts';
import { OfficeText } from '../office/office-text.ts';
import type { Part } from '../office/package.ts';
import { partsOf } from '../office/package.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Word documents since 2007. */
export const docx: SeekingFormat = {
  id: 'docx',
  version: 2,
  mimes: [
    `${OFFICE}.document`,
    `${OFFICE}.template`,
    'application/vnd.ms-word.document.macroenabled',
    'application/vnd.ms-word.template.macroenabledtemplate',
    'application/vnd.ms-word.template.macroenabled',
  ],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    yield* documentText(await partsOf(file, reading), reading);
  },
};

/** The text of a Word document from its parts. Throws `Unread('corrupt')` without a main one. */
export async function* documentText(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  if (!parts.some(({ kind }) => kind === 'main')) throw new Unread('corrupt');
  const people = new Set<string>();
  for (const [kind, place] of CONTENT) {
    for (const part of parts) if (part.kind === kind) yield* content(part, parts, reading, place, people);
  }
  yield* lines(reading, 'reviewers', people);
  yield* surroundings(parts, reading);
}

/** Which parts are content, in reading order, and what a person would call them. */
const CONTENT: readonly (readonly [string, string])[] = [
  ['main', 'body'],
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnotes', 'footnotes'],
  ['endnotes', 'endnotes'],
  ['comments', 'comments'],
  ['glossary', 'building blocks'],
  ['chart', 'chart'],
  ['chartex', 'chart'],
  ['diagramdata', 'diagram'],
  ['drawing', 'drawing'],
  ['people', 'reviewers'],
  ['settings', 'variables'],
];

async function* content(
  part: Part,
  parts: readonly Part[],
  reading: Reading,
  place: string,
  people: Set<string>,
): AsyncGenerator<Segment> {
  if (part.kind === 'chartex') {
    yield* partText(part, reading, { part: place }, allText);
    return;
  }
  const listLabel = await listLabels(parts, reading);
  yield* partText(part, reading, { part: place }, (flow) => new OfficeText(flow, { people, listLabel }));
}
