import type { Place, Reading, Segment } from '../format.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';
import { TableWriter } from '../text/table.ts';
import type { Archived, Archives } from './archives.ts';
import { KIND } from './archives.ts';
import { tableRows, textsInCells } from './table-rows.ts';

/** What a text is for, by the number that it says of itself; without, it is the document's or a shape's own. */
const PARTS: Record<number, string> = { 1: 'headers and footers', 2: 'notes', 4: 'speaker notes' };

/**
 * The text of an iWork document since 2013: running text, text boxes, headers, footnotes and speaker notes in the order
 * of its files, slides in the order in which they are shown, what is on the templates of slides behind them; tables row
 * by row; comments with who wrote them.
 */
export function* archivedText(archives: Archives, reading: Reading): Generator<Segment> {
  const slides = slideFiles(archives);
  const inCells = textsInCells(archives);
  const comments = archives.of(KIND.comment);
  const said = new Set(comments.map(({ file, message }) => `${file}\n${message.text(1)}`));
  for (const file of filesInOrder(archives, slides)) {
    const at = slides.indexOf(file);
    const where = { path: reading.path, ...(at < 0 ? {} : { slide: at + 1 }) };
    for (const object of archives.all) {
      if (object.file !== file || !KIND.text.some((kind) => kind === object.kind)) continue;
      if (inCells.has(object.id) || said.has(`${file}\n${object.message.text(3)}`)) continue;
      yield* running(object, where);
    }
  }
  for (const table of archives.of(KIND.table)) yield* rows(table, archives, reading);
  yield* lines(
    reading,
    'comments',
    comments.map((comment) => commentLine(comment, archives)),
  );
}

function* running({ file, message }: Archived, where: Place): Generator<Segment> {
  const part = /(Master|Template)Slide/.test(file) ? 'template' : PARTS[message.number(1) ?? 0];
  const writer = new SegmentWriter({ ...where, ...(part === undefined ? {} : { part }) });
  // Where something stands in the text that is none: pictures, page breaks, the number of the page.
  writer.write(
    `${message
      .text(3)
      .replaceAll(/[\u2028\u2029\x04\x05\x06\x0b\x0c\r]/g, '\n')
      .replaceAll('\ufffc', ' ')}\n`,
  );
  yield* writer.end();
}

function* rows(table: Archived, archives: Archives, reading: Reading): Generator<Segment> {
  const writer = new TableWriter({ path: reading.path, sheet: table.message.text(8), row: 1 });
  for (const { number, cells } of tableRows(table, archives)) {
    writer.row(number, cells);
    yield* writer.take();
  }
  yield* writer.end();
}

function commentLine({ message }: Archived, archives: Archives): string {
  const author = archives.referred(message.message(3))?.message.text(1) ?? '';
  return author === '' ? message.text(1) : `${author}: ${message.text(1)}`;
}

/** The files of the slides in the order of the show, which lists nodes that each refer to a slide. */
function slideFiles(archives: Archives): string[] {
  const files: string[] = [];
  const slides = archives.of(KIND.slide).filter(({ file }) => /(^|\/)Slide/.test(file));
  // In spreadsheets the numbers of these kinds mean something else.
  if (slides.length === 0) return files;
  for (const show of archives.of(KIND.show)) {
    for (const reference of show.message.message(3)?.messages(2) ?? []) {
      const slide = archives.referred(archives.referred(reference)?.message.message(2));
      if (slide && slides.includes(slide)) files.push(slide.file);
    }
  }
  return [...new Set(files)];
}

function filesInOrder(archives: Archives, slides: readonly string[]): string[] {
  const files = [...new Set(archives.all.map(({ file }) => file))];
  const isTemplate = (file: string): boolean => /(Master|Template)Slide/.test(file);
  const rest = files.filter((file) => !slides.includes(file));
  return [...slides, ...rest.filter((file) => !isTemplate(file)), ...rest.filter(isTemplate)];
}
