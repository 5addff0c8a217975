import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip under a password: by PKWARE's first cipher, or by WinZip's AES of so many bits. */
export interface LockedMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly password: string;
  readonly aes?: 128 | 192 | 256;
  readonly stored?: boolean;
  /** The sum comes behind the data, as from a program that writes as it goes. */
  readonly streamed?: boolean;
}

/** A zip file of members under passwords, enciphered by hand (APPNOTE 6.1; WinZip's AE-2). */
export function lockedZip(members: readonly LockedMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const content = Buffer.from(member.content);
    const packed = member.stored ? content : deflateRawSync(content);
    const sum = crc32(content);
    const data =
      member.aes === undefined ? byZipCrypto(member, packed, sum) : byAes(member, member.aes, packed);
    const name = Buffer.from(member.name);
    const extra = member.aes === undefined ? Buffer.alloc(0) : aesField(member, member.aes);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(member.streamed ? 9 : 1, 2);
    fields.writeUInt16LE(member.aes === undefined ? methodOf(member) : 99, 4);
    fields.writeUInt16LE(TIME, 6);
    fields.writeUInt32LE(member.aes === undefined ? sum : 0, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    fields.copy(header, 4);
    header.writeUInt16LE(name.length, 26);
    header.writeUInt16LE(extra.length, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    fields.copy(entry, 6);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name, extra);
    bodies.push(header, name, extra, data);
    offset += header.length + name.length + extra.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const TIME = 0x6b32;

function methodOf({ stored = false }: LockedMember): number {
  return stored ? 0 : 8;
}

function aesField(member: LockedMember, bits: number): Buffer {
  const field = Buffer.from('0199070002004145000000', 'hex');
  field[8] = [128, 192, 256].indexOf(bits) + 1;
  field.writeUInt16LE(methodOf(member), 9);
  return field;
}

function byAes({ password }: LockedMember, bits: number, packed: Buffer): Buffer {
  const length = bits / 8;
  const salt = Buffer.alloc(length / 2, 7);
  const keys = pbkdf2Sync(password, salt, 1000, length * 2 + 2, 'sha1');
  const aes = createCipheriv(`aes-${bits}-ecb`, keys.subarray(0, length), null);
  const out = Buffer.from(packed);
  for (let at = 0, number = 1; at < out.length; at += 16, number++) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(number, 0);
    const stream = aes.update(counter);
    for (let i = at; i < Math.min(at + 16, out.length); i++) out[i] = (out[i] ?? 0) ^ (stream[i - at] ?? 0);
  }
  const sum = createHmac('sha1', keys.subarray(length, length * 2))
    .update(out)
    .digest();
  return Buffer.concat([salt, keys.subarray(length * 2), out, sum.subarray(0, 10)]);
}

function byZipCrypto({ password, streamed }: LockedMember, packed: Buffer, sum: number): Buffer {
  let [a, b, c] = [0x12345678, 0x23456789, 0x34567890];
  const turn = (byte: number): void => {
    a = crcStep(a, byte);
    b = (Math.imul((b + (a & 0xff)) | 0, 134_775_813) + 1) | 0;
    c = crcStep(c, (b >>> 24) & 0xff);
  };
  for (const byte of Buffer.from(password)) turn(byte);
  const check = streamed ? TIME >> 8 : sum >>> 24;
  const plain = Buffer.concat([Buffer.from('elevenbytes'), Buffer.from([check]), packed]);
  return Buffer.from(
    plain.map((byte) => {
      const word = (c & 0xffff) | 2;
      const key = (Math.imul(word, word ^ 1) >>> 8) & 0xff;
      turn(byte);
      return byte ^ key;
    }),
  );
}

/** CRC-32 of one more byte, without the inversions at its beginning and end. */
function crcStep(value: number, byte: number): number {
  let next = (value ^ byte) & 0xff;
  for (let bit = 0; bit < 8; bit++) next = next & 1 ? (next >>> 1) ^ 0xedb88320 : next >>> 1;
  return next ^ (value >>> 8);
}
