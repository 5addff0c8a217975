import assert from 'node:assert/strict';
import { score, scoreTable, type ScanLine, type TruthLine } from '../../scripts/demo/score.ts';

const TRUTH: TruthLine[] = [
  {
    path: 'a/b.txt',
    status: 'scanned',
    values: [
      { type: 'DK_CPR', count: 2 },
      { type: 'DK_CPR', count: 1 },
    ],
  },
  { path: 'clean.txt', status: 'scanned', values: [] },
];

describe('score', () => {
  it('adds up the values of a type in a file', () => {
    assert.equal(cpr([line('a/b.txt', 3)]).expected, 3);
  });

  it('gives full marks to a scan that finds what is there', () => {
    const { recall, precision } = cpr([line('a/b.txt', 3)]);
    assert.deepEqual([recall, precision], [1, 1]);
  });

  it('takes a miss from the recall only', () => {
    const { recall, precision } = cpr([line('a/b.txt', 2)]);
    assert.deepEqual([recall, precision], [2 / 3, 1]);
  });

  it('takes a find too many from the precision only', () => {
    const { recall, precision } = cpr([line('a/b.txt', 4)]);
    assert.deepEqual([recall, precision], [1, 3 / 4]);
  });

  it('does not let a find in one file stand in for a miss in another', () => {
    assert.equal(cpr([line('a/b.txt', 1), line('clean.txt', 2)]).right, 1);
  });

  it('counts several findings of a type in one file together', () => {
    const findings = [
      { type: 'DK_CPR', count: 1 },
      { type: 'DK_CPR', count: 2 },
    ];
    assert.equal(cpr([{ path: '/share/a/b.txt', status: 'scanned', findings }]).found, 3);
  });

  it('leaves types aside that the truth does not list', () => {
    const findings = [{ type: 'PERSON', count: 9 }];
    const { types } = score(TRUTH, [{ path: '/share/clean.txt', status: 'scanned', findings }], '/share');
    assert.ok(types.every((one) => one.found === 0));
  });

  it('counts files without a result, and results that the truth does not know', () => {
    const { files } = score(TRUTH, [line('a/b.txt', 3), line('new.txt', 0)], '/share');
    assert.deepEqual(files, { inTruth: 2, missing: 1, unknown: 1, statusAsExpected: 1 });
  });

  it('names the files that ended in another way than expected', () => {
    const { otherStatus } = score(TRUTH, [{ ...line('a/b.txt', 3), status: 'failed' }], '/share');
    assert.deepEqual(otherStatus, [
      { path: 'a/b.txt', expected: 'scanned', found: 'failed' },
      { path: 'clean.txt', expected: 'scanned', found: null },
    ]);
  });

  it('does not take a folder of a like name for the share', () => {
    const { files } = score(TRUTH, [{ ...line('a/b.txt', 3), path: '/share-2/a/b.txt' }], '/share');
    assert.equal(files.missing, 2);
  });

  it('names the files that are furthest off first', () => {
    const { misses } = score(TRUTH, [line('a/b.txt', 2), line('clean.txt', 5)], '/share');
    assert.deepEqual(
      misses.map((miss) => miss.path),
      ['clean.txt', 'a/b.txt'],
    );
  });

  it('prints one line a type', () => {
    const table = scoreTable(score(TRUTH, [line('a/b.txt', 2)], '/share'));
    assert.match(table, /^DK_CPR +3 +2 +2 +0\.6667 +1\.0000$/m);
  });
});

function cpr(scanned: readonly ScanLine[]) {
  const found = score(TRUTH, scanned, '/share').types.find((one) => one.type === 'DK_CPR');
  assert.ok(found);
  return found;
}

function line(path: string, count: number): ScanLine {
  return { path: `/share/${path}`, status: 'scanned', findings: [{ type: 'DK_CPR', count }] };
}
