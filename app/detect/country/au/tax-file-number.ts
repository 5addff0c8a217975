import { weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Australian tax file numbers (TFN).
 *
 * Pattern: nine digits, in one or in threes.
 * Checksum: weights 1, 4, 3, 7, 5, 8, 6, 9, 10 modulo 11.
 * Source: Australian Taxation Office.
 * Near-misses: other numbers of nine digits; one in eleven passes.
 */
export const auTfn: Identifier = {
  id: 'au-tfn',
  version: 1,
  type: 'AU_TFN',
  category: 'confidential',
  rule: {
    en: 'the form of an Australian tax file number, and its check digit holds',
    da: 'form som et australsk skattenummer, og kontrolcifferet stemmer',
  },
  shapes: { d9: 0, 'd3 d3 d3': 0.2 },
  holds: (compact) => !/^0{3}/.test(compact) && weightedSum(compact, WEIGHTS) % 11 === 0,
  prior: PRIOR.checked,
  checked: true,
  words: words('tfn$', 'tax file'),
  kinds: ['tax-number'],
};

const WEIGHTS = [1, 4, 3, 7, 5, 8, 6, 9, 10];
