import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
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
    if (digitAt(compact, 0) === 0) return false;
    const odd = weightedSum(compact, ODD);
    const even = weightedSum(compact, EVEN);
    const first = (odd * 7 + even * 9) % 10;
    return first === digitAt(compact, 9) && (odd + even + first) % 10 === digitAt(compact, 10);
  },
  prior: -1,
  checked: true,
  words: words('t\\.? ?c\\.? ?kimlik', 'kimlik', 'tckn$', 'tyrkisk (?:id|cpr|person)'),
  kinds: ['national-id'],
};

const ODD = [1, 0, 1, 0, 1, 0, 1, 0, 1];
const EVEN = [0, 1, 0, 1, 0, 1, 0, 1];
