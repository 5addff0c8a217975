import { twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * US social security numbers (SSN).
 *
 * Pattern: NNN-NN-NNNN with hyphens, points or spaces; nine digits in one need a word.
 * Checksum: none; areas 000, 666 and from 900, group 00 and serial 0000 are not given out, nor are the numbers that
 * advertisements and forms made known.
 * Source: Social Security Administration, "Social Security Number Randomization"; 20 CFR 422.103.
 * Near-misses: ITINs (from 900), phone numbers, dates.
 */
export const usSsn: Identifier = {
  id: 'us-ssn',
  version: 1,
  type: 'US_SSN',
  category: 'confidential',
  rule: {
    en: 'the form of a US social security number',
    da: 'form som et amerikansk social security-nummer',
  },
  shapes: { d9: 0, 'd3-d2-d4': 4, 'd3.d2.d4': 3, 'd3 d2 d4': 2 },
  holds: (compact) =>
    /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(compact) &&
    !KNOWN.has(compact) &&
    !/^(\d)\1+$/.test(compact),
  prior: -3.3,
  checked: false,
  words: words('ssn$', 'social security', 'us tax'),
  kinds: ['national-id'],
};

const KNOWN = new Set(['123456789', '078051120', '219099999']);

/**
 * US taxpayer numbers of people without an SSN (ITIN).
 *
 * Pattern: as an SSN, from 900 on, the group in 50-65, 70-88, 90-92 or 94-99.
 * Checksum: none. Source: Internal Revenue Service, Publication 4757; IRM 3.21.263.
 * Near-misses: SSNs; groups that are not given out.
 */
export const usItin: Identifier = {
  id: 'us-itin',
  version: 1,
  type: 'US_ITIN',
  category: 'confidential',
  rule: {
    en: 'the form of a US taxpayer number',
    da: 'form som et amerikansk skattenummer (ITIN)',
  },
  shapes: { d9: 0, 'd3-d2-d4': 4.5, 'd3 d2 d4': 2 },
  holds: (compact) => {
    const group = twoDigitsAt(compact, 3);
    const isGiven =
      (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group !== 93);
    return compact.startsWith('9') && isGiven;
  },
  prior: -3.3,
  checked: false,
  words: words('itin$', 'taxpayer', 'tax id'),
  kinds: ['national-id', 'tax-number'],
};
