import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Portuguese tax numbers of people (NIF). Those of companies begin with 5 to 9 and are no finding.
 *
 * Pattern: nine digits that begin with 1, 2, 3 or 45; in threes or in one.
 * Checksum: weights 9 to 2 modulo 11; one in eleven passes, so a word or a column must name it.
 * Source: Autoridade Tributária; decreto-lei n.º 14/2013.
 * Near-misses: any nine digits.
 */
export const ptNif: Identifier = {
  id: 'pt-nif',
  version: 1,
  type: 'PT_NIF',
  category: 'confidential',
  rule: {
    en: "a person's Portuguese tax number: its check digit holds",
    da: 'et portugisisk skattenummer for en person: kontrolcifferet stemmer',
  },
  shapes: { d9: 0, 'd3 d3 d3': 0.5, 'd3.d3.d3': 0.5 },
  holds: (compact) => {
    if (!/^(?:[123]|45)/.test(compact)) return false;
    const check = 11 - (weightedSum(compact, WEIGHTS) % 11);
    return (check > 9 ? 0 : check) === digitAt(compact, 8);
  },
  prior: PRIOR.weak,
  checked: true,
  words: words(
    'nif$',
    'contribuinte',
    'n[úu]mero fiscal',
    'portuguese (?:tax|fiscal)',
    'portugisisk (?:skat|cpr|id)',
  ),
  kinds: ['national-id'],
};

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];
