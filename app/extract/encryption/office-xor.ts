import type { Passwords } from './passwords.ts';
import { OFFICE_DEFAULT } from './old-office-key.ts';

/** Which program garbled it: they turn the bits of the key by different distances. */
type Program = 'word' | 'excel';

/** What the password is filled up with to sixteen signs (MS-OFFCRYPTO 2.3.7). */
const FILLING = Buffer.from('bbffffbaffffb98000be0f00bf0f00', 'hex');
const LONGEST = 15;

/**
 * The sixteen bytes that Office up to 95 (and 97 to 2003, where asked to) garbles a document with. Throws `Unread`
 * 'encrypted' when no password has this key and this checksum.
 */
export function xorKey(
  program: Program,
  wanted: { readonly key: number; readonly checksum: number },
  passwords: Passwords,
): Buffer {
  return passwords.open(
    (password) => {
      const bytes = passwordBytes(password);
      if (bytes.length === 0 || bytes.length > LONGEST) return null;
      if (keyOf(bytes) !== wanted.key || xorChecksum(bytes) !== wanted.checksum) return null;
      return keyBytes(bytes, wanted.key, program === 'word' ? 7 : 2);
    },
    { first: [OFFICE_DEFAULT] },
  );
}

/** One byte a sign: its lower one, or the higher where that is zero. */
function passwordBytes(password: string): Buffer {
  const wide = Buffer.from(password, 'utf16le');
  return Buffer.from(
    Array.from({ length: password.length }, (_, i) => (wide[i * 2] ?? 0) || (wide[i * 2 + 1] ?? 0)),
  );
}

/** Two registers that are turned bit by bit: one takes up the password, from its end, the other counts its length. */
function keyOf(password: Uint8Array): number {
  let key = 0;
  let base = 0x8000;
  let length = 0xffff;
  for (const sign of [...password].reverse()) {
    for (let bit = 0; bit < 8; bit++) {
      base = turned(base);
      length = turned(length);
      if (bit < 7 && (sign >> bit) & 1) key ^= base;
    }
  }
  return key ^ length;
}

function turned(register: number): number {
  const next = ((register << 1) | (register >> 15)) & 0xffff;
  return next & 1 ? next ^ 0x1020 : next;
}

/** Also what protects a sheet against changes. */
export function xorChecksum(password: Uint8Array): number {
  let sum = password.length ^ 0xce4b;
  for (const [i, sign] of password.entries()) {
    const turns = (i + 1) % 15;
    sum ^= ((sign << turns) | (sign >> (15 - turns))) & 0x7fff;
  }
  return sum;
}

function keyBytes(password: Uint8Array, key: number, turns: number): Buffer {
  const bytes = Buffer.concat([password, FILLING]).subarray(0, 16);
  return Buffer.from(
    bytes.map((byte, i) => {
      const mixed = byte ^ (i % 2 === 0 ? key & 0xff : key >> 8);
      return ((mixed << turns) | (mixed >> (8 - turns))) & 0xff;
    }),
  );
}

/** As Word has it: a byte that is zero, or would become so, stays as it is. The first `clear` bytes are not garbled. */
export function xorWord(bytes: Buffer, key: Buffer, clear: number): Buffer {
  return Buffer.from(
    bytes.map((byte, i) => {
      const plain = byte ^ (key[i % 16] ?? 0);
      return i < clear || byte === 0 || plain === 0 ? byte : plain;
    }),
  );
}
