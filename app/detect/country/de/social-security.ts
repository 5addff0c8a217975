import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German pension insurance numbers (Rentenversicherungsnummer, Sozialversicherungsnummer).
 *
 * Pattern: two digits for the area, DDMMYY, the first letter of the name at birth, two digits, a check digit.
 * Checksum: weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1 over the digits with the letter as two, sums of digits, modulo 10.
 * Source: Verordnung über die Versicherungsnummer (VKVV), §§ 2-4.
 * Near-misses: batch numbers with a letter in that place.
 */
export const deSocialSecurity: Identifier = {
  id: 'de-social-security',
  version: 1,
  type: 'DE_SOCIAL_SECURITY',
  category: 'confidential',
  rule: {
    en: 'a German pension insurance number: date of birth and check digit hold',
    da: 'et tysk pensionsforsikringsnummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { x12: 0, 'd2 d6 a1 d3': 1, 'd8 a1 d3': 1, 'd2 d2 d2 d2 a1 d3': 1 },
  holds: (compact) => {
    if (!/^\d{8}[A-Z]\d{3}$/.test(compact)) return false;
    // 50 is added to the day where the serials of one day have run out.
    const day = twoDigitsAt(compact, 2);
    if (!isDay(day > 50 ? day - 50 : day, twoDigitsAt(compact, 4), null)) return false;
    const letter = compact.charCodeAt(8) - 64;
    const digits = compact.slice(0, 8) + String(letter).padStart(2, '0') + compact.slice(9, 11);
    let sum = 0;
    for (let at = 0; at < 12; at += 1) {
      const product = digitAt(digits, at) * (WEIGHTS[at] ?? 0);
      sum += Math.floor(product / 10) + (product % 10);
    }
    return sum % 10 === digitAt(compact, 11);
  },
  prior: 2,
  checked: true,
  words: words(
    'rentenversicherung',
    'sozialversicherung',
    'rvnr',
    'sv-?n',
    'versicherungsn',
    'svnr',
    'german social',
    'tysk (?:social|pension)',
  ),
  kinds: ['national-id', 'birth'],
};

const WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
