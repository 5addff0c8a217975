import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  heldOutTotal,
  measureCategories,
  recallOnDocuments,
} from '../../../scripts/evaluation/categories.ts';
import { names } from '../names/model.ts';

const PAIRS = new URL('../../contrast/categories/', import.meta.url);

/** Least recall of documents of a kind, of 20, one below what was measured: see recallOnDocuments. */
const FOUND_OF_20: Readonly<Record<string, number>> = {
  sick_note: 19,
  medical_record: 16,
  dismissal: 11,
  warning: 15,
  performance_review: 8,
  payslip: 17,
};

describe('the contrast pairs of special categories', () => {
  for (const file of readdirSync(PAIRS).filter((name) => name.endsWith('.jsonl'))) {
    const pairs = readFileSync(new URL(file, PAIRS), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { language: string; about: string; not: string });
    it(`are at least forty, twenty-five of them Danish: ${file}`, () => {
      assert.ok(pairs.length >= 40 && pairs.filter(({ language }) => language === 'da').length >= 25);
    });
    it(`hold no text twice: ${file}`, () => {
      const texts = pairs.flatMap(({ about, not }) => [about, not]);
      assert.equal(new Set(texts).size, texts.length);
    });
  }
});

describe('the quality of special categories', function () {
  this.timeout(20_000);
  const measures = measureCategories(names);

  it('does not fall in precision over all held-out pairs', () => {
    assert.ok(heldOutTotal(measures).precision >= 0.95);
  });
  it('does not fall in recall over all held-out pairs', () => {
    assert.ok(heldOutTotal(measures).recall >= 0.91);
  });
  for (const { type, heldOut } of measures) {
    it(`is above its floor for ${type}`, () => {
      assert.ok(heldOut.precision >= 0.85 && heldOut.recall >= (type === 'TRADE_UNION' ? 0.7 : 0.8));
    });
  }
  for (const { kind, found } of recallOnDocuments(names)) {
    it(`does not fall on documents of another author: ${kind}`, () => {
      assert.ok(found >= (FOUND_OF_20[kind] ?? 20));
    });
  }
});
