import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { makeCode, readCode } from '#identity/core/one-time-code.ts';

describe('A one-time code', () => {
  it('is four groups of five characters that cannot be mistaken for one another', () => {
    for (let i = 0; i < 50; i++) {
      assert.match(makeCode(randomBytes), /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/);
    }
  });

  it('uses five bits of each random byte, all of the alphabet alike', () => {
    const counted = (from: number) => (size: number) =>
      Uint8Array.from({ length: size }, (_, at) => from + at);
    assert.equal(makeCode(counted(0)), '01234-56789-ABCDE-FGHJK');
    assert.equal(makeCode(counted(20)), 'MNPQR-STVWX-YZ012-34567');
  });

  it('is read however it is typed', () => {
    for (const typed of [
      '01abc-defgh-jkmnp-qrstv',
      '01ABCDEFGHJKMNPQRSTV',
      ' OIabc defgh\tjkmnp–qrstv ',
      'olabc.defgh.jkmnp.qrstv',
    ]) {
      assert.equal(readCode(typed), '01ABC-DEFGH-JKMNP-QRSTV', typed);
    }
  });

  it('is not read from what cannot be one', () => {
    for (const typed of [
      '',
      '01abc',
      '01abc-defgh-jkmnp-qrst',
      '01abc-defgh-jkmnp-qrstvw',
      'u1abc-defgh-jkmnp-qrstv',
    ]) {
      assert.equal(readCode(typed), null, typed);
    }
  });
});
