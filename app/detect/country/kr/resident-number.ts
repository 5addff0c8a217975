import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * South Korean resident registration numbers (RRN), and those of foreigners.
 *
 * Pattern: YYMMDD-SNNNNNN, or thirteen digits; S is sex and century, 5 to 8 for foreigners.
 * Checksum: weights 2 to 9, then 2 to 5; 11 less the rest modulo 11, modulo 10. Numbers given out since October 2020 need
 * not hold it and are not told from others.
 * Source: Resident Registration Act, Enforcement Rule art. 2.
 * Near-misses: bar codes of thirteen digits.
 */
export const krRrn: Identifier = {
  id: 'kr-rrn',
  version: 1,
  type: 'KR_RRN',
  category: 'confidential',
  rule: {
    en: 'a South Korean number: date of birth and check digit hold',
    da: 'et sydkoreansk nummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d13: 0, 'd6-d7': 3 },
  holds: (compact) =>
    isDay(twoDigitsAt(compact, 4), twoDigitsAt(compact, 2), null) &&
    digitAt(compact, 6) >= 1 &&
    digitAt(compact, 6) <= 8 &&
    (11 - (weightedSum(compact, WEIGHTS) % 11)) % 10 === digitAt(compact, 12),
  prior: PRIOR.checked,
  checked: true,
  words: words('rrn$', 'resident registration', 'korean'),
  kinds: ['national-id', 'birth'],
};

const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
