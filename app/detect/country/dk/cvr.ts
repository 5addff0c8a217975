import { weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * The CVR number of a business that is one person's. A company's number is no personal data and no finding; a sole
 * trader's is (GDPR recital 14 leaves out legal persons only), and in Danish letters `v/` or "enkeltmandsvirksomhed"
 * tells them apart: "Malerfirmaet Krogh v/Anna Krogh, CVR 12345674". P-numbers name places of work and are no finding;
 * both kinds of word lower what looks like a CPR or phone number.
 *
 * Pattern: eight digits, in one, in pairs or in fours.
 * Checksum: weights 2, 7, 6, 5, 4, 3, 2, 1 modulo 11. A word must stand beside it.
 * Source: Erhvervsstyrelsen, "CVR-nummer"; modulus 11 as published by Skatteforvaltningen.
 * Near-misses: companies' CVR numbers, phone numbers.
 */
export const dkSoleTraderCvr: Identifier = {
  id: 'dk-sole-trader-cvr',
  version: 1,
  type: 'DK_CVR',
  category: 'ordinary',
  rule: {
    en: 'a CVR number, its check digit holds, and words of a business that is one person',
    da: 'et CVR-nummer, kontrolcifferet stemmer, og ord om en personligt ejet virksomhed',
  },
  shapes: { d8: 0, 'd2 d2 d2 d2': 0, 'd4 d4': 0 },
  holds: (compact) => compact.charCodeAt(0) !== 48 && weightedSum(compact, WEIGHTS) % 11 === 0,
  prior: PRIOR.weak,
  checked: false,
  words: words(
    'v/\\s?[\\p{L} .-]{3,40}[\\s,;:–-]*cvr',
    'enkeltmandsv',
    'personligt ejet',
    'sole (?:trader|proprietor)',
    'selvstændig',
  ),
};

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];
