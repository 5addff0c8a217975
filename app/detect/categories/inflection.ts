import type { ListLanguage } from './phrase-list.ts';

/** What may follow a phrase of these languages within its last word. */
export function endingsOf(languages: readonly ListLanguage[]): ReadonlySet<string> {
  const key = languages.toSorted().join(' ');
  const made = MADE.get(key) ?? new Set(languages.flatMap((language) => ENDINGS[language].split(' ')));
  MADE.set(key, made);
  return made;
}

const MADE = new Map<string, ReadonlySet<string>>();

/** Endings of nouns, adjectives and verbs; genitives among them. */
const ENDINGS: Readonly<Record<ListLanguage, string>> = {
  da: 'e en et er es ens ets ene enes erne ernes ers n ns r rs ne nes rne rnes s t te ts ede',
  en: 's es ed d ing',
  sv: 'a ar arna arnas ade ad at e en ens er erna ernas et ets n ns na nas or orna r s t ts te',
  nb: 'e en et er ene a ens ets enes ers n ns r ne rne s t te ede',
  de: 'e en em er es n ens ern s t te ten ter tes in innen st',
};
