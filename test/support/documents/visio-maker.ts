/** A stream of a Visio drawing: what it is by number, with the streams or the chunks in it, or its bytes. */
export interface VisioPart {
  readonly type: number;
  readonly inner?: readonly VisioPart[];
  readonly chunks?: readonly Buffer[];
  readonly bytes?: Buffer;
  readonly packed?: boolean;
}

/** The stream VisioDocument of a drawing since Visio 2000 (6) or 2003 (11). */
export function visioDocument(parts: readonly VisioPart[], version = 11): Buffer {
  const head = Buffer.alloc(0x60);
  head.write('Visio (TM) Drawing\r\n', 'latin1');
  head.writeUInt16LE(version, 0x1a);
  const pieces: Buffer[] = [head];
  let size = head.length;
  const placed = (part: VisioPart): Buffer => {
    const raw = part.inner
      ? listOf(part.inner.map(placed))
      : (part.bytes ?? Buffer.concat(part.chunks ?? []));
    // A packed stream has four bytes in front, but for chunks, which begin at once.
    const bytes = part.packed ? packedOf(part.chunks ? raw : Buffer.concat([Buffer.alloc(4), raw])) : raw;
    const pointer = Buffer.alloc(18);
    pointer.writeUInt32LE(part.type, 0);
    pointer.writeUInt32LE(size, 8);
    pointer.writeUInt32LE(bytes.length, 12);
    pointer.writeUInt16LE((part.inner ? 0x54 : part.chunks ? 0xd4 : 0x44) | (part.packed ? 2 : 0), 16);
    pieces.push(bytes);
    size += bytes.length;
    return pointer;
  };
  placed({ type: 0x14, inner: parts }).copy(head, 0x24);
  return Buffer.concat(pieces);
}

/** A chunk: the text of a shape, with its header of nineteen bytes. */
export function textChunk(text: string, version = 11): Buffer {
  return chunk(
    0x0e,
    Buffer.concat([Buffer.alloc(8), Buffer.from(`${text}\n`, version >= 11 ? 'utf16le' : 'latin1')]),
  );
}

/** The fields of a shape, each a string in a formula. */
export function fieldsChunk(...values: readonly string[]): Buffer {
  const strings = values.map((value) =>
    Buffer.concat([Buffer.from([0x02, 0x60, value.length]), Buffer.from(`${value}\0`, 'utf16le')]),
  );
  return Buffer.concat([chunk(0xb6, Buffer.concat([Buffer.alloc(9), ...strings])), Buffer.alloc(4)]);
}

export function chunk(type: number, data: Buffer): Buffer {
  const header = Buffer.alloc(19);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(data.length, 12);
  header.writeUInt16LE(2, 16);
  header[18] = 0x54;
  return Buffer.concat([header, data]);
}

/** A list of pointers: where it begins, its length, how many there are. */
function listOf(pointers: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(pointers.length, 4);
  return Buffer.concat([head, ...pointers]);
}

/** Bytes packed without references, save that a run of one byte refers back to its beginning. */
function packedOf(bytes: Buffer): Buffer {
  const out: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const flagsAt = out.push(0) - 1;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      const run = runAt(bytes, at);
      if (run >= 3) {
        const place = (at - 1 + 4096 - 18) % 4096;
        out.push(place & 0xff, ((place >> 4) & 0xf0) | (run - 3));
        at += run;
      } else {
        out[flagsAt] = (out[flagsAt] ?? 0) | (1 << bit);
        out.push(bytes[at++] ?? 0);
      }
    }
  }
  return Buffer.from(out);
}

/** How many bytes from here on repeat the one before, at most eighteen. */
function runAt(bytes: Buffer, at: number): number {
  let length = 0;
  while (at > 0 && length < 18 && at + length < bytes.length && bytes[at + length] === bytes[at - 1])
    length++;
  return length;
}
