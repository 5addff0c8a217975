import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Norwegian national identity numbers (fødselsnummer), D-numbers of people who stay for a time (day plus 40) and
 * H-numbers that hospitals give (month plus 40).
 *
 * Pattern: DDMMYY NNNCC, with or without a space, or a hyphen.
 * Checksum: a real date and two digits modulo 11; of random eleven digits one in 4,000 passes.
 * Source: Skatteetaten, folkeregisterforskriften § 2-2-1; H-numbers: Norsk helsenett.
 * Near-misses: account numbers (eleven digits, one check digit), organisation numbers (nine digits).
 */
export const noFodselsnummer: Identifier = {
  id: 'no-fodselsnummer',
  version: 1,
  type: 'NO_FODSELSNUMMER',
  category: 'confidential',
  rule: {
    en: 'a Norwegian national identity number: date of birth and both check digits hold',
    da: 'et norsk fødselsnummer: fødselsdato og begge kontrolcifre stemmer',
  },
  shapes: { d11: 0, 'd6 d5': 1.5, 'd6-d5': 1 },
  holds: (compact) => {
    const day = twoDigitsAt(compact, 0);
    const month = twoDigitsAt(compact, 2);
    if (!isDay(day > 40 ? day - 40 : day, month > 40 ? month - 40 : month, null)) return false;
    return (
      (weightedSum(compact, FIRST) + digitAt(compact, 9)) % 11 === 0 &&
      (weightedSum(compact, SECOND) + digitAt(compact, 10)) % 11 === 0
    );
  },
  prior: -0.3,
  checked: true,
  words: words(
    'fødselsn(?:ummer|r)',
    'fodselsn(?:ummer|r)',
    'fnr',
    'd-?nummer',
    'h-?nummer',
    'norsk (?:id|cpr|person)',
    'norwegian (?:id|national)',
  ),
  kinds: ['national-id', 'birth'],
};

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
