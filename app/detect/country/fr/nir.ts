import { remainder, twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * French social security numbers (NIR, numéro de sécurité sociale).
 *
 * Pattern: sex, year, month, département (2A and 2B in Corsica), commune, order and a key: S YY MM DD CCC OOO KK.
 * Checksum: 97 less the thirteen digits modulo 97; for Corsica 2A counts as 19 and 2B as 18.
 * Source: INSEE, décret n° 82-103 of 22 January 1982.
 * Near-misses: IMEI (fifteen digits, Luhn), American Express cards.
 */
export const frNir: Identifier = {
  id: 'fr-nir',
  version: 2,
  type: 'FR_NIR',
  category: 'confidential',
  rule: {
    en: 'a French social security number: its parts and its key hold',
    da: 'et fransk socialsikringsnummer: dele og nøgle stemmer',
  },
  shapes: { d15: 0, x15: 0.5, 'd1 d2 d2 d2 d3 d3 d2': 3, 'd1 d2 d2 x2 d3 d3 d2': 3, 'd13 d2': 1.5 },
  holds: (compact) => {
    if (!SHAPE.test(compact)) return false;
    const month = twoDigitsAt(compact, 3);
    if (month === 0 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false;
    const digits = compact.replace('2A', '19').replace('2B', '18');
    return 97 - remainder(digits.slice(0, 13), 97) === twoDigitsAt(digits, 13);
  },
  prior: -0.6,
  checked: true,
  words: words(
    'nir$',
    's[ée]curit[ée] sociale',
    'insee',
    'n° ?ss',
    'num[ée]ro de s[ée]cu(?:rit[ée] sociale)?',
    'french (?:id|social)',
    'fransk (?:id|cpr|social)',
  ),
  kinds: ['national-id'],
};

const SHAPE = /^[1-478]\d{4}(?:\d\d|2[AB])\d{8}$/;
