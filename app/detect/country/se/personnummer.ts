import { dayNumber, isBirthYear, isDay } from '../../identifiers/calendar.ts';
import { twoDigitsAt } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';
import { holdsLuhn } from '../../generic/card-number.ts';

/**
 * Swedish personal identity and coordination numbers (personnummer, samordningsnummer).
 *
 * Pattern: YYMMDD-NNNC, YYYYMMDD-NNNC, `+` instead of the hyphen from the age of a hundred, or digits in one.
 * Checksum: a real date, the day plus 60 in a coordination number; Luhn over the last ten digits.
 * Context: `personnummer` is Danish as well, so it names it less surely than words that only Swedes have.
 * Source: the Swedish Tax Agency, SKV 704 and SKV 707; folkbokföringslagen (1991:481), section 18.
 * Near-misses: organisation numbers (third digit from 2 on, no date), CPR numbers, dates with a serial.
 */
export const sePersonnummer: Identifier = {
  id: 'se-personnummer',
  version: 2,
  type: 'SE_PERSONNUMMER',
  category: 'confidential',
  rule: {
    en: 'a Swedish personal identity number: date of birth and check digit hold',
    da: 'et svensk personnummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d10: 0, 'd6-d4': 1.2, 'd6+d4': 2.5, d12: 1.2, 'd8-d4': 3, 'd8 d4': 0.5 },
  holds: (compact, lastDay) => {
    const short = compact.slice(-10);
    const century = compact.length === 12 ? twoDigitsAt(compact, 0) : null;
    const year = century === null ? null : century * 100 + twoDigitsAt(short, 0);
    const month = twoDigitsAt(short, 2);
    const written = twoDigitsAt(short, 4);
    const day = written > 60 ? written - 60 : written;
    if (year !== null && (!isBirthYear(year) || dayNumber(year, month, day) > lastDay)) return false;
    return isDay(day, month, year) && holdsLuhn(short);
  },
  prior: PRIOR.checked,
  checked: true,
  words: words(
    'samordningsn(?:ummer|r)',
    'pnr',
    'svensk[ta]? (?:id|cpr|personn(?:ummer|r)|person)',
    'swedish (?:id|personal|personn(?:ummer|r))',
  ),
  kinds: ['national-id', 'birth'],
};
