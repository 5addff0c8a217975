import assert from 'node:assert/strict';
import { NO_RULES } from '#detect/index.ts';
import { maskedSnippet } from '#rules/masked-snippet.ts';
import { falcon } from './rules-room.ts';

const set = { ...NO_RULES, rules: [falcon()] };
const hit = {
  type: 'CUSTOM_FALK' as const,
  value: 'Projekt\nFalkøje',
  masked: 'P••• F•••',
  snippet: 'Mette Prøvesen (cpr 070761-4285, mette@example.dk) om Projekt Falkøje',
};
const person = {
  type: 'PERSON' as const,
  value: 'Mette Prøvesen',
  masked: 'M••• P•••',
  snippet: '',
};

describe('the text around what a trial found', () => {
  it("shows the rule's own words, whatever white space they were written with", () => {
    assert.equal(maskedSnippet(hit, [hit], set).value, 'Projekt Falkøje');
  });
  it('masks what else was found in the file', () => {
    assert.match(maskedSnippet(hit, [hit, person], set).before, /^M••• P••• \(/);
  });
  it('masks numbers and addresses that are among no findings, since the company allows them', () => {
    const { before } = maskedSnippet(hit, [hit], set);
    assert.equal(before, 'Mette Prøvesen (cpr ••••, •••@example.dk) om ');
  });
  it('masks what matched a pattern', () => {
    const pattern = { ...NO_RULES, rules: [] };
    assert.equal(maskedSnippet(hit, [hit], pattern).value, 'P••• F•••');
  });
});
