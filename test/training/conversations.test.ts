import assert from 'node:assert/strict';
import type { GoldText } from '../../scripts/training/corpus.ts';
import { asConversation } from '../../scripts/training/conversations.ts';
import { asDanish } from '../../scripts/training/norwegian-as-danish.ts';
import { seeded } from '../../scripts/training/random.ts';

const SENTENCE: GoldText = {
  text: 'Vi mødte Ida Holm i Ry.',
  spans: [
    { start: 9, end: 17, kind: 'PER' },
    { start: 20, end: 22, kind: 'LOC' },
  ],
  language: 'da',
};

const PEOPLE = {
  given: () => 'Zelma',
  surname: () => 'Qvist',
  full: () => 'Zelma Qvist',
  company: () => 'Qvist ApS',
};

describe('sentences of a conversation', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`have their spans, and those of who speaks, where the names stand (seed ${seed})`, () => {
      const { text, spans } = asConversation([SENTENCE, SENTENCE], PEOPLE, seeded(seed));
      const named = spans.map(({ start, end }) => text.slice(start, end).toLowerCase());
      const speakers = named.filter((name) => name.startsWith('zelma') || name.startsWith('qvist'));
      assert.deepEqual(
        named.filter((name) => !speakers.includes(name)),
        ['ida holm', 'ry', 'ida holm', 'ry'],
      );
    });
  }
});

describe('Norwegian made Danish', () => {
  it('leaves names alone and keeps their places', () => {
    const { text, spans, language } = asDanish({
      text: 'Etter møtet så Av Ut opp mot Gjøvik.',
      spans: [
        { start: 15, end: 20, kind: 'PER' },
        { start: 29, end: 35, kind: 'LOC' },
      ],
      language: 'nb',
    });
    assert.deepEqual(
      [text, language, ...spans.map(({ start, end }) => text.slice(start, end))],
      ['Efter møtet så Av Ut op mod Gjøvik.', 'da', 'Av Ut', 'Gjøvik'],
    );
  });
});
