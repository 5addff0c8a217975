import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Polish identity numbers (PESEL).
 *
 * Pattern: eleven digits, YYMMDD first; the month holds the century (plus 20 from 2000, plus 80 before 1900).
 * Checksum: weights 1, 3, 7, 9 modulo 10; with the date one in 60 random numbers passes.
 * Source: ustawa o ewidencji ludności of 24 September 2010, article 15.
 * Near-misses: other eleven-digit numbers; groups between hyphens.
 */
export const plPesel: Identifier = {
  id: 'pl-pesel',
  version: 1,
  type: 'PL_PESEL',
  category: 'confidential',
  rule: {
    en: 'a Polish identity number (PESEL): date of birth and check digit hold',
    da: 'et polsk personnummer (PESEL): fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d11: 0 },
  holds: (compact) => {
    const month = twoDigitsAt(compact, 2);
    // Plus 40 and plus 60 are of centuries to come.
    if ((month > 32 && month < 81) || !isDay(twoDigitsAt(compact, 4), month % 20, null)) return false;
    return (weightedSum(compact, WEIGHTS) + digitAt(compact, 10)) % 10 === 0;
  },
  prior: PRIOR.checked,
  checked: true,
  words: words('pesel', 'polish (?:id|national)', 'polsk (?:id|cpr|person)'),
  kinds: ['national-id', 'birth'],
};

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
