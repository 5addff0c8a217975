import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Icelandic identity numbers (kennitala) of people. Those of companies have 40 added to the day and are no finding.
 *
 * Pattern: DDMMYY-NNCX or in one, as CPR numbers are; the last digit is the century (8, 9, 0).
 * Checksum: a real date and a digit modulo 11.
 * Source: Registers Iceland; lög um skráningu einstaklinga 140/2019.
 * Near-misses: CPR numbers: what both rules allow is one unless a word says otherwise.
 */
export const isKennitala: Identifier = {
  id: 'is-kennitala',
  version: 1,
  type: 'IS_KENNITALA',
  category: 'confidential',
  rule: {
    en: 'an Icelandic identity number: date of birth and check digit hold',
    da: 'et islandsk kennitala: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d10: 0, 'd6-d4': 1.2 },
  holds: (compact) => {
    const century = digitAt(compact, 9);
    if (century !== 0 && century < 8) return false;
    if (!isDay(twoDigitsAt(compact, 0), twoDigitsAt(compact, 2), null)) return false;
    return (weightedSum(compact, WEIGHTS) + digitAt(compact, 8)) % 11 === 0;
  },
  prior: PRIOR.checked,
  checked: true,
  words: words('kennital[au]', 'kt$', 'icelandic id', 'islandsk (?:id|cpr|person)'),
  kinds: ['national-id', 'birth'],
};

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
