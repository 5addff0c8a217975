import assert from 'node:assert/strict';
import { isCurrent, readerPrint, type Readers } from '#scan/reader-print.ts';

const now: Readers = { formats: { csv: 'csv@1', pdf: 'pdf@3' }, allFormats: 'all-1', detectors: 'det-1' };
const newCsv: Readers = { ...now, formats: { ...now.formats, csv: 'csv@2' }, allFormats: 'all-2' };
const newDetectors: Readers = { ...now, detectors: 'det-2' };

describe('the print of what read a file', () => {
  const plain = readerPrint(now, { format: 'csv', hadNested: false, hadLocked: false, hadText: true });
  const withAttachments = readerPrint(now, {
    format: 'pdf',
    hadNested: true,
    hadLocked: false,
    hadText: true,
  });
  const withoutText = readerPrint(now, { format: 'csv', hadNested: false, hadLocked: false, hadText: false });
  const unread = readerPrint(now, { format: null, hadNested: false, hadLocked: false, hadText: false });

  it('is current for as long as nothing changes', () => {
    for (const print of [plain, withAttachments, withoutText, unread])
      assert.ok(isCurrent(print, now), print);
  });

  it('is out of date when the format has changed', () => {
    assert.ok(!isCurrent(plain, newCsv));
  });

  it('is out of date when another format has changed, if there were files inside', () => {
    assert.ok(!isCurrent(withAttachments, newCsv));
  });

  it('is out of date when any format has changed, if none could read the file', () => {
    assert.ok(!isCurrent(unread, newCsv));
  });

  it('is out of date when the detectors have changed, if there was text', () => {
    assert.deepEqual(
      [plain, withAttachments, withoutText, unread].map((print) => isCurrent(print, newDetectors)),
      [false, false, true, true],
    );
  });

  it("is out of date when the company's rules have changed, if there was text", () => {
    const withRules = { ...now, rules: 'r1' };
    const read = readerPrint(withRules, { format: 'csv', hadNested: false, hadLocked: false, hadText: true });
    assert.deepEqual(
      [plain, withoutText, read].map((print) => isCurrent(print, withRules)),
      [false, true, true],
    );
    assert.deepEqual([isCurrent(read, now), isCurrent(read, { ...now, rules: 'r2' })], [false, false]);
  });

  it('is out of date when the passwords have changed, if something was met that none opened', () => {
    const [before, after] = [
      { ...now, passwords: 'p1' },
      { ...now, passwords: 'p2' },
    ];
    const as = { format: 'pdf', hadNested: false, hadText: true };
    const locked = readerPrint(before, { ...as, hadLocked: true });
    const open = readerPrint(before, { ...as, hadLocked: false });
    assert.deepEqual(
      [before, after, now].map((readers) => isCurrent(locked, readers)),
      [true, false, false],
    );
    assert.deepEqual(
      [before, after, now].map((readers) => isCurrent(open, readers)),
      [true, true, true],
    );
  });

  it('is out of date when its format is there no more', () => {
    assert.ok(!isCurrent(plain, { ...now, formats: { pdf: 'pdf@3' } }));
  });

  it('of nothing is never current', () => {
    assert.ok(!isCurrent('', now));
  });
});
