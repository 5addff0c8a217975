import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { isCovered, markedDocuments, outcomeOf, totalsOf } from '../../scripts/evaluation/whole-documents.ts';
import { names } from '../detect/names/model.ts';

const FOLDER = new URL('../../scripts/evaluation/whole-documents/', import.meta.url);

describe('whole Danish documents', () => {
  for (const half of ['dev', 'held'] as const) {
    const totals = totalsOf(markedDocuments(half).map((document) => outcomeOf(document, names)));
    it(`have at least 95 % of their direct identifiers covered from end to end (${half})`, () => {
      assert.ok(totals.share >= 95, `${totals.share.toFixed(1)} %`);
    });
    it(`have at least 96 % of their people covered (${half})`, () => {
      const persons = totals.byKind.find(({ kind }) => kind === 'PERSON');
      assert.ok(persons && persons.covered / persons.wanted >= 0.96, JSON.stringify(persons));
    });
    it(`have at most one in twenty-five found people who are none (${half})`, () => {
      assert.ok(totals.strangers / totals.persons <= 0.04, `${totals.strangers} of ${totals.persons}`);
    });
  }
  it('hold no CPR number that passes modulus 11, so that none can be somebody’s of before 2007', () => {
    for (const half of ['dev', 'held']) {
      for (const file of readdirSync(new URL(`${half}/`, FOLDER))) {
        const text = readFileSync(new URL(`${half}/${file}`, FOLDER), 'utf8');
        for (const [, day, serial] of text.matchAll(/\[\[CPR\|(\d{6})-(\d{4})\]\]/g)) {
          const digits = Array.from(`${day}${serial}`, Number);
          const sum = digits.reduce((total, digit, at) => total + digit * (WEIGHTS[at] ?? 0), 0);
          assert.notEqual(sum % 11, 0, file);
        }
      }
    }
  });
});

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

describe('a marked place', () => {
  const finding = (start: number, end: number) => ({
    type: 'PERSON' as const,
    category: 'ordinary' as const,
    start,
    end,
    confidence: 0.9,
    evidence: [],
  });
  it('is covered by two findings that meet', () => {
    assert.equal(isCovered('Ida Holm', 0, 8, [finding(0, 3), finding(4, 8)]), true);
  });
  it('is not covered when a letter is left out', () => {
    assert.equal(isCovered('Ida Holm', 0, 8, [finding(0, 7)]), false);
  });
});
