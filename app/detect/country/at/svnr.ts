import { digitAt, twoDigitsAt } from '../../identifiers/check-digits.ts';
import { isDay } from '../../identifiers/calendar.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Austrian social insurance numbers (Sozialversicherungsnummer).
 *
 * Pattern: three digits (the first not 0), a check digit, date of birth DDMMYY; a space after the fourth or not. Months
 * 13 to 15 are given where the numbers of a day have run out.
 * Checksum: weights 3, 7, 9, 5, 8, 4, 2, 1, 6 modulo 11.
 * Source: Dachverband der Sozialversicherungsträger.
 * Near-misses: account numbers, any four and six digits.
 */
export const atSvnr: Identifier = {
  id: 'at-svnr',
  version: 1,
  type: 'AT_SVNR',
  category: 'confidential',
  rule: {
    en: 'an Austrian social insurance number: check digit and date of birth hold',
    da: 'et østrigsk socialsikringsnummer: kontrolciffer og fødselsdato stemmer',
  },
  shapes: { d10: -0.8, 'd4 d6': 0.3, 'd4-d6': 0 },
  holds: (compact) => {
    const month = twoDigitsAt(compact, 6);
    if (
      digitAt(compact, 0) === 0 ||
      !isDay(twoDigitsAt(compact, 4), month > 12 && month < 16 ? 1 : month, null)
    )
      return false;
    let sum = 0;
    for (let at = 0; at < 10; at += 1) sum += digitAt(compact, at) * (WEIGHTS[at] ?? 0);
    return sum % 11 === digitAt(compact, 3);
  },
  prior: PRIOR.checked,
  checked: true,
  words: words(
    'sozialversicherung',
    'svnr',
    'sv-?n',
    'versicherungsn',
    'austrian (?:id|social)',
    'østrigsk (?:id|cpr|social)',
  ),
  kinds: ['national-id', 'birth'],
};

/** The fourth digit is the check digit and weighs nothing. */
const WEIGHTS = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
