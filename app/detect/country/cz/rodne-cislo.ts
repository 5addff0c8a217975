import { isDay } from '../../identifiers/calendar.ts';
import { remainder, twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Czech and Slovak birth numbers (rodné číslo, rodné číslo SK).
 *
 * Pattern: YYMMDD/NNNC, or ten digits; women have 50 added to the month, and 20 where a day's numbers have run out.
 * Those from before 1954 have nine digits and no check digit; they are read only with the slash.
 * Checksum: divisible by eleven (a rest of ten written as 0 before 1985).
 * Source: zákon č. 133/2000 Sb., § 13.
 * Near-misses: account numbers with a bank code behind the slash, any ten digits.
 */
export const czRodneCislo: Identifier = {
  id: 'cz-rodne-cislo',
  version: 1,
  type: 'CZ_RODNE_CISLO',
  category: 'confidential',
  rule: {
    en: 'a Czech or Slovak birth number: date of birth and check digit hold',
    da: 'et tjekkisk eller slovakisk personnummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d10: 0, 'd6/d4': 3.2, 'd6/d3': 0.5 },
  holds: (compact) => {
    const month = (twoDigitsAt(compact, 2) % 50) % 20;
    if (!isDay(twoDigitsAt(compact, 4), month, null)) return false;
    const year = twoDigitsAt(compact, 0);
    if (compact.length === 9) return year < 54;
    const rest = remainder(compact.slice(0, 9), 11);
    return (rest === 10 && year >= 54 && year < 85 ? 0 : rest) === compact.charCodeAt(9) - 48;
  },
  prior: -2.2,
  checked: true,
  words: words(
    'rodn[éeá]',
    'r\\. ?[čc]\\.',
    'rč$',
    'czech (?:id|birth)',
    'slovak (?:id|birth)',
    'tjekkisk (?:id|cpr|person)',
  ),
  kinds: ['national-id', 'birth'],
};
