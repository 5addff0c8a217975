import { createTextScanner, detect } from '#detect/index.ts';
import type { CompiledRules, NameModel, ScannedFinding, TextContext } from '#detect/index.ts';
import { SEGMENT_LENGTH } from '#extract/index.ts';
import type { Place, Segment } from '#extract/index.ts';
import { type InspectedPlace, LONGEST_TITLE, SNIPPET_REACH } from './inspection.ts';

/** A finding with where it stands and the text around it. `snippet` is made when it is wanted. */
export interface PlacedFinding {
  readonly finding: ScannedFinding;
  readonly place: InspectedPlace;
  /** What stands above its column; null where nothing does, or where that tells of a person itself. */
  readonly title: () => string | null;
  readonly snippet: () => string;
}

/**
 * Text that runs on over several segments, such as a long log or a sheet: what stands at a seam is found as if there
 * were none. Pages, sheets and files within files are passages of their own.
 */
export interface Passage {
  isContinuedBy(segment: Segment): boolean;
  push(segment: Segment): PlacedFinding[];
  finish(): PlacedFinding[];
}

/** How far behind the newest text a finding may come out: the scanner's window, and one segment more. */
const WINDOW = 128 * 1024;
const HELD = 2 * WINDOW + SEGMENT_LENGTH;

export function createPassage(
  first: Segment,
  {
    names,
    rules,
    today,
  }: { names?: NameModel | undefined; rules?: CompiledRules | undefined; today?: Date | undefined } = {},
): Passage {
  const { columns } = first;
  const context = {
    ...(columns === undefined ? {} : { columns }),
    ...(names === undefined ? {} : { names }),
    ...(today === undefined ? {} : { now: today }),
    ...(rules === undefined ? {} : { rules, categories: rules.categories }),
  };
  const scanner = createTextScanner(context, WINDOW);
  const same = sameness(first);
  /** The latest text, which starts at `heldFrom` of the passage, and the segments that it came in. */
  let held = '';
  let heldFrom = 0;
  let starts: { at: number; place: Place }[] = [];
  let last = first;

  const placed = (finding: ScannedFinding): PlacedFinding => {
    const place = placeAt(finding.start);
    return {
      finding,
      place,
      title: () => (place.column === undefined ? null : titleOf(columns?.[place.column - 1], context)),
      snippet: () => snippetOf(held, finding.start - heldFrom, finding.end - heldFrom),
    };
  };

  // Findings come in order, so lines and cells are counted on from the finding before.
  let counted = { at: -1, line: 0, cell: 0, segment: -1 };
  const placeAt = (offset: number): InspectedPlace => {
    const index = starts.findLastIndex(({ at }) => at <= offset);
    const { at, place } = starts[index] ?? { at: 0, place: first.place };
    const path = [...place.path];
    if (place.line === undefined && place.row === undefined) return { ...place, path };
    if (counted.segment !== at || counted.at > offset)
      counted = { at, line: 0, cell: cellAt(held, at - heldFrom), segment: at };
    for (; counted.at < offset; counted.at++) {
      const unit = held.charCodeAt(counted.at - heldFrom);
      if (unit === TAB) counted.cell++;
      if (unit !== NEWLINE) continue;
      counted.line++;
      counted.cell = 0;
    }
    return {
      ...place,
      path,
      ...(place.line === undefined ? {} : { line: place.line + counted.line }),
      ...(place.row === undefined ? {} : { row: place.row + counted.line, column: counted.cell + 1 }),
    };
  };

  const forget = (): void => {
    if (held.length <= 2 * HELD) return;
    heldFrom += held.length - HELD;
    held = held.slice(-HELD);
    const firstKept = starts.findLastIndex(({ at }) => at <= heldFrom);
    starts = starts.slice(Math.max(0, firstKept));
  };

  return {
    isContinuedBy: (segment) =>
      (last.text.endsWith('\n') || last.text.length >= SEGMENT_LENGTH / 2) && sameness(segment) === same,
    push(segment) {
      // Only now: what was found before has been looked at.
      forget();
      starts.push({ at: heldFrom + held.length, place: segment.place });
      held += segment.text;
      last = segment;
      return scanner.push(segment.text).map(placed);
    },
    finish: () => scanner.finish().map(placed),
  };
}

/** What two segments share when one runs on into the other. */
function sameness({ place: { path, page, sheet, slide, part }, columns }: Segment): string {
  return JSON.stringify([path, page, sheet, slide, part, columns]);
}

/** How many cells of its row stand before a place: a segment may begin inside a row. */
function cellAt(text: string, place: number): number {
  let cells = 0;
  for (let at = place - 1; at >= 0 && text.charCodeAt(at) !== NEWLINE; at--)
    if (text.charCodeAt(at) === TAB) cells++;
  return cells;
}

const TAB = 9;
const NEWLINE = 10;

/** What stands above a column, as it may be shown: a first row of data taken for titles may hold a name. */
function titleOf(title: string | undefined, context: TextContext): string | null {
  if (title === undefined || title.trim() === '' || title.length > LONGEST_TITLE) return null;
  return detect(title, { ...context, columns: [] }).length > 0 ? null : title.trim();
}

/** A little of the text on either side, on one line; half an emoji at its ends is left out. */
function snippetOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - SNIPPET_REACH);
  return text
    .slice(from, end + SNIPPET_REACH)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
