import assert from 'node:assert/strict';
import { FILE_KINDS, KIND_TYPES, kindOf } from '#scan/file-kind.ts';

describe('the kind of a file', () => {
  const named = Object.entries(KIND_TYPES);

  it('is told by exactly one entry for each type and beginning', () => {
    for (const [kind, { types, beginnings }] of named)
      for (const type of [...types, ...beginnings]) {
        const fitting = named.filter(
          ([, other]) =>
            other.types.includes(type) || other.beginnings.some((beginning) => type.startsWith(beginning)),
        );
        assert.deepEqual(
          fitting.map(([name]) => name),
          [kind],
          type,
        );
      }
  });

  it('is other for a type that nobody named, and for a file that was not opened', () => {
    assert.deepEqual([kindOf('application/octet-stream'), kindOf(null)], ['other', 'other']);
  });

  it('has no character in its beginnings that means something to the database', () => {
    for (const [, { beginnings }] of named)
      for (const beginning of beginnings) assert.doesNotMatch(beginning, /[%_]/);
  });

  it('tells the types of documents that people know', () => {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    assert.deepEqual([word, 'image/png', 'message/rfc822', 'text/csv'].map(kindOf), [
      'word',
      'picture',
      'mail',
      'text',
    ]);
    assert.equal(FILE_KINDS.length, named.length + 1);
  });
});
