import type { CompoundContent } from './compound-maker.ts';

/** The property streams of an Office document before 2007: title, author and the like by their numbers, and those of its firm. */
export function propertyStreams(
  summary: Readonly<Record<number, string>>,
  document: Readonly<Record<number, string>> = {},
): CompoundContent {
  return {
    '\u0005SummaryInformation': propertySet(summary),
    '\u0005DocumentSummaryInformation': propertySet(document),
  };
}

/** A set of one section (MS-OLEPS): strings in UTF-16. */
function propertySet(values: Readonly<Record<number, string>>): Buffer {
  const strings = Object.entries(values).map(([id, text]) => {
    const body = Buffer.from(`${text}\0`, 'utf16le');
    const head = Buffer.alloc(8);
    head.writeUInt16LE(31, 0);
    head.writeUInt32LE(text.length + 1, 4);
    return { id: Number(id), bytes: Buffer.concat([head, body, Buffer.alloc((4 - (body.length % 4)) % 4)]) };
  });
  const list = Buffer.alloc(8 + strings.length * 8);
  let at = list.length;
  list.writeUInt32LE(strings.length, 4);
  for (const [i, { id, bytes }] of strings.entries()) {
    list.writeUInt32LE(id, 8 + i * 8);
    list.writeUInt32LE(at, 12 + i * 8);
    at += bytes.length;
  }
  const head = Buffer.alloc(48);
  head.writeUInt16LE(0xfffe, 0);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  return Buffer.concat([head, list, ...strings.map(({ bytes }) => bytes)]);
}
