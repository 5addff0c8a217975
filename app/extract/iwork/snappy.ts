import { Unread } from '../format.ts';

/** A chunk of iWork unpacks to at most 64 KiB; anything much larger is an attack. */
const MAX_CHUNK = 16 * 1024 * 1024;

/**
 * The bytes of an .iwa file: chunks of a zero, a length of three bytes, and Snappy's raw format (format_description.txt
 * of google/snappy), without the stream's mark and checksums that Snappy's own framing has. Throws `Unread('corrupt')`.
 */
export function unpackedIwa(file: Buffer, counted: (bytes: number) => void): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < file.length;) {
    if (file[at] !== 0 || at + 4 > file.length) throw new Unread('corrupt');
    const end = at + 4 + file.readUIntLE(at + 1, 3);
    const part = unpackedChunk(file.subarray(at + 4, end));
    counted(part.length);
    parts.push(part);
    at = end;
  }
  return Buffer.concat(parts);
}

function unpackedChunk(packed: Buffer): Buffer {
  let at = 0;
  let size = 0;
  for (let weight = 1, byte = 0x80; byte >= 0x80; weight *= 128) {
    byte = packed[at++] ?? 0;
    size += (byte & 0x7f) * weight;
    if (size > MAX_CHUNK) throw new Unread('corrupt');
  }
  const out = Buffer.alloc(size);
  let filled = 0;
  while (at < packed.length) {
    const tag = packed[at++] ?? 0;
    const kind = tag & 3;
    if (kind === 0) {
      const more = Math.max(0, (tag >> 2) - 59);
      const length = 1 + (more === 0 ? tag >> 2 : numberAt(packed, at, more));
      at += more;
      if (at + length > packed.length || filled + length > size) throw new Unread('corrupt');
      packed.copy(out, filled, at, at + length);
      at += length;
      filled += length;
      continue;
    }
    const bytes = kind === 3 ? 4 : kind;
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const distance = numberAt(packed, at, bytes) + (kind === 1 ? (tag >> 5) * 256 : 0);
    at += bytes;
    if (distance === 0 || distance > filled || filled + length > size) throw new Unread('corrupt');
    // Byte by byte, since what is copied may reach into what is being written.
    for (let i = 0; i < length; i++, filled++) out[filled] = out[filled - distance] ?? 0;
  }
  return out.subarray(0, filled);
}

function numberAt(bytes: Buffer, at: number, length: number): number {
  if (at + length > bytes.length) throw new Unread('corrupt');
  return bytes.readUIntLE(at, length);
}
