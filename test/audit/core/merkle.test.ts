import assert from 'node:assert/strict';
import fc from 'fast-check';
import { merkleRoot } from '#audit/index.ts';

/** The inputs and roots that Certificate Transparency's own implementations test RFC 6962 with. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the root of a Merkle tree', () => {
  const leaves = LEAVES.map((hex) => Buffer.from(hex, 'hex'));

  for (const [count, root] of ROOTS.entries()) {
    it(`over ${count} leaves is that of RFC 6962`, () => {
      assert.equal(merkleRoot(leaves.slice(0, count)).toString('hex'), root);
    });
  }

  const someLeaves = fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 40 });

  it('is another one when any leaf is', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.uint8Array({ maxLength: 20 }), (list, place, other) => {
        const index = place % list.length;
        fc.pre(Buffer.compare(list[index] ?? other, other) !== 0);
        assert.notDeepEqual(merkleRoot(list.with(index, other)), merkleRoot(list));
      }),
    );
  });

  it('is another one when a leaf is added', () => {
    fc.assert(
      fc.property(someLeaves, fc.uint8Array({ maxLength: 20 }), (list, more) => {
        assert.notDeepEqual(merkleRoot([...list, more]), merkleRoot(list));
      }),
    );
  });
});
