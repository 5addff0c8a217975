import assert from 'node:assert/strict';
import { unpackedLzx } from '#extract/chm/lzx.ts';
import { plainStretch, WordWriter } from '../../support/documents/help-maker.ts';

/** The codes in which lengths of codes are told: a run of zeros, short or long, no change, and lengths 1 and 2. */
const RUN = { short: 17, long: 18, none: 0, one: 16, two: 15 };
const ORDER = [RUN.none, RUN.two, RUN.one, RUN.short, RUN.long];

/** Writes how long codes are told to be: five symbols of three bits each. */
function tellLengths(
  bits: WordWriter,
): (symbol: number, ...more: readonly (readonly [number, number])[]) => void {
  for (let symbol = 0; symbol < 20; symbol++) bits.put(ORDER.includes(symbol) ? 3 : 0, 4);
  const sorted = ORDER.toSorted((a, b) => a - b);
  return (symbol, ...more) => {
    bits.put(sorted.indexOf(symbol), 3);
    for (const [value, count] of more) bits.put(value, count);
  };
}

/** Zeros: as many as wanted in long runs of 20 to 51 and short ones of 4 to 19, then one by one. */
function zeros(tell: ReturnType<typeof tellLengths>, count: number): void {
  let left = count;
  for (; left >= 20; left -= Math.min(51, left)) tell(RUN.long, [Math.min(51, left) - 20, 5]);
  for (; left >= 4; left -= Math.min(19, left)) tell(RUN.short, [Math.min(19, left) - 4, 4]);
  for (; left > 0; left--) tell(RUN.none);
}

/** A block whose codes are: "a" 0, "b" 10, and a match of three bytes at the place of the fourth distance 11. */
function verbatim(size: number): WordWriter {
  const bits = new WordWriter().put(0, 1).put(1, 3).put(size, 24);
  const literals = tellLengths(bits);
  zeros(literals, 97);
  literals(RUN.one);
  literals(RUN.two);
  zeros(literals, 157);
  const matches = tellLengths(bits);
  // Slot 3, whose distance is 1 without further bits; length 3 is the second of the eight.
  zeros(matches, 3 * 8 + 1);
  matches(RUN.two);
  zeros(matches, 30 * 8 - 26);
  zeros(tellLengths(bits), 249);
  return bits;
}

describe('LZX', () => {
  it('unpacks letters, and matches that repeat themselves', () => {
    const bits = verbatim(6).put(0b0, 1).put(0b10, 2).put(0b11, 2).put(0b0, 1);
    assert.equal(unpackedLzx(bits.bytes(), 6, 15).toString(), 'abbbba');
  });

  it('gives bytes that are not packed', () => {
    assert.equal(unpackedLzx(plainStretch(Buffer.from('as they are')), 11, 15).toString(), 'as they are');
  });

  it('refuses a match that begins before the first byte', () => {
    const bits = verbatim(6).put(0b11, 2);
    assert.throws(() => unpackedLzx(bits.bytes(), 6, 15), { reason: 'corrupt' });
  });

  it('refuses data that ends before it is all unpacked', () => {
    assert.throws(() => unpackedLzx(verbatim(60_000).bytes(), 60_000, 15), { reason: 'corrupt' });
  });

  it('refuses a window that there is not', () => {
    assert.throws(() => unpackedLzx(Buffer.alloc(10), 10, 30), { reason: 'unsupported' });
  });
});
