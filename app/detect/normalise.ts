import { isListedType } from './categories/category-types.ts';
import { isCustomType } from './custom/rule-set.ts';
import type { FindingType } from './finding.ts';
import { plainAddress } from './generic/email-address.ts';
import { readPhone } from './generic/phone-number.ts';
import { readDate } from './generic/written-date.ts';

/**
 * The one form that all writings of a value share, for the blind index: the same person's number is found again
 * however it was written. Changing what this returns makes every stored index of that type useless; raise the
 * detector's version with it. CPR: ten digits, or the characters of a replacement number. Card and Danish account:
 * digits. E-mail: NFC, lower case (whole address: mail servers that tell `Anna@` from `anna@` are not met in practice).
 * Phone: E.164, or digits where it cannot be read. Date: YYYY-MM-DD. Swedish number: ten digits. Passwords, keys and
 * addresses of coins: as they stand. Person: NFC, lower case, given name first, without a genitive that is sure to be
 * one (Hansens, Mette's). Place: NFC, lower case, words only. Words of a special category and what a company's own rule
 * finds: NFC, lower case.
 * All others, IBAN among them: letters and digits in capitals.
 */
export function normalFormOf(type: FindingType, value: string): string {
  const form = FORMS[type] ?? (isCustomType(type) || isListedType(type) ? normalWords : lettersAndDigits);
  return form(value);
}

type Form = (value: string) => string;

const FORMS: Readonly<Partial<Record<FindingType, Form>>> = {
  DK_CPR: cprNumber,
  CREDIT_CARD: digits,
  DK_BANK_ACCOUNT: digits,
  EMAIL_ADDRESS: (value) => plainAddress(value).normalize('NFC').toLowerCase(),
  PHONE_NUMBER: phoneNumber,
  DATE_OF_BIRTH: (value) => readDate(value)?.iso ?? digits(value),
  SE_PERSONNUMMER: (value) => digits(value).slice(-10),
  IP_ADDRESS: (value) => value.toLowerCase(),
  COORDINATES: (value) => value.replace(/\s+/g, ' '),
  USERNAME: (value) => value.toLowerCase(),
  PERSON: normalName,
  LOCATION: (value) => normalWords(value.replace(/[.,]/g, ' ')),
  PASSWORD: asItStands,
  PRIVATE_KEY: asItStands,
  API_TOKEN: asItStands,
  MRZ: asItStands,
  CRYPTO: asItStands,
};

function lettersAndDigits(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

function digits(value: string): string {
  return value.replace(/\D/g, '');
}

function asItStands(value: string): string {
  return value;
}

/** Without its extension: who has the number is the same. */
function phoneNumber(value: string): string {
  const number = value.replace(/,? ?(?:lok|ext).*$/i, '');
  return readPhone(number)?.e164 ?? digits(number);
}

/** A full year of birth loses its century: DDMMYYYYSSSS. A spreadsheet's nine digits get their zero back. */
function cprNumber(value: string): string {
  const characters = lettersAndDigits(value);
  if (/^\d{9}$/.test(characters)) return `0${characters}`;
  return characters.length === 12 ? characters.slice(0, 4) + characters.slice(6) : characters;
}

function normalName(value: string): string {
  const [last = '', given = ''] = value.split(',');
  const inOrder = given.trim() === '' ? last : `${given} ${last}`;
  return normalWords(inOrder.replace(/['’]s?$/i, '')).replace(/sens$/, 'sen');
}

function normalWords(value: string): string {
  return value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
