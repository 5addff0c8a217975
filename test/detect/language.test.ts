import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { languageOf, type TextLanguage } from '#detect/index.ts';

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
