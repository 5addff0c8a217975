import { crc32, deflateSync } from 'node:zlib';

/** An entry of an Exif directory: a text, bytes, fractions, or another directory. */
export type ExifValue = string | Uint8Array | readonly number[] | ExifEntries;

interface ExifEntries {
  readonly [tag: string]: ExifValue;
}

/** A TIFF head with one directory, as Exif has it. */
export function exifOf(entries: ExifEntries): Buffer {
  const head = Buffer.from('49492a0008000000', 'hex');
  return Buffer.concat([head, directory(entries, head.length)]);
}

function directory(entries: ExifEntries, at: number): Buffer {
  const all = Object.entries(entries);
  const list = Buffer.alloc(2 + all.length * 12 + 4);
  list.writeUInt16LE(all.length);
  const rest: Buffer[] = [];
  let next = at + list.length;
  for (const [i, [tag, value]] of all.entries()) {
    const { kind, count, data } = encoded(value, next);
    const entry = 2 + i * 12;
    list.writeUInt16LE(Number(tag), entry);
    list.writeUInt16LE(kind, entry + 2);
    list.writeUInt32LE(count, entry + 4);
    const isInside = data.length <= 4 && typeof value === 'string';
    if (isInside) data.copy(list, entry + 8);
    else {
      list.writeUInt32LE(next, entry + 8);
      rest.push(data);
      next += data.length;
    }
  }
  return Buffer.concat([list, ...rest]);
}

function encoded(value: ExifValue, at: number): { kind: number; count: number; data: Buffer } {
  if (typeof value === 'string') {
    const data = Buffer.from(`${value}\0`);
    return { kind: 2, count: data.length, data };
  }
  if (value instanceof Uint8Array) return { kind: 7, count: value.length, data: Buffer.from(value) };
  if (isNumbers(value)) {
    const data = Buffer.alloc(value.length * 8);
    for (const [i, number] of value.entries()) {
      data.writeUInt32LE(Math.round(number * 1000), i * 8);
      data.writeUInt32LE(1000, i * 8 + 4);
    }
    return { kind: 5, count: value.length, data };
  }
  // The value of an entry that leads to a directory is its place, which is what the place of the data is here.
  return { kind: 4, count: 1, data: directory(value, at) };
}

function isNumbers(value: ExifValue): value is readonly number[] {
  return Array.isArray(value);
}

/** A JPEG file that has nothing but segments of these markers. */
export function jpegOf(
  ...segments: readonly (readonly [marker: number, data: string | Uint8Array])[]
): Buffer {
  const made = segments.map(([marker, data]) => {
    const body = Buffer.from(data);
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  });
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...made, Buffer.from([0xff, 0xda, 0, 2])]);
}

/** Photoshop's resources with an IPTC block in them: datasets by their numbers. */
export function photoshopOf(datasets: Readonly<Record<number, string>>): Buffer {
  const sets = Object.entries(datasets).map(([number, text]) => {
    const body = Buffer.from(text);
    const head = Buffer.from([0x1c, 2, Number(number), 0, 0]);
    head.writeUInt16BE(body.length, 3);
    return Buffer.concat([head, body]);
  });
  const block = Buffer.concat(sets);
  const head = Buffer.from('3842494d04040000', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(block.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\0'), head, size, block]);
}

/** The start of a PNG file with these chunks. */
export function pngWith(...chunks: readonly (readonly [kind: string, data: Uint8Array])[]): Buffer {
  const made = chunks.map(([kind, data]) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...made]);
}

/** What a packed text chunk of PNG holds behind its keyword. */
export function packedText(keyword: string, text: string): Buffer {
  return Buffer.concat([Buffer.from(`${keyword}\0\0`, 'latin1'), deflateSync(Buffer.from(text, 'latin1'))]);
}

/** An XMP packet from the XML within its description. */
export function xmpOf(inner: string, attributes = ''): string {
  return (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r">' +
    `<rdf:Description ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  );
}
