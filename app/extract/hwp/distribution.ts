import { createDecipheriv } from 'node:crypto';
import { Unread } from '../format.ts';

const DATA = 256;
const KEY = 16;

/**
 * The bytes of a section of a document "for distribution": readers are kept from editing, not from reading, so the key
 * stands in front, hidden by numbers that follow from a seed (HWP 5.0 distribution documents, Hancom). `record` is that
 * key's record, `enciphered` what comes after it. Throws `Unread('corrupt')`.
 */
export function deciphered(record: Buffer, enciphered: Buffer): Buffer {
  if (record.length < DATA) throw new Unread('corrupt');
  const hidden = Buffer.from(record.subarray(0, DATA));
  let seed = hidden.readUInt32LE(0);
  const offset = 4 + (seed & 0xf);
  const next = (): number => {
    seed = (Math.imul(seed, 214_013) + 2_531_011) >>> 0;
    return (seed >>> 16) & 0x7fff;
  };
  for (let at = 0; at < DATA;) {
    const mask = next() & 0xff;
    for (let left = (next() & 0xf) + 1; left > 0 && at < DATA; left--, at++) {
      if (at >= 4) hidden[at] = (hidden[at] ?? 0) ^ mask;
    }
  }
  const cipher = createDecipheriv('aes-128-ecb', hidden.subarray(offset, offset + KEY), null);
  cipher.setAutoPadding(false);
  return cipher.update(enciphered.subarray(0, enciphered.length - (enciphered.length % KEY)));
}
