import { Unread } from '../format.ts';

const WINDOW = 4096;
/** Where the window begins for references, as in the program that all of its kind come from. */
const BEGIN = WINDOW - 18;

/**
 * A stream of a Visio drawing, unpacked (LZSS): of each eight items a byte says which are bytes of their own and which refer
 * back, by twelve bits of place and four of length. Throws `Unread('too_large')` past `limit` bytes.
 */
export function unpackedVisio(packed: Buffer, limit: number): Buffer {
  // A reference of two bytes gives at most eighteen.
  const out = Buffer.alloc(Math.min(packed.length * 9, limit));
  const window = Buffer.alloc(WINDOW);
  let length = 0;
  const put = (byte: number): void => {
    if (length >= out.length) throw new Unread('too_large');
    window[length % WINDOW] = byte;
    out[length++] = byte;
  };
  for (let at = 0; at < packed.length;) {
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if (flags & (1 << bit)) {
        put(packed[at++] ?? 0);
        continue;
      }
      if (at + 2 > packed.length) return out.subarray(0, length);
      const [low = 0, high = 0] = packed.subarray(at, at + 2);
      at += 2;
      const place = ((high & 0xf0) << 4) | low;
      const from = place > BEGIN ? place - BEGIN : place + 18;
      for (let i = 0; i < (high & 0xf) + 3; i++) put(window[(from + i) % WINDOW] ?? 0);
    }
  }
  return out.subarray(0, length);
}
