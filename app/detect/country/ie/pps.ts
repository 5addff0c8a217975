import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Irish personal public service numbers (PPSN).
 *
 * Pattern: seven digits, a check letter, and since 2013 one more letter.
 * Checksum: weights 8 to 2, and 9 for the last letter (A is 1; W and none are 0), modulo 23 as a letter.
 * Source: Department of Social Protection, "Format of the PPS number".
 * Near-misses: Spanish numbers of seven digits and a letter, item codes: one in 23 passes.
 */
export const iePps: Identifier = {
  id: 'ie-pps',
  version: 1,
  type: 'IE_PPSN',
  category: 'confidential',
  rule: {
    en: 'an Irish PPS number: its check letter holds',
    da: 'et irsk personnummer (PPS): kontrolbogstavet stemmer',
  },
  shapes: { x8: 0, x9: 0 },
  holds: (compact) => {
    if (!/^\d{7}[A-W][A-IW]?$/.test(compact) || digitAt(compact, 0) > 9) return false;
    const last = compact.charCodeAt(8) - 64;
    const sum = weightedSum(compact, WEIGHTS) + (last >= 1 && last <= 9 ? last * 9 : 0);
    return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt(sum % 23) === compact.charAt(7);
  },
  prior: -1.6,
  checked: true,
  words: words('ppsn?$', 'pps n', 'personal public service', 'irish (?:id|pps)', 'irsk (?:id|cpr)'),
  kinds: ['national-id'],
  capitals: true,
};

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2];
