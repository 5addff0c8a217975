import assert from 'node:assert/strict';
import { keptContent, keptEvidence, keptTally } from '#scan/kept.schema.ts';
import { nothingYet } from '#scan/run.ts';

const content = {
  value: 'anna@example.com',
  masked: 'a…@example.com',
  snippet: 'Write to anna@example.com today',
  evidence: [{ effect: 'raises', code: 'word-beside' }],
  places: [{ path: ['list.xlsx'], sheet: 'Staff', row: 3, column: 2 }],
};

describe('What a scan keeps as JSON', () => {
  it('gives a finding back as it was sealed', () => {
    assert.deepEqual(keptContent(JSON.stringify(content)), content);
  });

  it('leaves out of a finding what another version kept besides', () => {
    assert.deepEqual(keptContent(JSON.stringify({ ...content, later: 1 })), content);
  });

  it('refuses a finding whose places are none', () => {
    assert.throws(() => keptContent(JSON.stringify({ ...content, places: [{ page: 1 }] })));
  });

  it('does not name the value when it refuses a finding', () => {
    assert.throws(
      () => keptContent(JSON.stringify({ ...content, places: null })),
      (error: Error) => !error.message.includes(content.value),
    );
  });

  it('refuses evidence with an effect that there is not', () => {
    assert.throws(() => keptEvidence('[{"effect":"proves","code":"word-beside"}]'));
  });

  it('counts as nothing what an earlier version did not count', () => {
    assert.deepEqual(keptTally('{"seen":3,"expected":4}'), { ...nothingYet, seen: 3, expected: 4 });
  });

  it('takes the findings of a first version for places', () => {
    assert.equal(keptTally('{"findings":7}').places, 7);
  });

  it('prefers places where a run has both', () => {
    assert.equal(keptTally('{"findings":7,"places":9}').places, 9);
  });

  it('refuses a tally that is not of numbers', () => {
    assert.throws(() => keptTally('{"seen":"3"}'));
  });
});
