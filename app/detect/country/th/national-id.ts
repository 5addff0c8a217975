import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Thai national identity numbers.
 *
 * Pattern: thirteen digits, the first from 1 to 8, in one or as on the card (1-4-5-2-1).
 * Checksum: weights 13 to 2; 11 less the rest modulo 11, modulo 10.
 * Source: Department of Provincial Administration; Revenue Department of Thailand.
 * Near-misses: bar codes of thirteen digits; one in ten passes.
 */
export const thTnin: Identifier = {
  id: 'th-tnin',
  version: 1,
  type: 'TH_TNIN',
  category: 'confidential',
  rule: {
    en: 'the form of a Thai identity number, and its check digit holds',
    da: 'form som et thailandsk personnummer, og kontrolcifferet stemmer',
  },
  shapes: { d13: 0, 'd1-d4-d5-d2-d1': 4, 'd1 d4 d5 d2 d1': 4 },
  holds: (compact) =>
    /^[1-8]/.test(compact) && (11 - (weightedSum(compact, WEIGHTS) % 11)) % 10 === digitAt(compact, 12),
  prior: PRIOR.checked,
  checked: true,
  words: words('tnin', 'thai(?:landsk)? (?:id|national|citizen)', 'thai id'),
  kinds: ['national-id'],
};

const WEIGHTS = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
