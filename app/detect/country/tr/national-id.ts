import { digitAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Turkish identity numbers (T.C. kimlik numarası).
 *
 * Pattern: eleven digits, the first not 0.
 * Checksum: two check digits over the sums of odd and even places, modulo 10.
 * Source: Nüfus ve Vatandaşlık İşleri; Nüfus Hizmetleri Kanunu (5490), art. 47.
 * Near-misses: other numbers of eleven digits; one in a hundred passes.
 */
export const trNationalId: Identifier = {
  id: 'tr-national-id',
  version: 1,
  type: 'TR_NATIONAL_ID',
  category: 'confidential',
  rule: {
    en: 'a Turkish identity number: both check digits hold',
    da: 'et tyrkisk personnummer: begge kontrolcifre stemmer',
  },
  shapes: { d11: 0 },
  holds: (compact) => {
    const sum = (...places: number[]): number =>
      places.reduce((total, at) => total + digitAt(compact, at), 0);
    const odd = sum(0, 2, 4, 6, 8);
    const even = sum(1, 3, 5, 7);
    const first = (((odd * 7 - even) % 10) + 10) % 10;
    return (
      digitAt(compact, 0) !== 0 &&
      first === digitAt(compact, 9) &&
      (odd + even + first) % 10 === digitAt(compact, 10)
    );
  },
  prior: -1,
  checked: true,
  words: words('t\\.? ?c\\.? ?kimlik', 'kimlik', 'tckn$', 'tyrkisk (?:id|cpr|person)'),
  kinds: ['national-id'],
};
