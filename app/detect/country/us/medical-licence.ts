import { digitAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Registration numbers of US doctors and pharmacists (DEA number).
 *
 * Pattern: two letters, the first a kind of registrant, the second of the name or 9; seven digits.
 * Checksum: first, third and fifth digit with twice the second, fourth and sixth end in the seventh.
 * Source: US Drug Enforcement Administration, Diversion Control Division.
 * Near-misses: item codes of two letters and seven digits.
 */
export const medicalLicense: Identifier = {
  id: 'medical-license',
  version: 1,
  type: 'MEDICAL_LICENSE',
  category: 'ordinary',
  rule: {
    en: 'the form of a US medical registration, and its check digit holds',
    da: 'form som en amerikansk lægeautorisation, og kontrolcifferet stemmer',
  },
  shapes: { x9: 0 },
  holds: (compact) => {
    if (!/^[A-HJ-MPRSTUX][A-Z9]\d{7}$/.test(compact)) return false;
    const at = (place: number): number => digitAt(compact, place + 1);
    return (at(1) + at(3) + at(5) + 2 * (at(2) + at(4) + at(6))) % 10 === at(7);
  },
  prior: -0.9,
  checked: true,
  words: words('dea$', 'medical licen[cs]e', 'certificate number', 'autorisation'),
  capitals: true,
};
