import assert from 'node:assert/strict';
import { gravestFirst } from '#scan/gravest-first.ts';

const CPR = { type: 'DK_CPR', category: 'confidential', count: 2, distinct: 2, confidence: 0.9 } as const;
const EMAIL = {
  type: 'EMAIL_ADDRESS',
  category: 'ordinary',
  count: 14,
  distinct: 9,
  confidence: 0.9,
} as const;
const IBAN = { type: 'IBAN_CODE', category: 'confidential', count: 6, distinct: 6, confidence: 0.9 } as const;

describe('The order of the types found in a file', () => {
  it('puts one confidential type before many ordinary values', () => {
    assert.deepEqual(gravestFirst([EMAIL, CPR]), [CPR, EMAIL]);
  });

  it('puts the type with the most first within a category', () => {
    assert.deepEqual(gravestFirst([CPR, IBAN]), [IBAN, CPR]);
  });
});
