import { isDay } from '../../identifiers/calendar.ts';
import { remainder, twoDigitsAt } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Finnish personal identity codes (henkilötunnus).
 *
 * Pattern: DDMMYY, a sign for the century (+, - or Y to U, A to F), three digits, a check character.
 * Checksum: a real date; the nine digits modulo 31 give the character.
 * Source: the Digital and Population Data Services Agency; the signs Y-U and B-F by decree 690/2022.
 * Near-misses: CPR numbers, where the character happens to be a digit; item codes with a letter in the middle.
 */
export const fiPersonalIdentityCode: Identifier = {
  id: 'fi-personal-identity-code',
  version: 2,
  type: 'FI_PERSONAL_IDENTITY_CODE',
  category: 'confidential',
  rule: {
    en: 'a Finnish personal identity code: date of birth and check character hold',
    da: 'en finsk personkode: fødselsdato og kontroltegn stemmer',
  },
  shapes: { x11: 0, 'd6-x4': 0, 'd6+x4': 0, 'd6-d4': -3, 'd6+d4': -1 },
  holds: (compact) => {
    if (!SHAPE.test(compact) || !isDay(twoDigitsAt(compact, 0), twoDigitsAt(compact, 2), null)) return false;
    const nineDigits = compact.slice(0, 6) + compact.slice(-4, -1);
    return CHARACTERS.charAt(remainder(nineDigits, 31)) === compact.at(-1);
  },
  prior: PRIOR.telling,
  checked: true,
  words: words(
    'hetu',
    'henkilötunnus',
    'personbeteckning',
    '(?:finnish )?personal identity code',
    'finnish (?:id(?: code)?|personal)',
    'finsk (?:id|person)',
  ),
  kinds: ['national-id', 'birth'],
};

const SHAPE = /^\d{6}[A-FU-Y]?\d{3}[0-9A-Y]$/;
const CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
