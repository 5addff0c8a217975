import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Australian business numbers (ABN). A sole trader's is a person's.
 *
 * Pattern: eleven digits, in one or 2-3-3-3.
 * Checksum: 1 off the first digit, weights 10, 1, 3, 5, ... 19, modulo 89.
 * Source: Australian Business Register, "Format of the ABN".
 * Near-misses: other numbers of eleven digits; one in ninety passes.
 */
export const auAbn: Identifier = {
  id: 'au-abn',
  version: 1,
  type: 'AU_ABN',
  category: 'ordinary',
  rule: {
    en: 'the form of an Australian business number, and its check digits hold',
    da: 'form som et australsk virksomhedsnummer, og kontrolcifrene stemmer',
  },
  shapes: { d11: 0, 'd2 d3 d3 d3': 2 },
  holds: (compact) => digitAt(compact, 0) > 0 && (weightedSum(compact, WEIGHTS) - 10) % 89 === 0,
  prior: PRIOR.checked,
  checked: true,
  words: words('abn$', 'australian business'),
  kinds: ['company-number'],
};

const WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];

/**
 * Australian company numbers (ACN).
 *
 * Pattern: nine digits, in one or in threes.
 * Checksum: weights 8 to 1 modulo 10; the last digit makes it ten.
 * Source: Australian Securities and Investments Commission. Near-misses: TFNs.
 */
export const auAcn: Identifier = {
  id: 'au-acn',
  version: 1,
  type: 'AU_ACN',
  category: 'ordinary',
  rule: {
    en: 'the form of an Australian company number, and its check digit holds',
    da: 'form som et australsk selskabsnummer, og kontrolcifferet stemmer',
  },
  shapes: { d9: 0, 'd3 d3 d3': 0.2 },
  holds: (compact) =>
    (weightedSum(compact, COMPANY_WEIGHTS) + digitAt(compact, 8)) % 10 === 0 && !/^0{6}/.test(compact),
  prior: PRIOR.checked,
  checked: true,
  words: words('acn$', 'australian company'),
  kinds: ['company-number'],
};

const COMPANY_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1];
