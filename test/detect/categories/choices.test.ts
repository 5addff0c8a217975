import assert from 'node:assert/strict';
import { categoryLists, FINDING_TYPES } from '#detect/index.ts';
import { codes, found } from '../found.ts';
import { names } from '../names/model.ts';

const TEXT = 'Mette Hansen er sygemeldt og er medlem af HK.';

describe("an administrator's choices of special categories", () => {
  it('switch a category off', () => {
    const categories = { off: ['HEALTH' as const], extra: [] };
    assert.deepEqual(found('HEALTH', TEXT, { names, categories }), []);
  });
  it('leave the others on', () => {
    const categories = { off: ['HEALTH' as const], extra: [] };
    assert.notDeepEqual(found('TRADE_UNION', TEXT, { names, categories }), []);
  });
  it('add a phrase of the company', () => {
    const categories = { off: [], extra: [{ type: 'HEALTH' as const, phrase: 'rød seddel' }] };
    assert.deepEqual(found('HEALTH', 'Bo har fået rød seddel.', { names, categories }), ['rød seddel']);
  });
  it('are named as the reason', () => {
    const categories = { off: [], extra: [{ type: 'HEALTH' as const, phrase: 'rød seddel' }] };
    assert.ok(
      codes('HEALTH', 'Bo har fået rød seddel.', { names, categories }).includes(
        'category.phrase-of-the-company',
      ),
    );
  });
  it('do not add a phrase to a category that is off', () => {
    const categories = {
      off: ['HEALTH' as const],
      extra: [{ type: 'HEALTH' as const, phrase: 'gul seddel' }],
    };
    assert.deepEqual(found('HEALTH', 'Bo har fået gul seddel.', { names, categories }), []);
  });
});

describe('the lists of special categories', () => {
  const lists = categoryLists();
  const types = FINDING_TYPES.slice(FINDING_TYPES.indexOf('HEALTH'));

  for (const type of types) {
    for (const language of ['da', 'en']) {
      it(`have phrases for ${type} in ${language}`, () => {
        const list = lists.find((one) => one.type === type && one.language === language);
        assert.ok((list?.phrases.length ?? 0) >= 50);
      });
    }
  }
  it('have no phrase twice in a list', () => {
    const twice = lists.flatMap(({ type, language, phrases }) =>
      phrases
        .filter((phrase, at) => phrases.indexOf(phrase) !== at)
        .map((phrase) => `${type} ${language} ${phrase}`),
    );
    assert.deepEqual(twice, []);
  });
  it('have no phrase of less than two letters', () => {
    const short = lists.flatMap(({ phrases }) =>
      phrases.filter((one) => one.replace(/[*!]/g, '').length < 2),
    );
    assert.deepEqual(short, []);
  });
  it('put the categories of the law on their types', () => {
    const category = (type: string): string | undefined => lists.find((one) => one.type === type)?.category;
    assert.deepEqual(['GENETIC', 'CRIMINAL_OFFENCE', 'WARNING'].map(category), [
      'sensitive',
      'criminal',
      'confidential',
    ]);
  });
});
