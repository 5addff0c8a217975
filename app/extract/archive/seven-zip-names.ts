import type { ByteSource } from '#kernel/bytes.ts';
import { Lzma } from './lzma.ts';
import { RangeCoder } from './range-coder.ts';
import { SourceBytes } from './source-bytes.ts';
import { utf16Text } from '../text/utf16.ts';

/** More than a million names of usual length. */
const MAX_HEADER = 64 * 1024 * 1024;
const PACKED_HEADER = 0x17;
const NAMES = 0x11;
const LZMA = '030101';

/**
 * The names in a 7z archive (7zFormat.txt of the LZMA SDK), which libarchive gives without letters beyond ASCII. Its list
 * of files is looked for rather than parsed to; empty when it is not found, or packed in a way other than 7-Zip's own.
 */
export function sevenZipNames(file: ByteSource): string[] {
  try {
    return namesIn(headerOf(file));
  } catch {
    // The archive is read without: a damaged header is told of by whoever reads the rest.
    return [];
  }
}

function headerOf(file: ByteSource): Buffer {
  const start = Buffer.from(file.read(0, 32));
  const size = Number(start.readBigUInt64LE(20));
  const header = Buffer.from(file.read(32 + Number(start.readBigUInt64LE(12)), Math.min(size, MAX_HEADER)));
  return header[0] === PACKED_HEADER ? unpacked(file, new Numbers(header, 1)) : header;
}

/** Where the header's bytes lie, how long they are, and with which settings they are packed: all by one coder. */
function unpacked(file: ByteSource, header: Numbers): Buffer {
  header.expect(0x06);
  const place = header.next();
  header.expect(1);
  for (let id = header.byte(); id !== 0; id = header.byte()) {
    if (id === 0x09) header.next();
    else header.skip(5);
  }
  for (const byte of [0x07, 0x0b, 1, 0, 1]) header.expect(byte);
  const flags = header.byte();
  if (header.bytes(flags & 0xf).toString('hex') !== LZMA) throw new Error('packed in another way');
  const settings = header.bytes(header.next());
  header.expect(0x0c);
  const size = Math.min(header.next(), MAX_HEADER);
  const lzma = new Lzma(Math.min(settings.readUInt32LE(1), size), MAX_HEADER);
  lzma.configure(settings[0] ?? 0);
  return Buffer.from(lzma.unpack(new RangeCoder(new SourceBytes(file, 32 + place)), size).bytes);
}

/** The property of names: its length, a zero, and names in UTF-16, each ended by a zero. */
function namesIn(header: Buffer): string[] {
  for (let at = header.indexOf(NAMES); at >= 0; at = header.indexOf(NAMES, at + 1)) {
    const list = new Numbers(header, at + 1);
    const length = list.next();
    if (length < 5 || length % 2 === 0 || list.at + length > header.length) continue;
    if (header[list.at] !== 0 || header.readUInt16LE(list.at + length - 2) !== 0) continue;
    return utf16Text(header.subarray(list.at + 1, list.at + length - 2)).split('\0');
  }
  return [];
}

class Numbers {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.#bytes.readUInt8(this.at++);
  }

  bytes(length: number): Buffer {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  skip(length: number): void {
    this.at += length;
  }

  expect(byte: number): void {
    if (this.byte() !== byte) throw new Error('laid out in another way');
  }

  /** The ones at the beginning of the first byte say how many bytes follow; what is left of it is the highest part. */
  next(): number {
    const first = this.byte();
    let value = 0;
    for (let i = 0; i < 8; i++) {
      const mask = 0x80 >> i;
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 256 ** i;
      value += this.byte() * 256 ** i;
    }
    return value;
  }
}
