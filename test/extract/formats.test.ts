import assert from 'node:assert/strict';
import { formatSet } from '#extract/index.ts';
import { formatFor } from '#extract/formats.ts';

describe('the set of formats', () => {
  it('has a fingerprint for each format, made of its id and version', () => {
    assert.equal(formatSet.formats['pdf'], `pdf@${formatFor('application/pdf')?.version}`);
  });

  it('has one fingerprint for the whole', () => {
    assert.match(formatSet.whole, /^[0-9a-f]{16}$/);
  });

  it('reads kinds of text that it has no format for as plain text', () => {
    assert.equal(formatFor('text/vtt')?.id, 'text');
    assert.equal(formatFor('application/x-unknown'), null);
  });
});
