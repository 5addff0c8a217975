import assert from 'node:assert/strict';
import { type FindingType, maskOf, normalFormOf } from '#detect/index.ts';
import { confidence, found } from './found.ts';

/** What a test says of an identifier. Numbers are invented. */
export interface IdentifierCases {
  readonly type: FindingType;
  /** A text and what is to be found in it. */
  readonly found: readonly (readonly [text: string, value: string])[];
  /** A column's header and a cell of it. */
  readonly column?: readonly [header: string, cell: string];
  /** What looks like it and is not to be believed (0.5 or more): what it is, and the text. */
  readonly notBelieved: Readonly<Record<string, string>>;
  /** Two writings of one value. */
  readonly same?: readonly [string, string];
}

/** One test for each thing found, each near-miss, the column and the normal form. */
export function describeIdentifier(what: string, cases: IdentifierCases): void {
  const { type, column, same } = cases;
  describe(what, () => {
    for (const [at, [text, value]] of cases.found.entries()) {
      it(`are found and believed, writing ${at + 1}`, () => {
        assert.deepEqual(found(type, text), [value]);
        assert.ok(confidence(type, text) >= 0.5, String(confidence(type, text)));
      });
    }
    if (column) {
      it('are named by their column', () => {
        const context = { columns: ['Navn', column[0], 'By'] };
        assert.ok(confidence(type, `Anna Krogh\t${column[1]}\tFjordby\n`, context) >= 0.7);
      });
    }
    for (const [near, text] of Object.entries(cases.notBelieved)) {
      it(`are not believed: ${near}`, () => {
        assert.ok(confidence(type, text) < 0.5, String(confidence(type, text)));
      });
    }
    if (same) {
      it('have one normal form for all writings, and a mask that hides most', () => {
        assert.equal(normalFormOf(type, same[0]), normalFormOf(type, same[1]));
        assert.ok(!maskOf(type, same[0]).includes(same[0].slice(0, 6)));
      });
    }
  });
}
