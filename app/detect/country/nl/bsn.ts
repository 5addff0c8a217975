import { digitAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Dutch citizen service numbers (burgerservicenummer).
 *
 * Pattern: nine digits, in one or as 1234.56.789.
 * Checksum: the "eleven test", weights 9 to 2 and -1; one in eleven passes, so a word or a column must name it.
 * Source: Wet algemene bepalingen burgerservicenummer; Rijksdienst voor Identiteitsgegevens.
 * Near-misses: any nine digits: KvK and order numbers, French SIREN, phone numbers without their zero.
 */
export const nlBsn: Identifier = {
  id: 'nl-bsn',
  version: 1,
  type: 'NL_BSN',
  category: 'confidential',
  rule: {
    en: 'a Dutch citizen service number: its check holds',
    da: 'et hollandsk borgernummer (BSN): kontrollen stemmer',
  },
  shapes: { d9: 0, 'd4.d2.d3': 1.5, 'd4 d2 d3': 1 },
  holds: (compact) => {
    const sum = weightedSum(compact, WEIGHTS) - digitAt(compact, 8);
    return sum > 0 && sum % 11 === 0;
  },
  prior: PRIOR.weak,
  checked: true,
  words: words(
    'bsn',
    'burgerservicenummer',
    'sofi-?n',
    'dutch (?:id|citizen)',
    'hollandsk (?:id|cpr|borger)',
  ),
  kinds: ['national-id'],
};

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];
