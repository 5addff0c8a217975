import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings } from '../compound/compound-surroundings.ts';
import { openedPowerPoint } from '../encryption/old-powerpoint.ts';
import type { Place, Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { isObject, objectBytes } from '../powerpoint/ppt-objects.ts';
import type { PptRecord } from '../powerpoint/ppt-records.ts';
import { pptRecords } from '../powerpoint/ppt-records.ts';
import { slidePlaces } from '../powerpoint/ppt-slides.ts';
import { pptTexts } from '../powerpoint/ppt-text.ts';
import { lines } from '../text/lines.ts';

/** PowerPoint presentations, shows and templates from 97 to 2003: slides, notes, comments, masters, earlier states. */
export const ppt: SeekingFormat = {
  id: 'ppt',
  version: 3,
  mimes: ['application/vnd.ms-powerpoint'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    // For readers of 95 and of 97 alike, the presentation of 97 stands in a storage of its own.
    const dual = root.storages.find(({ name }) => name === 'PP97_DUALSTORAGE');
    const stream = streamIn(root, 'PowerPoint Document') ?? (dual && streamIn(dual, 'PowerPoint Document'));
    if (!stream) throw new Unread('corrupt');
    const user = streamIn(root, 'Current User')?.bytes(MAX_USER);
    const opened = openedPowerPoint(
      inBuffer(stream.bytes(reading.limits.maxInMemory)),
      user ? inBuffer(user) : null,
      reading.passwords,
    );
    const records = recordsOf(opened, reading);
    if (records.some(({ type }) => type === ENCRYPTION)) throw new Unread('encrypted');
    yield* texts(records, reading);
    for (const record of records.filter(isObject)) yield* object(record, reading);
    yield* compoundSurroundings(root, reading);
  },
};

const ENCRYPTION = 0x2f14;
const DOCUMENT = 1000;
const SLIDE = 1006;
const NOTES = 1008;
const MASTER = 1016;
const HANDOUT = 4041;

/** The stream of who had it open last is a hundred bytes long. */
const MAX_USER = 64 * 1024;

function inBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

function recordsOf(stream: Buffer, reading: Reading): PptRecord[] {
  const records: PptRecord[] = [];
  try {
    for (const record of pptRecords(stream)) records.push(record);
  } catch (error) {
    if (records.length === 0) throw error;
    reading.leftOut('corrupt');
  }
  return records;
}

/** Slides in their order, with their notes; then the outline and what else there is. The same text is given once. */
function* texts(records: readonly PptRecord[], reading: Reading): Generator<Segment> {
  const places = slidePlaces(records);
  const order = ({ at }: PptRecord): number => places.slides.get(at) ?? places.notes.get(at) ?? Infinity;
  const seen = new Set<string>();
  for (const record of records.toSorted((a, b) => rank(a) - rank(b) || order(a) - order(b) || a.at - b.at)) {
    if (!(record.type in PARTS)) continue;
    const isMaster = record.type === MASTER || (record.type === NOTES && !places.notes.has(record.at));
    const said = inContainer(record, isMaster, reading).join('\n');
    if (seen.has(said)) continue;
    seen.add(said);
    const slide = places.slides.get(record.at) ?? places.notes.get(record.at);
    const part = record.type === SLIDE && slide === undefined ? 'earlier state' : PARTS[record.type];
    for (const segment of lines(reading, part ?? 'slide', [said]))
      yield slide === undefined ? segment : { ...segment, place: { ...placeOf(record, reading), slide } };
  }
}

const PARTS: Record<number, string> = {
  [SLIDE]: 'slide',
  [NOTES]: 'notes',
  [DOCUMENT]: 'outline',
  [MASTER]: 'master',
  [HANDOUT]: 'handout master',
};

function rank({ type }: PptRecord): number {
  return [SLIDE, NOTES, DOCUMENT, MASTER, HANDOUT].indexOf(type);
}

function placeOf(record: PptRecord, reading: Reading): Place {
  return record.type === NOTES ? { path: reading.path, part: 'notes' } : { path: reading.path };
}

function inContainer(record: PptRecord, isMaster: boolean, reading: Reading): string[] {
  try {
    return pptTexts(record, isMaster);
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return [];
  }
}

async function* object(record: PptRecord, reading: Reading): AsyncGenerator<Segment> {
  let content: Uint8Array;
  try {
    content = objectBytes(record, reading.limits.maxInMemory);
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return;
  }
  yield* reading.nested('object', bytesInMemory(content));
}
