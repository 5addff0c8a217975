import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detect, detectorSet, REPORTED_FROM } from '#detect/index.ts';
import { found, inventedCpr, withHyphen } from './found.ts';
import { ownTime } from '../support/own-time.ts';

const MIXED = `CPR ${withHyphen(inventedCpr('070761', 4000))}, anna@firma.dk, tlf. 23 45 67 89, DK50 0040 0440 1162 43, 4012 8888 8888 1881`;

describe('detect', () => {
  it('finds all kinds in order of start', () => {
    assert.deepEqual(
      detect(MIXED).map(({ type }) => type),
      ['DK_CPR', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'IBAN_CODE', 'CREDIT_CARD'],
    );
  });
  it('reports an IBAN and not the number that stands inside it', () => {
    const text = 'CPR DK50 0040 0440 1162 43';
    assert.deepEqual(
      detect(text).map(({ type }) => type),
      ['IBAN_CODE'],
    );
  });
  it('reports a CPR number rather than a phone number of the same digits', () => {
    const number = inventedCpr('070761', 4000);
    assert.deepEqual(
      detect(`telefon og CPR ${number}`).map(({ type }) => type),
      ['DK_CPR'],
    );
  });
  it('reports nothing below its threshold, and nothing that overlaps, in any text', () => {
    const parts = fc.array(
      fc.constantFrom(
        ...Array.from('0123456789 -.+@aDK\t\n'),
        '4012888888881881',
        'DK50',
        '070761',
        'cpr ',
        'tlf ',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(parts, (characters) => {
        const text = characters.join('');
        let end = 0;
        for (const finding of detect(text)) {
          assert.ok(
            finding.confidence >= REPORTED_FROM &&
              finding.start >= end &&
              finding.end > finding.start &&
              finding.end <= text.length,
          );
          end = finding.end;
        }
      }),
      { numRuns: 500 },
    );
  });
  it('counts offsets in UTF-16 code units', () => {
    assert.equal(detect('😀 anna@firma.dk')[0]?.start, 3);
  });
  it('finds nothing in an empty text', () => {
    assert.deepEqual(detect(''), []);
  });
  it('keeps an e-mail address whole when it holds digits', () => {
    assert.deepEqual(found('EMAIL_ADDRESS', 'kunde23456789@firma.dk'), ['kunde23456789@firma.dk']);
  });
  it('names its set of detectors with their versions', () => {
    assert.match(detectorSet, /^common@\d+( [a-z-]+@\d+){40,}$/);
  });
});

describe('the time detect takes', () => {
  // Each is cheap when linear (well under a second) and takes minutes when it is not.
  for (const piece of [
    '1234567890',
    '@',
    'a@',
    'a.',
    'ABCDEFGH',
    'ord',
    '1 ',
    '+45 ',
    '12-',
    '(',
    '4571 ',
    'DK50 ',
    '01.',
    '\t',
    '00 ',
    '44051401359 ',
    'AB12345 ',
    'password: ',
    'a:',
    'P<DNK',
    '<<',
    '1.1.1.1.',
    'f. 1.1.1980 ',
    '-----BEGIN ',
    'eyJ',
    '(at)',
  ]) {
    it(`is linear for a text of ${JSON.stringify(piece)} only`, async function () {
      this.timeout(120_000);
      const text = piece.repeat(1_000_000 / piece.length);
      assert.ok((await ownTime(() => detect(text))) < 8000);
    });
  }
});
