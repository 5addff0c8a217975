import { isDay } from '../../identifiers/calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Latvian personal codes (personas kods) with a date of birth, as given out until July 2017. The newer ones (32 to 39
 * and nine random digits) have nothing to check and are read only with the hyphen.
 *
 * Pattern: DDMMYY-CNNNX, or eleven digits; the seventh says the century (0, 1, 2).
 * Checksum: 1 less the weighted sum, modulo 11, modulo 10.
 * Source: Pilsonības un migrācijas lietu pārvalde; Fizisko personu reģistra likums.
 * Near-misses: other eleven-digit numbers.
 */
export const lvPersonasKods: Identifier = {
  id: 'lv-personas-kods',
  version: 1,
  type: 'LV_PERSONAS_KODS',
  category: 'confidential',
  rule: {
    en: 'has the form of a Latvian personal code',
    da: 'har form som et lettisk personnummer',
  },
  shapes: { d11: 0, 'd6-d5': 1 },
  holds: (compact) => {
    if (/^3[2-9]/.test(compact)) return true;
    if (digitAt(compact, 6) > 2 || !isDay(twoDigitsAt(compact, 0), twoDigitsAt(compact, 2), null))
      return false;
    return ((((1 - weightedSum(compact, WEIGHTS)) % 11) + 11) % 11) % 10 === digitAt(compact, 10);
  },
  prior: -2.6,
  checked: true,
  words: words('personas kod', 'p\\. ?k\\.', 'latvian (?:id|personal)', 'lettisk (?:id|cpr|person)'),
  kinds: ['national-id', 'birth'],
};

const WEIGHTS = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
