import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { dayNumber, isDay } from '../../identifiers/calendar.ts';
import { twoDigitsAt } from '../../identifiers/check-digits.ts';
import { words } from '../../identifiers/words.ts';
import { readCpr } from './cpr-number.ts';

// Writings and substitutes of CPR numbers beside the ten digits that cpr.ts reads. All are findings of the same type.

const CPR_WORDS = words(
  'cpr',
  'personn(?:ummer|r)',
  'pers\\.?\\s?nr',
  'civil registration',
  'patient',
  'borger(?:en)?$',
);

/** Swedes say personnummer too, and a good many of their numbers have this form: there it only names the kind. */
const DANISH_WORDS = words(
  'cpr',
  'civil registration',
  'administrativt? personn(?:ummer|r)',
  'skattepersonn',
);

/**
 * Administrative numbers of people who pay tax but are not in the register: 60 is added to the day.
 *
 * Checksum: none is promised. Source: Skatteforvaltningen, "Administrative personnumre"; CPR Office.
 * Near-misses: order numbers; Swedish coordination numbers, which begin with the year.
 */
export const dkAdministrativeCpr: Identifier = {
  id: 'dk-administrative-cpr',
  version: 2,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'the form of an administrative CPR number: 60 added to the day',
    da: 'form som et administrativt CPR-nummer: 60 lagt til dagen',
  },
  shapes: { 'd6-d4': 1.2, d10: 0, 'd6 d4': 0 },
  holds: (compact) => {
    const day = twoDigitsAt(compact, 0) - 60;
    return isDay(day, twoDigitsAt(compact, 2), null) && !compact.endsWith('0000');
  },
  prior: -3.4,
  checked: true,
  words: DANISH_WORDS,
  kinds: ['national-id'],
};

/**
 * Substitute numbers that hospitals make up for patients without a number (erstatningspersonnummer, eCPR): date of
 * birth, then letters among the last four; the last is a digit.
 *
 * Source: Sundhedsdatastyrelsen, "Erstatningspersonnumre (eCPR)"; the regions' older forms have more letters.
 * Near-misses: Finnish codes (three digits and a letter last), item codes that begin with a date.
 */
export const dkReplacementCpr: Identifier = {
  id: 'dk-replacement-cpr',
  version: 1,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'the form of a substitute CPR number: date of birth and letters',
    da: 'form som et erstatnings-CPR-nummer: fødselsdato og bogstaver',
  },
  shapes: { 'd6-x4': 2.2, x10: 0 },
  holds: (compact) => {
    if (!/^\d{6}(?=\d{0,2}[A-Z])[A-Z\d]{3}\d$/.test(compact)) return false;
    return isDay(twoDigitsAt(compact, 0), twoDigitsAt(compact, 2), null);
  },
  prior: -2,
  checked: true,
  words: words('cpr', 'personn(?:ummer|r)', 'erstatning', 'ecpr', 'patient'),
  kinds: ['national-id', 'birth'],
  capitals: true,
};

/**
 * Twelve digits, the year in full: DDMMYYYY-SSSS. The century must be the one that the seventh digit of the usual
 * writing gives.
 *
 * Source: as cpr-number.ts. Near-misses: dates and times in one, Swedish numbers (year first).
 */
export const dkLongCpr: Identifier = {
  id: 'dk-long-cpr',
  version: 1,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'a CPR number with the year in full: date and century hold',
    da: 'et CPR-nummer med fuldt årstal: dato og århundrede stemmer',
  },
  shapes: { 'd8-d4': 4, d12: 0.8, 'd8 d4': 0, 'd2.d2.d4-d4': 4, 'd2-d2-d4-d4': 4 },
  holds: (compact, lastDay) => {
    const reading = readCpr(compact.slice(0, 4) + compact.slice(6));
    return (
      reading?.year === twoDigitsAt(compact, 4) * 100 + twoDigitsAt(compact, 6) &&
      dayNumber(reading.year, reading.month, reading.day) <= lastDay
    );
  },
  prior: PRIOR.checked,
  checked: true,
  words: CPR_WORDS,
  kinds: ['national-id', 'birth'],
};

/**
 * One digit a box, as forms have it: "0 7 0 7 6 1 - 4 2 8 5".
 *
 * Checksum: modulus 11 must hold, or the number be from a year since 2007. Near-misses: rows of single digits.
 */
export const dkBoxedCpr: Identifier = {
  id: 'dk-boxed-cpr',
  version: 1,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'a CPR number with a digit in each box: date and modulus 11 hold',
    da: 'et CPR-nummer med et ciffer i hver rubrik: dato og modulus 11 stemmer',
  },
  shapes: {
    'd1 d1 d1 d1 d1 d1-d1 d1 d1 d1': 2,
    'd1 d1 d1 d1 d1 d1 d1 d1 d1 d1': 0,
  },
  holds: (compact, lastDay) => {
    const reading = readCpr(compact);
    if (!reading || dayNumber(reading.year, reading.month, reading.day) > lastDay) return false;
    return reading.modulus11 || reading.year >= 2007;
  },
  prior: PRIOR.checked,
  checked: true,
  words: CPR_WORDS,
  kinds: ['national-id', 'birth'],
};

/**
 * DDMMYY/SSSS, DDMMYY.SSSS and DDMM YY SSSS: nobody's usual writing, so a word must stand beside it.
 *
 * Checksum: modulus 11 must hold, or the number be from a year since 2007. Near-misses: case and journal numbers.
 */
export const dkOddlyWrittenCpr: Identifier = {
  id: 'dk-oddly-written-cpr',
  version: 1,
  type: 'DK_CPR',
  category: 'confidential',
  rule: {
    en: 'a CPR number in an unusual writing: date and modulus 11 hold',
    da: 'et CPR-nummer skrevet usædvanligt: dato og modulus 11 stemmer',
  },
  shapes: { 'd6/d4': 0, 'd6.d4': 0, 'd4 d2 d4': 0 },
  holds: (compact) => {
    const reading = readCpr(compact);
    return reading !== null && reading.year < 2036 && (reading.modulus11 || reading.year >= 2007);
  },
  prior: PRIOR.checked,
  checked: true,
  words: CPR_WORDS,
  kinds: ['national-id'],
};
