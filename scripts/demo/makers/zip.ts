import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stored, not compressed: what ODF asks of its first entry. */
  readonly stored?: boolean;
}

export interface ZipStyle {
  /** The time of all entries, read as UTC; a zip keeps it to two seconds. */
  readonly modified?: Date;
  /** Enciphers every entry by the old PKWARE way (APPNOTE 6.1): weak, and what a right click still makes. */
  readonly password?: string;
}

/** A zip archive, the same bytes for the same entries (APPNOTE.TXT 4.3; no zip64, so below 4 GiB). */
export function zip(entries: readonly ZipEntry[], style: ZipStyle = {}): Uint8Array {
  const stamp = dosTime(style.modified ?? new Date(Date.UTC(2020, 0, 1)));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const body = bodyOf(entry, style.password);
    const head = header(body, stamp, name.length);
    const local = Buffer.concat([SIGNATURES.local, head, name, body.bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([SIGNATURES.central, u16(0x0314), head, place, name]));
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.concat([
    SIGNATURES.end,
    u16(0, 0, entries.length, entries.length),
    u32(index.length, offset),
    u16(0),
  ]);
  return Buffer.concat([...parts, index, end]);
}

interface Body {
  readonly bytes: Uint8Array;
  readonly method: 0 | 8;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly size: number;
}

function bodyOf(entry: ZipEntry, password: string | undefined): Body {
  const packed = entry.stored ? entry.bytes : deflateRawSync(entry.bytes, { level: 6 });
  const crc = crc32(entry.bytes);
  return {
    bytes: password === undefined ? packed : enciphered(packed, password, crc),
    method: entry.stored ? 0 : 8,
    encrypted: password !== undefined,
    crc,
    size: entry.bytes.length,
  };
}

/** The fields that the local header and the directory have in common, from "version needed" to "extra length". */
function header(body: Body, stamp: Uint8Array, nameLength: number): Uint8Array {
  const UTF8_NAME = 0x0800;
  return Buffer.concat([
    u16(20, UTF8_NAME | (body.encrypted ? 1 : 0), body.method),
    stamp,
    u32(body.crc, body.bytes.length, body.size),
    u16(nameLength, 0),
  ]);
}

function enciphered(bytes: Uint8Array, password: string, crc: number): Uint8Array {
  const keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890];
  const turn = (byte: number): void => {
    keys[0] = crcStep(keys[0], byte);
    keys[1] = (Math.imul(keys[1] + (keys[0] & 0xff), 134775813) + 1) >>> 0;
    keys[2] = crcStep(keys[2], keys[1] >>> 24);
  };
  const encipher = (byte: number): number => {
    const mixed = (keys[2] | 2) & 0xffff;
    const masked = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    turn(byte);
    return masked;
  };
  for (const byte of Buffer.from(password)) turn(byte);
  // Twelve bytes go first; they should be random, but the same run must give the same bytes.
  const lead = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, crc >>> 24];
  return Uint8Array.from([...lead, ...bytes], encipher);
}

/** One byte of CRC-32 without the inversions that crc32() makes at both ends. */
function crcStep(crc: number, byte: number): number {
  return ~crc32(Uint8Array.of(byte), ~crc >>> 0) >>> 0;
}

function dosTime(time: Date): Uint8Array {
  return u16(
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
  );
}

function u16(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, at) => bytes.writeUInt16LE(number, at * 2));
  return bytes;
}

function u32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, at) => bytes.writeUInt32LE(number, at * 4));
  return bytes;
}

const SIGNATURES = {
  local: Buffer.from('PK\u0003\u0004'),
  central: Buffer.from('PK\u0001\u0002'),
  end: Buffer.from('PK\u0005\u0006'),
};
