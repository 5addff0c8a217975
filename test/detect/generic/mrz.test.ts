import assert from 'node:assert/strict';
import { codes, confidence, found } from '../found.ts';

// The specimens of ICAO Doc 9303 (Utopia).
const TD3 = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const TD2 = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';
const TD1 = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';

describe('machine-readable zones', () => {
  for (const [what, lines] of Object.entries({
    'a passport': TD3,
    'a large card': TD2,
    'a small card': TD1,
  })) {
    it(`are found with all check digits: ${what}`, () => {
      assert.deepEqual(found('MRZ', `Scannet pas:\n${lines}\n`), [lines]);
      assert.ok(confidence('MRZ', lines) > 0.95);
    });
    it(`are found once when a digit was misread: ${what}`, () => {
      const misread = lines.replace('7408122', '7408127');
      assert.ok(codes('MRZ', misread).includes('mrz.some-check-digits-hold'));
    });
  }
  it('are believed little when no check digit holds', () => {
    const wrong = TD3.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
    assert.ok(confidence('MRZ', wrong) < 0.6);
  });
});

describe('near-misses of machine-readable zones', () => {
  for (const [what, text] of Object.entries({
    arrows: 'A << B << C',
    'one line alone': TD3.slice(0, 44),
    'a line too short': TD3.slice(0, -1),
    'source code': 'std::cout << A << B << C;',
    'a payment slip': '+71<000000000001234<12345678<',
    'capitals without end': 'P<UTO'.repeat(40),
  })) {
    it(`are not found: ${what}`, () => {
      assert.deepEqual(found('MRZ', text), []);
    });
  }
});
