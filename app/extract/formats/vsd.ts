import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundTree, streamIn } from '../compound/compound-file.ts';
import { compoundSurroundings, holdsDocument } from '../compound/compound-surroundings.ts';
import type { Place, Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import type { VisioStream } from '../visio/visio-streams.ts';
import { visioStreams, visioVersion } from '../visio/visio-streams.ts';
import { shapeTexts, visioName } from '../visio/visio-text.ts';

/** Visio drawings, templates and stencils from Visio 5 to 2010: the texts of shapes by page, their fields, names, objects. */
export const vsd: SeekingFormat = {
  id: 'vsd',
  version: 1,
  mimes: ['application/vnd.visio'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const root = compoundTree(file);
    const bytes = streamIn(root, 'VisioDocument')?.bytes(reading.limits.maxInMemory);
    if (!bytes) throw new Unread('corrupt');
    const drawing = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    yield* streams(drawing, reading);
    yield* compoundSurroundings(root, reading);
  },
};

const MASTERS = 0x1d;
const PAGE = 0x15;
const NAME = 0x33;
const OBJECT = 0x1f;
/** The first bytes of a compound file; an object that is longer than a piece goes on in the next. */
const COMPOUND = 0xd0cf11e0;

async function* streams(drawing: Buffer, reading: Reading): AsyncGenerator<Segment> {
  const version = visioVersion(drawing);
  const names = new Set<string>();
  const objects: Buffer[][] = [];
  const pages = new Pages();
  const found = visioStreams(drawing, reading.limits.maxInMemory, () => reading.leftOut('corrupt'));
  for (const stream of untilDamage(found, reading)) {
    reading.unpacked(stream.data.length);
    const { type, data } = stream;
    if (stream.holds === 'chunks') yield* shapes(stream, pages.placeOf(stream, reading), version, reading);
    else if (type === NAME) names.add(visioName(data, version));
    else if (type === OBJECT && isCompound(data)) objects.push([data]);
    else if (type === OBJECT) objects.at(-1)?.push(data);
  }
  // The names of pages stand among those of Visio's own parts, which are one word or a number.
  yield* lines(
    reading,
    'names',
    [...names].filter((name) => /[^!-~]/.test(name) && !/^\D+-\d+$/.test(name)),
  );
  for (const pieces of objects) yield* object(Buffer.concat(pieces), reading);
}

/** Programs that draw with Visio keep settings of theirs in the same way: only documents are opened. */
async function* object(content: Buffer, reading: Reading): AsyncGenerator<Segment> {
  const file = bytesInMemory(content);
  try {
    if (holdsDocument(compoundTree(file))) yield* reading.nested('object', file);
  } catch (error) {
    reading.leftOut(error instanceof Unread ? error.reason : 'corrupt');
  }
}

function isCompound(data: Buffer): boolean {
  return data.length >= 4 && data.readUInt32BE(0) === COMPOUND;
}

function* untilDamage(streams: Generator<VisioStream>, reading: Reading): Generator<VisioStream> {
  try {
    yield* streams;
  } catch (error) {
    reading.leftOut(error instanceof Unread ? error.reason : 'corrupt');
  }
}

function* shapes(stream: VisioStream, place: Place, version: number, reading: Reading): Generator<Segment> {
  const { texts, fields } = shapeTexts(stream.data, version);
  for (const { text } of lines(reading, 'page', texts)) yield { text, place };
  for (const { text } of lines(reading, 'fields', new Set(fields)))
    yield { text, place: { ...place, part: 'fields' } };
}

/** Numbers the pages as they come: a page is one stream of shapes, or holds one for each shape. */
class Pages {
  readonly #numbers = new Map<number, number>();

  placeOf({ within }: VisioStream, { path }: Reading): Place {
    if (within.some(({ type }) => type === MASTERS)) return { path, part: 'master' };
    const page = within.find(({ type }) => type === PAGE)?.at;
    if (page === undefined) return { path };
    const number = this.#numbers.get(page) ?? this.#numbers.size + 1;
    this.#numbers.set(page, number);
    return { path, page: number };
  }
}
