import { dayNumber } from '../../identifiers/calendar.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';
import { readCpr } from './cpr-number.ts';

/**
 * CPR numbers that a spreadsheet took for numbers: the zero in front is gone, as of three in ten people, who are born on
 * the first nine days of a month.
 *
 * Pattern: nine digits in one, which with a zero before them are a CPR number.
 * Checksum: a real date is a must, and modulus 11 for who is born before 2007.
 * Context: a word or a column's header must name it, or the other nine-digit cells of its column be such numbers too.
 * Source: as cpr-number.ts; spreadsheets keep fifteen digits of a number and no zeros before it.
 * Near-misses: passport numbers, organisation numbers of nine digits, amounts.
 */
export const dkCprWithoutZero: Identifier = {
  id: 'dk-cpr-without-zero',
  version: 1,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'a CPR number that lost the zero in front, as in spreadsheets',
    da: 'et CPR-nummer, der har mistet nullet foran, som i regneark',
  },
  shapes: { d9: 0 },
  holds: (compact, lastDay) => {
    const reading = compact.charCodeAt(0) === ZERO ? null : readCpr(`0${compact}`);
    if (!reading || dayNumber(reading.year, reading.month, reading.day) > lastDay) return false;
    return reading.modulus11 || reading.year >= 2007;
  },
  prior: PRIOR.formOnly,
  checked: true,
  words: words('cpr', 'personn(?:ummer|r)', 'pers\\.?\\s?nr', 'civil registration'),
  kinds: ['cpr', 'national-id'],
};

const ZERO = 48;
