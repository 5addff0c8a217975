import { digitAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German health insurance numbers (Krankenversichertennummer), the part that stays with a person.
 *
 * Pattern: a letter and nine digits.
 * Checksum: the letter as two digits, weights 1 and 2 in turn, sums of digits, modulo 10.
 * Source: Sozialgesetzbuch V § 290; GKV-Spitzenverband.
 * Near-misses: item codes of a letter and nine digits: one in ten passes.
 */
export const deHealthInsurance: Identifier = {
  id: 'de-health-insurance',
  version: 1,
  type: 'DE_HEALTH_INSURANCE',
  category: 'confidential',
  rule: {
    en: 'a German health insurance number: its check digit holds',
    da: 'et tysk sygesikringsnummer: kontrolcifferet stemmer',
  },
  shapes: { x10: 0 },
  holds: (compact) => {
    if (!/^[A-Z]\d{9}$/.test(compact)) return false;
    const digits = String(compact.charCodeAt(0) - 64).padStart(2, '0') + compact.slice(1, 9);
    let sum = 0;
    for (let at = 0; at < 10; at += 1) {
      const product = digitAt(digits, at) * (at % 2 === 0 ? 1 : 2);
      sum += product > 9 ? product - 9 : product;
    }
    return sum % 10 === digitAt(compact, 9);
  },
  prior: -1.6,
  checked: true,
  words: words(
    'krankenversicher',
    'versichertennummer',
    'kvnr',
    'krankenkasse',
    'gesundheitskarte',
    'tysk sygesikring',
  ),
  kinds: ['health-card'],
};
