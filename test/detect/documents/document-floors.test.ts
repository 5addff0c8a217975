import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { EXPERIMENTAL_KINDS, DOCUMENT_KINDS } from '#detect/index.ts';
import { documentsTotal, measureDocuments } from '../../../scripts/evaluation/documents.ts';
import { names } from '../names/model.ts';

const PAIRS = new URL('../../contrast/documents/', import.meta.url);
const FILES = readdirSync(PAIRS).filter((file) => file.endsWith('.jsonl'));

describe('kinds of documents on the contrast pairs that nothing was tuned on', () => {
  const measures = measureDocuments(names);
  const total = documentsTotal(measures);

  it('are right in at least 92 of 100, near-misses and other kinds counted', () => {
    assert.ok(total.precision >= 0.92, total.precision.toFixed(3));
  });
  it('are found in at least 80 of 100', () => {
    assert.ok(total.recall >= 0.8, total.recall.toFixed(3));
  });
  it('are told of at most 6 of 100 near-misses', () => {
    assert.ok(total.falseNear / total.documents <= 0.06, `${total.falseNear} of ${total.documents}`);
  });
  for (const { kind, heldOut } of measures) {
    it(`are right three times in four or better: ${kind}`, () => {
      assert.ok(heldOut.precision >= 0.75 && heldOut.recall >= 0.5);
    });
  }
  for (const file of FILES) {
    it(`come in at least forty pairs: ${file}`, () => {
      assert.ok(readFileSync(new URL(file, PAIRS), 'utf8').trim().split('\n').length >= 40);
    });
  }
  it('are experiments where there are no pairs', () => {
    const measured = FILES.map((file) => file.slice(0, -'.jsonl'.length));
    assert.deepEqual(
      DOCUMENT_KINDS.filter((kind) => !measured.includes(kind) && kind !== 'fit_note'),
      DOCUMENT_KINDS.filter((kind) => EXPERIMENTAL_KINDS.includes(kind)),
    );
  });
});
