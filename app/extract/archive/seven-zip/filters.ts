import { Unread } from '../../format.ts';

/** Changes the bytes of a stream, piece by piece, to what they were before they were prepared for packing. */
export interface Filter {
  apply(piece: Uint8Array): Uint8Array;
  /** What is held back at the end. */
  rest(): Uint8Array;
}

/** Each byte was written as its difference from the one so many places before. Throws `Unread('corrupt')`. */
export function deltaFilter(settings: Buffer): Filter {
  if (settings.length !== 1) throw new Unread('corrupt');
  const distance = (settings[0] ?? 0) + 1;
  const before = new Uint8Array(distance);
  let at = 0;
  return {
    apply: (piece) =>
      piece.map((byte) => {
        const plain = (byte + (before[at] ?? 0)) & 0xff;
        before[at] = plain;
        at = (at + 1) % distance;
        return plain;
      }),
    rest: () => new Uint8Array(0),
  };
}

const CALL_LENGTH = 5;
/** Of the places of the last three bytes, which were calls (newest lowest): whether one here may be changed, */
const ALLOWED = [true, true, true, false, true, false, false, false];
/** and which byte of the address an earlier call has touched. */
const TOUCHED = [0, 1, 2, 2, 3, 3, 3, 3];

/**
 * Calls and jumps in programs for x86 (opcodes E8 and E9) were written with the place that they lead to, counted from the
 * stream's beginning; here they become distances again. "BCJ" of the LZMA SDK.
 */
export function callFilter(): Filter {
  let held: Uint8Array = new Uint8Array(0);
  /** How far the stream has gone before what is held. */
  let start = 0;
  let last = -CALL_LENGTH;
  let calls = 0;

  const apply = (piece: Uint8Array): Uint8Array => {
    const bytes = Buffer.concat([held, piece]);
    let at = 0;
    while (at + CALL_LENGTH <= bytes.length) {
      if (((bytes[at] ?? 0) & 0xfe) !== 0xe8) {
        at++;
        continue;
      }
      const distance = start + at - last;
      calls = distance > 3 ? 0 : (calls << (distance - 1)) & 7;
      last = start + at;
      const high = bytes[at + 4] ?? 0;
      const doubtful = calls !== 0 && (!ALLOWED[calls] || isSign(bytes[at + 4 - (TOUCHED[calls] ?? 0)] ?? 0));
      if (doubtful || !isSign(high)) {
        calls = ((calls << 1) & 7) | 1;
        at++;
        continue;
      }
      const plain = distanceOf(bytes.readUInt32LE(at + 1), start + at + CALL_LENGTH, calls);
      bytes.writeUInt32LE(((plain & 0x1ffffff) | ((plain & 0x1000000) === 0 ? 0 : 0xff000000)) >>> 0, at + 1);
      at += CALL_LENGTH;
    }
    start += at;
    held = bytes.subarray(at);
    return bytes.subarray(0, at);
  };
  return { apply, rest: () => held };
}

/** The place less where the call ends; once more, as long as the result looks like a call that was left alone. */
function distanceOf(place: number, end: number, calls: number): number {
  let from = place;
  for (;;) {
    const plain = (from - end) >>> 0;
    if (calls === 0) return plain;
    const shift = (TOUCHED[calls] ?? 0) * 8;
    if (!isSign((plain >>> (24 - shift)) & 0xff)) return plain;
    from = (plain ^ (2 ** (32 - shift) - 1)) >>> 0;
  }
}

/** The highest byte of an address that is near is all zeros or all ones. */
function isSign(byte: number): boolean {
  return byte === 0 || byte === 0xff;
}
