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

describe('machine-readable zones that a reader of pictures got partly wrong', () => {
  for (const [what, lines] of Object.entries({
    'letters for digits': TD3.replace('7408122', '74O8I22'),
    'a letter for a digit of the number': TD1.replace('D231458907', 'D23145B907'),
    'a sign too many before the number': TD1.replace('I<UTOD', 'I<UT0OD'),
    'another sign for the first': TD1.replace('I<UTO', 'T<UTO'),
    'fillers miscounted': TD1.replace('<<<<<<<<<<<6', '<<<<<<<<<I'),
    'fillers as other signs': TD3.replace('<<ANNA<', '«ANNA£'),
    'blanks between signs': TD3.replace('L898902C36UTO', 'L898902C36 UTO '),
    'small letters at the end': TD3.replace('<<<<<10', '<<<<<lo'),
    'a blank line between': TD3.replace('\n', '\n\n'),
  })) {
    it(`are found: ${what}`, () => {
      assert.deepEqual(found('MRZ', `Scannet:\n${lines}\n`), [lines]);
      assert.ok(confidence('MRZ', `Scannet:\n${lines}\n`) > 0.9);
    });
  }
  it('say that signs were put right', () => {
    assert.ok(codes('MRZ', TD3.replace('7408122', '74O8I22')).includes('mrz.misread-and-check-digits-hold'));
  });
  it('are not found where a check digit fails all the same', () => {
    assert.deepEqual(found('MRZ', TD1.replace('I<', 'T<').replace('7408122', '7408123')), []);
  });
  it('are not found where a date is none', () => {
    assert.deepEqual(found('MRZ', TD1.replace('I<', 'T<').replace('7408122', '7413125')), []);
  });
});

describe('near-misses of machine-readable zones', () => {
  for (const [what, text] of Object.entries({
    arrows: 'A << B << C',
    'one line alone': TD3.slice(0, 44),
    'a line too short': TD3.slice(0, -6),
    'source code': 'std::cout << A << B << C;',
    'a payment slip': '+71<000000000001234<12345678<',
    'capitals without end': 'P<UTO'.repeat(40),
  })) {
    it(`are not found: ${what}`, () => {
      assert.deepEqual(found('MRZ', text), []);
    });
  }
});
