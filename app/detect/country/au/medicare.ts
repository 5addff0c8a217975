import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Australian Medicare numbers.
 *
 * Pattern: ten digits, the first from 2 to 6, in one or as on the card (4-5-1); the last is the card's issue.
 * Checksum: weights 1, 3, 7, 9 twice over the first eight, modulo 10, is the ninth.
 * Source: Services Australia, "Medicare card numbers".
 * Near-misses: CPR numbers, order numbers of ten digits.
 */
export const auMedicare: Identifier = {
  id: 'au-medicare',
  version: 1,
  type: 'AU_MEDICARE',
  category: 'confidential',
  rule: {
    en: 'the form of an Australian Medicare number, and its check digit holds',
    da: 'form som et australsk Medicare-nummer, og kontrolcifferet stemmer',
  },
  shapes: { d10: 0, 'd4 d5 d1': 3 },
  holds: (compact) => /^[2-6]/.test(compact) && weightedSum(compact, WEIGHTS) % 10 === digitAt(compact, 8),
  prior: PRIOR.checked,
  checked: true,
  words: words('medicare'),
  kinds: ['health-card'],
};

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9];
