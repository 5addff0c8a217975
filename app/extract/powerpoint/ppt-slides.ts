import type { PptRecord } from './ppt-records.ts';
import { pptRecords } from './ppt-records.ts';

const DOCUMENT = 1000;
const SLIDE_LIST = 4080;
const SLIDE_PLACE = 1011;
const EDIT = 4085;
const DIRECTORY = 6002;

/** Which slide stands where in the stream, and the notes of which: by the place of its record. */
export interface SlidePlaces {
  readonly slides: ReadonlyMap<number, number>;
  readonly notes: ReadonlyMap<number, number>;
}

/**
 * A presentation is saved by adding what has changed, with a new directory of where each part stands now; so older states
 * of slides may lie in the file, and only the last directory numbers them. Damage gives fewer numbers.
 */
export function slidePlaces(records: readonly PptRecord[]): SlidePlaces {
  const places = new Map<number, number>();
  for (const { type, data } of records) if (type === DIRECTORY) readDirectory(data, places);
  const last = records.findLast(({ type }) => type === EDIT)?.data;
  const wanted = last && last.length >= 20 ? places.get(last.readUInt32LE(16)) : undefined;
  const document =
    records.find(({ type, at }) => type === DOCUMENT && at === wanted) ??
    records.findLast(({ type }) => type === DOCUMENT);
  const slides = document ? listed(document, 0) : [];
  const notes = document ? listed(document, 2) : [];
  return { slides: numbered(slides, places), notes: numbered(notes, places) };
}

/** Runs of neighbouring ids: the first and how many, then a place for each. */
function readDirectory(data: Buffer, places: Map<number, number>): void {
  for (let at = 0; at + 4 <= data.length;) {
    const run = data.readUInt32LE(at);
    const count = run >>> 20;
    at += 4;
    for (let i = 0; i < count && at + 4 <= data.length; i++, at += 4)
      places.set((run & 0xfffff) + i, data.readUInt32LE(at));
  }
}

/** The ids of a document's slides (instance 0), or of their notes (2), in their order. */
function listed(document: PptRecord, instance: number): number[] {
  const ids: number[] = [];
  for (const list of pptRecords(document.data)) {
    if (list.type !== SLIDE_LIST || list.instance !== instance) continue;
    for (const { type, data } of pptRecords(list.data))
      if (type === SLIDE_PLACE && data.length >= 4) ids.push(data.readUInt32LE(0));
  }
  return ids;
}

function numbered(ids: readonly number[], places: ReadonlyMap<number, number>): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const [i, id] of ids.entries()) {
    const at = places.get(id);
    if (at !== undefined) numbers.set(at, i + 1);
  }
  return numbers;
}
