import assert from 'node:assert/strict';
import { codes, found } from '../found.ts';

describe('IBANs', () => {
  for (const value of [
    'DK5000400440116243',
    'DK50 0040 0440 1162 43',
    'DK50-0040-0440-1162-43',
    'dk5000400440116243',
    'GB29 NWBK 6016 1331 9268 19',
    'DK50\u00a00040\u00a00440\u00a01162\u00a043',
  ]) {
    it(`are found: ${value}`, () => {
      assert.deepEqual(found('IBAN_CODE', `overføres til ${value}, tak`), [value]);
    });
  }
  it('end after the number of characters of their country', () => {
    assert.deepEqual(found('IBAN_CODE', 'DK50 0040 0440 1162 43 SWIFT DABADKKK'), ['DK50 0040 0440 1162 43']);
  });
  it('are raised by the column they stand in', () => {
    assert.ok(
      codes('IBAN_CODE', 'Anna\tDK5000400440116243', { columns: ['Navn', 'Lønkonto'] }).includes(
        'iban.column-names-it',
      ),
    );
  });
  for (const [what, text] of Object.entries({
    'a mistyped digit': 'DK5000400440116244',
    'mixed case': 'GB29 nWBK 6016 1331 9268 19',
    'a longer code': 'DK50004004401162439',
    'letters in front': 'XDK5000400440116243',
    'a country without IBANs': 'US5000400440116243',
    'slashes between': 'DK50/0040/0440/1162/43',
    'the beginning only': 'DK50 0040',
  })) {
    it(`are not found: ${what}`, () => {
      assert.deepEqual(found('IBAN_CODE', text), []);
    });
  }
});
