import assert from 'node:assert/strict';
import { createFormats } from '#web/index.ts';

const danish = createFormats('da', 'Europe/Copenhagen');
const english = createFormats('en', 'Europe/Copenhagen');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('Formats', () => {
  it('write Danish numbers with a comma for decimals', () => {
    assert.equal(danish.number(1234.5), '1.234,5');
  });

  it('write English numbers with a point for decimals', () => {
    assert.equal(english.number(1234.5), '1,234.5');
  });

  it('write as many decimals as they are told', () => {
    assert.equal(danish.number(2, 2), '2,00');
  });

  it('write Danish dates with points', () => {
    assert.equal(danish.date(new Date('2026-11-23T12:00:00Z')), '23.11.2026');
  });

  it('write English dates with the month in letters', () => {
    assert.equal(english.date(new Date('2026-11-23T12:00:00Z')), '23 Nov 2026');
  });

  it('tell the time of the zone, across midnight', () => {
    assert.equal(danish.dateTime(new Date('2026-11-23T23:30:00Z')), '24.11.2026 00.30');
  });

  it('write a ratio as a percentage', () => {
    assert.equal(plain(danish.percent(0.125)), '12,5 %');
  });

  const sizes: [number, string][] = [
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1_240_000, '1,2 MB'],
    [218_400_000_000, '218 GB'],
    [5e18, '5.000 PB'],
  ];
  for (const [value, text] of sizes) {
    it(`write ${value} bytes as ${text}`, () => {
      assert.equal(danish.bytes(value), text);
    });
  }

  const times: [number, string][] = [
    [0, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [7_500_000, '2 h 5 min'],
    [7_201_000, '2 h'],
    [90_000_000, '1 d 1 h'],
  ];
  for (const [value, text] of times) {
    it(`write ${value} ms as ${text}`, () => {
      assert.equal(english.duration(value), text);
    });
  }
});
