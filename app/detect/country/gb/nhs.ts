import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * British patients' numbers (NHS number).
 *
 * Pattern: ten digits, in one or as 3-3-4 with spaces or hyphens.
 * Checksum: weights 10 to 2 modulo 11.
 * Source: NHS Data Dictionary, "NHS NUMBER".
 * Near-misses: American phone numbers in the same groups, any ten digits: one in eleven passes.
 */
export const ukNhs: Identifier = {
  id: 'uk-nhs',
  version: 1,
  type: 'UK_NHS',
  category: 'confidential',
  rule: {
    en: 'a British NHS number: its check digit holds',
    da: 'et britisk patientnummer (NHS): kontrolcifferet stemmer',
  },
  shapes: { d10: 0, 'd3 d3 d4': 1, 'd3-d3-d4': 0.3 },
  holds: (compact) => {
    const sum = weightedSum(compact, WEIGHTS);
    return sum > 0 && (sum + digitAt(compact, 9)) % 11 === 0;
  },
  prior: PRIOR.checked,
  checked: true,
  words: words('nhs', 'national health'),
  kinds: ['health-card'],
};

const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
