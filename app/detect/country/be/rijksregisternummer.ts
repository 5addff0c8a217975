import { isDay } from '../../identifiers/calendar.ts';
import { remainder, twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Belgian national register numbers (rijksregisternummer, numéro national) and BIS numbers (month plus 20 or 40).
 *
 * Pattern: YY.MM.DD-NNN.CC, or eleven digits.
 * Checksum: 97 less the first nine digits modulo 97, with a 2 in front for those born since 2000. The date may be
 * unknown: month or day 0.
 * Source: Koninklijk besluit of 3 April 1984; the register's own description of the number.
 * Near-misses: company numbers (ten digits), other eleven-digit numbers.
 */
export const beRijksregisternummer: Identifier = {
  id: 'be-rijksregisternummer',
  version: 1,
  type: 'BE_RIJKSREGISTERNUMMER',
  category: 'confidential',
  rule: {
    en: 'a Belgian national register number: date of birth and check digits hold',
    da: 'et belgisk personnummer: fødselsdato og kontrolcifre stemmer',
  },
  shapes: { d11: 0, 'd2.d2.d2-d3.d2': 3, 'd6-d3-d2': 1.5, 'd6 d3 d2': 1 },
  holds: (compact) => {
    const month = twoDigitsAt(compact, 2) % 20;
    const day = twoDigitsAt(compact, 4);
    if (!(month === 0 || day === 0 ? month <= 12 && day <= 31 : isDay(day, month, null))) return false;
    const check = 97 - twoDigitsAt(compact, 9);
    const nine = compact.slice(0, 9);
    return (
      remainder(nine, 97) === check || (twoDigitsAt(compact, 0) < 36 && remainder(`2${nine}`, 97) === check)
    );
  },
  prior: -1,
  checked: true,
  words: words(
    'rijksregister',
    'insz',
    'niss',
    'num[ée]ro national',
    'registre national',
    'nationaal nummer',
    'bis-?n',
    'rrn',
    'belgian (?:id|national)',
    'belgisk (?:id|cpr|person)',
  ),
  kinds: ['national-id', 'birth'],
};
