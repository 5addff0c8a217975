import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWords, languages, wordTree } from '#web/words.ts';
import type { Language, WordTree } from '#web/words.ts';
import { productViews, testViews } from '../support/web-app.ts';
import { filesEnding } from '../support/web-files.ts';

const root = join(productViews, '..');
const rooms = readdirSync(productViews).filter((room) =>
  readdirSync(join(productViews, room)).includes('words.da.json'),
);
const sources = [...filesEnding(productViews, '.ejs'), ...filesEnding(join(root, 'app'), '.ts')].map((file) =>
  readFileSync(file, 'utf8'),
);

function keysOf(room: string, language: Language): string[] {
  const text = readFileSync(join(productViews, room, `words.${language}.json`), 'utf8');
  return flatten(wordTree.parse(JSON.parse(text))).map((key) => `${room}:${key}`);
}

function flatten(tree: WordTree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : flatten(value, `${path}${key}.`),
  );
}

const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const allKeys = () => new Set(rooms.flatMap((room) => keysOf(room, 'da')).map(withoutPlural));

/** Families of keys that code puts together, as the note beside it says: `words: scan:status.*`. */
const families = sources.flatMap((text) =>
  [...text.matchAll(/words:\s+([a-z-]+:[\w.-]*)\*/g)].map((match) => match[1] ?? ''),
);

describe('The words', () => {
  for (const room of rooms) {
    it(`of ${room} have the same keys in both languages`, () => {
      assert.deepEqual(keysOf(room, 'en').sort(), keysOf(room, 'da').sort());
    });

    it(`of ${room} come in one and many, or in neither`, () => {
      const keys = keysOf(room, 'da');
      const halves = keys.filter(
        (key) =>
          key.endsWith('_one') !== keys.includes(key.replace(/_one$/, '_other')) && key.endsWith('_one'),
      );
      const others = keys.filter(
        (key) => key.endsWith('_other') && !keys.includes(key.replace(/_other$/, '_one')),
      );
      assert.deepEqual([...halves, ...others], []);
    });

    it(`of ${room} take the same values in both languages`, () => {
      const values = (language: Language) => {
        const text = readFileSync(join(productViews, room, `words.${language}.json`), 'utf8');
        return [...text.matchAll(/\{\{\s*([\w-]+)/g)].map((match) => match[1]).sort();
      };
      assert.deepEqual(new Set(values('en')), new Set(values('da')));
    });
  }

  it('are there for every key that a template or a presenter says', () => {
    const known = allKeys();
    const said = sources.flatMap((text) =>
      [...text.matchAll(/\bt\(\s*['"]([a-z-]+:[\w.-]+)['"]\s*[,)]/g)].map((match) => match[1] ?? ''),
    );
    const missing = [...new Set(said)].filter(
      (key) => !known.has(key) && !families.some((family) => family === key),
    );
    assert.ok(said.length > 10);
    assert.deepEqual(missing, []);
  });

  it('are all said somewhere', () => {
    const text = sources.join('\n');
    const unused = [...allKeys()].filter(
      (key) =>
        !families.some((family) => key.startsWith(family)) &&
        !['"', "'", '`'].some((quote) => text.includes(`${quote}${key}${quote}`)) &&
        !isWordsOfAFailure(text, key),
    );
    assert.deepEqual(unused, []);
  });

  it('of a family are there', () => {
    const known = [...allKeys()];
    const inRooms = families.filter((family) => rooms.includes(family.split(':')[0] ?? ''));
    assert.ok(inRooms.length > 0);
    assert.deepEqual(
      inRooms.filter((family) => !known.some((key) => key.startsWith(family))),
      [],
    );
  });

  it('are plain text: the template escapes them, once', async () => {
    const t = (await createWords([productViews, testViews])).translator('en');
    assert.equal(t('demo:saved', { name: '<b>&"' }), 'The form was saved for <b>&".');
  });

  it('count in the plural of the language', async () => {
    const words = await createWords([productViews]);
    assert.match(words.translator('da')('layout:form.look', { count: 1 }), /^Ét felt/);
    assert.match(words.translator('en')('layout:form.look', { count: 1200 }), /^1,200 fields/);
  });

  it('are read in every language', async () => {
    const words = await createWords([productViews]);
    assert.equal(
      new Set(languages.map((language) => words.translator(language)('layout:sign-out'))).size,
      languages.length,
    );
  });
});

/** A WordedFailure names the stem of its `.title` and `.hint`. */
function isWordsOfAFailure(text: string, key: string): boolean {
  const stem = /^(.*)\.(?:title|hint)$/.exec(key)?.[1];
  return stem !== undefined && text.includes(`'${stem}'`);
}
