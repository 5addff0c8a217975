import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { z } from 'zod';
import { contentHash, faultIn, link, type Fault, type Link } from '#audit/core/chain.ts';

const SALT = Buffer.alloc(16, 7);

function chainOf(times: readonly number[]): Link[] {
  const chain: Link[] = [];
  for (const at of times)
    chain.push(link(chain.at(-1) ?? null, at, contentHash(SALT, `entry ${chain.length}`)));
  return chain;
}

/** The first fault of a chain, with the place at which it shows. */
function firstFault(chain: readonly Link[]): { at: number; fault: Fault } | null {
  let previous: Link | null = null;
  for (const [index, next] of chain.entries()) {
    const fault = faultIn(previous, next);
    if (fault !== null) return { at: index, fault };
    previous = next;
  }
  return null;
}

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const time = fc.integer({ min: 0, max: 8.64e15 });
const chains = fc.array(time, { minLength: 2, maxLength: 12 }).map(chainOf);
/** A chain and a place in it. */
const placed = chains.chain((chain) => fc.tuple(fc.constant(chain), fc.nat({ max: chain.length - 1 })));

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error('no such place');
  return item;
}

describe('the chain of the record', () => {
  it('is whole as it was made', () => {
    fc.assert(fc.property(chains, (chain) => assert.equal(firstFault(chain), null)));
  });

  it('is broken at the very entry whose time was changed', () => {
    fc.assert(
      fc.property(placed, time, ([chain, index], other) => {
        fc.pre(at(chain, index).at !== other);
        const edited = chain.with(index, { ...at(chain, index), at: other });
        assert.deepEqual(firstFault(edited), { at: index, fault: 'link-changed' });
      }),
    );
  });

  for (const odd of [-1, 1.5, NaN, Infinity, 2 ** 60]) {
    it(`is broken at an entry whose time was changed to ${odd}`, () => {
      const chain = chainOf([1, 2, 3]);
      const edited = chain.with(1, { ...at(chain, 1), at: odd });
      assert.deepEqual(firstFault(edited), { at: 1, fault: 'link-changed' });
    });
  }

  it('is broken at the very entry whose content hash was changed', () => {
    fc.assert(
      fc.property(placed, bytes32, ([chain, index], other) => {
        const edited = chain.with(index, { ...at(chain, index), contentHash: other });
        assert.deepEqual(firstFault(edited), { at: index, fault: 'link-changed' });
      }),
    );
  });

  it('is broken at the very entry whose hash was changed', () => {
    fc.assert(
      fc.property(placed, bytes32, ([chain, index], other) => {
        const edited = chain.with(index, { ...at(chain, index), hash: other });
        assert.deepEqual(firstFault(edited), { at: index, fault: 'link-changed' });
      }),
    );
  });

  it('is out of order at the very entry whose predecessor was changed', () => {
    fc.assert(
      fc.property(placed, bytes32, ([chain, index], other) => {
        const edited = chain.with(index, { ...at(chain, index), previous: other });
        assert.deepEqual(firstFault(edited), { at: index, fault: 'order-changed' });
      }),
    );
  });

  it('has a gap at the very entry whose sequence was changed', () => {
    fc.assert(
      fc.property(placed, fc.oneof(fc.integer(), fc.double()), ([chain, index], other) => {
        fc.pre(other !== index + 1);
        const edited = chain.with(index, { ...at(chain, index), sequence: other });
        assert.deepEqual(firstFault(edited), { at: index, fault: 'gap' });
      }),
    );
  });

  it('is out of order behind an entry that was changed and hashed anew', () => {
    fc.assert(
      fc.property(placed, time, bytes32, ([chain, index], other, content) => {
        fc.pre(index < chain.length - 1);
        const forged = link(index === 0 ? null : at(chain, index - 1), other, content);
        assert.deepEqual(firstFault(chain.with(index, forged)), { at: index + 1, fault: 'order-changed' });
      }),
    );
  });

  it('has a gap where an entry was removed, unless it was the last', () => {
    fc.assert(
      fc.property(placed, ([chain, index]) => {
        fc.pre(index < chain.length - 1);
        assert.deepEqual(firstFault(chain.toSpliced(index, 1)), { at: index, fault: 'gap' });
      }),
    );
  });

  it('does not show by itself that its end was cut off', () => {
    fc.assert(
      fc.property(placed, ([chain, index]) => assert.equal(firstFault(chain.slice(0, index + 1)), null)),
    );
  });

  it('has a gap at the first of two entries that were swapped', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ([chain, one], place) => {
        const other = place % chain.length;
        fc.pre(one !== other);
        const swapped = chain.with(one, at(chain, other)).with(other, at(chain, one));
        assert.deepEqual(firstFault(swapped), { at: Math.min(one, other), fault: 'gap' });
      }),
    );
  });

  it('is out of order at the first of two entries that were swapped and numbered anew', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ([chain, one], place) => {
        const other = place % chain.length;
        fc.pre(one !== other);
        const swapped = chain
          .with(one, { ...at(chain, other), sequence: one + 1 })
          .with(other, { ...at(chain, one), sequence: other + 1 });
        assert.deepEqual(firstFault(swapped), { at: Math.min(one, other), fault: 'order-changed' });
      }),
    );
  });

  it('is broken behind an entry that was put in with a right hash', () => {
    fc.assert(
      fc.property(placed, time, bytes32, ([chain, index], when, content) => {
        const put = link(index === 0 ? null : at(chain, index - 1), when, content);
        assert.deepEqual(firstFault(chain.toSpliced(index, 0, put)), { at: index + 1, fault: 'gap' });
      }),
    );
  });

  it('has a gap where an entry was repeated', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ([chain, index], place) => {
        const where = place % (chain.length + 1);
        const repeated = chain.toSpliced(where, 0, at(chain, index));
        const expected = where === index ? index + 1 : where;
        assert.deepEqual(firstFault(repeated), { at: expected, fault: 'gap' });
      }),
    );
  });

  it('is broken by any single change of any bit', () => {
    const fields = ['contentHash', 'previous', 'hash'] as const;
    fc.assert(
      fc.property(placed, fc.constantFrom(...fields), fc.nat({ max: 255 }), ([chain, index], field, bit) => {
        const flipped = Buffer.from(at(chain, index)[field]);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const edited = chain.with(index, { ...at(chain, index), [field]: flipped });
        assert.equal(firstFault(edited)?.at, index);
      }),
    );
  });
});

const hex = z.string().transform((text) => Buffer.from(text, 'hex'));
const vectors = z
  .object({
    chain: z.array(
      z.object({
        sequence: z.number(),
        at: z.number(),
        salt: hex,
        content: z.string(),
        contentHash: hex,
        previous: hex,
        hash: hex,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../vectors/audit-chain.json', import.meta.url), 'utf8')));

// Made once from docs/formats/audit-chain.md, without the chain's code.
describe('the vectors of the chain', () => {
  for (const [index, vector] of vectors.chain.entries()) {
    it(`number ${vector.sequence} has the same hashes`, () => {
      const made = link(
        vectors.chain[index - 1] ?? null,
        vector.at,
        contentHash(vector.salt, vector.content),
      );
      const { sequence, at: when, contentHash: content, previous, hash } = made;
      assert.deepEqual(
        { sequence, at: when, contentHash: content, previous: Buffer.from(previous), hash },
        {
          sequence: vector.sequence,
          at: vector.at,
          contentHash: vector.contentHash,
          previous: vector.previous,
          hash: vector.hash,
        },
      );
    });
  }
});
