import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languageOf, languagesOf, mainLanguageOf, type TextLanguage } from '#detect/index.ts';
import { measureLanguages } from '../../scripts/evaluation/languages.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../shared/data/text');

describe("a text's language", () => {
  for (const [language, text] of Object.entries({
    da: 'Kære alle. Hermed referat af mødet, hvor vi blev enige om at flytte kontoret efter sommerferien. Jeg skal nok skrive til jer.',
    nb: 'Kjære alle. Her er referatet fra møtet, hvor vi ble enige om å flytte kontoret etter sommerferien. Jeg skal skrive til dere av hensyn til noen.',
    sv: 'Hej alla. Här är protokollet från mötet där vi kom överens om att flytta kontoret efter sommaren. Jag ska skriva till er och inte glömma det.',
    en: 'Dear all, here are the minutes of the meeting at which we agreed to move the office after the summer.',
    de: 'Liebe Kollegen, anbei das Protokoll der Sitzung, in der wir uns auf den Umzug des Büros nach dem Sommer geeinigt haben.',
  })) {
    it(`is told of a short letter: ${language}`, () => {
      assert.equal(languageOf(text), language);
    });
  }
  it('is not guessed from numbers', () => {
    assert.equal(languageOf('4711 8000 12,50 Hansen 23456789'), null);
  });
  it('is not guessed from a word or two', () => {
    assert.equal(languageOf('Faktura nr. 12'), null);
  });

  const DANISH =
    'Vi mødes i kantinen på torsdag, hvor formanden fortæller om regnskabet. Bagefter er der kaffe, og I må gerne tage en kollega med.';
  const ENGLISH =
    'We meet in the canteen on Thursday, when the chairman will tell us about the accounts. There will be coffee afterwards.';
  const NORWEGIAN =
    'Vi møtes i kantinen på torsdag, hvor formannen forteller om regnskapet. Etterpå blir det kaffe, og dere må gjerne ta med en kollega.';

  it('is told paragraph by paragraph', () => {
    const text = `${DANISH}\n\n${ENGLISH}\n\n4711 8000\n\n${NORWEGIAN}`;
    assert.deepEqual(
      languagesOf(text).map(({ start, end, language }) => [
        text.slice(start, start + 3),
        text.slice(end),
        language,
      ]),
      [
        ['Vi ', text.slice(DANISH.length), 'da'],
        ['We ', `\n\n4711 8000\n\n${NORWEGIAN}`, 'en'],
        ['471', `\n\n${NORWEGIAN}`, null],
        ['Vi ', '', 'nb'],
      ],
    );
  });
  it('is told of a paragraph whose lines are short', () => {
    const wrapped = DANISH.replace(/(.{30,40}) /g, '$1\n');
    assert.deepEqual(
      languagesOf(`${wrapped}\n\n${ENGLISH}`).map(({ language }) => language),
      ['da', 'en'],
    );
  });
  it('of a whole text is that of most of it', () => {
    assert.equal(mainLanguageOf(`${ENGLISH}\n\n${DANISH}\n\n${DANISH}`), 'da');
  });
  it('of a whole text is none when no paragraph and not the whole has one', () => {
    assert.equal(mainLanguageOf('4711\n\nHansen\n\n8000'), null);
  });
  for (const { language, paragraphs, right, wrong } of measureLanguages(resolve(SAMPLES, '..'))) {
    it(`is told of sentences of 100 to 300 letters, 90 in 100 or better: ${language}`, () => {
      assert.ok(right / paragraphs >= 0.9 && wrong / paragraphs <= 0.08, `${right} of ${paragraphs}`);
    });
  }

  for (const [language, file] of [
    ['da', 'da'],
    ['nb', 'no'],
    ['sv', 'sv'],
    ['en', 'en'],
    ['de', 'de'],
  ] satisfies [TextLanguage, string][]) {
    it(`is told of paragraphs of running text, 97 in 100 or better: ${language}`, () => {
      const path = resolve(SAMPLES, `${file}_sentences.txt`);
      assert.ok(
        existsSync(path),
        `The text samples are missing: expected ../shared/data/text/${file}_sentences.txt.`,
      );
      const text = readFileSync(path, 'utf8');
      let right = 0;
      let all = 0;
      for (let at = 0; at + 1000 <= text.length; at += 1000) {
        all += 1;
        if (languageOf(text.slice(at, at + 1000)) === language) right += 1;
      }
      assert.ok(right / all >= 0.97, `${right} of ${all}`);
    });
  }
});
