import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import { z } from 'zod';

export const languages = ['da', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * A word in one language: `t('layout:sign-out')`, with values as `t('layout:form.look', { count: 3 })`. The result is plain
 * text, never HTML: the template escapes it, once. An unknown key comes back as itself.
 */
export type Translate = (key: string, values?: WordValues) => string;
export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  translator(language: Language): Translate;
  has(key: string): boolean;
}

/**
 * Reads `<room>/words.<language>.json` of each folder of views; the room is the namespace. A room's words lie in
 * one folder only. @throws Error when a file is missing or is not a tree of strings
 */
export async function createWords(viewFolders: readonly string[]): Promise<Words> {
  const resources = Object.fromEntries(
    languages.map((language) => [language, readWords(viewFolders, language)]),
  );
  const instance = i18next.createInstance();
  await instance.init({
    resources,
    lng: languages[0],
    fallbackLng: languages[0],
    supportedLngs: [...languages],
    defaultNS: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const translators = new Map<Language, Translate>(
    languages.map((language) => {
      const translate = instance.getFixedT(language);
      return [language, (key, values) => translate(key, { ...values })];
    }),
  );
  return {
    translator: (language) => translators.get(language) ?? ((key) => key),
    has: (key) => instance.exists(key),
  };
}

export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** What a file of words may hold. */
export const wordTree: z.ZodType<WordTree> = z.record(
  z.string(),
  z.union([z.string(), z.lazy((): z.ZodType<WordTree> => wordTree)]),
);

function readWords(viewFolders: readonly string[], language: Language): Record<string, WordTree> {
  const rooms: Record<string, WordTree> = {};
  for (const folder of viewFolders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name, `words.${language}.json`);
      if (entry.isDirectory() && existsSync(file))
        rooms[entry.name] = wordTree.parse(JSON.parse(readFileSync(file, 'utf8')));
    }
  }
  return rooms;
}
