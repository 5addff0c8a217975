import { createTextScanner } from '#detect/index.ts';
import type { NameModel, ScannedFinding } from '#detect/index.ts';
import { SEGMENT_LENGTH } from '#extract/index.ts';
import type { Place, Segment } from '#extract/index.ts';
import { SNIPPET_REACH } from './inspection.ts';

/** A finding with where it stands and the text around it. `snippet` is made when it is wanted. */
export interface PlacedFinding {
  readonly finding: ScannedFinding;
  readonly place: Place;
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

export function createPassage(first: Segment, names?: NameModel): Passage {
  const { columns } = first;
  const context = {
    ...(columns === undefined ? {} : { columns }),
    ...(names === undefined ? {} : { names }),
  };
  const scanner = createTextScanner(context, WINDOW);
  const same = sameness(first);
  /** The latest text, which starts at `heldFrom` of the passage, and the segments that it came in. */
  let held = '';
  let heldFrom = 0;
  let starts: { at: number; place: Place }[] = [];
  let last = first;

  const placed = (finding: ScannedFinding): PlacedFinding => ({
    finding,
    place: placeAt(finding.start),
    snippet: () => snippetOf(held, finding.start - heldFrom, finding.end - heldFrom),
  });

  // Findings come in order, so newlines are counted on from the finding before.
  let counted = { at: -1, line: 0, segment: -1 };
  const placeAt = (offset: number): Place => {
    const index = starts.findLastIndex(({ at }) => at <= offset);
    const { at, place } = starts[index] ?? { at: 0, place: first.place };
    if (place.line === undefined && place.row === undefined) return place;
    const from = counted.segment === at && counted.at <= offset ? counted : { at, line: 0, segment: at };
    counted = {
      at: offset,
      line: from.line + newlines(held, from.at - heldFrom, offset - heldFrom),
      segment: at,
    };
    return {
      ...place,
      ...(place.line === undefined ? {} : { line: place.line + counted.line }),
      ...(place.row === undefined ? {} : { row: place.row + counted.line }),
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

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
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
