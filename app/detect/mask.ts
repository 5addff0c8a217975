import { isListedType } from './categories/category-types.ts';
import { isCustomType } from './custom/rule-set.ts';
import type { FindingType } from './finding.ts';
import { plainAddress } from './generic/email-address.ts';
import { readDate } from './generic/written-date.ts';

/**
 * A value as people may see it in a list: enough to recognise one's own, too little to use. CPR: day and month of
 * birth, neither year, sex nor serial (a year would leave few people in a small company). E-mail: first letter and
 * domain. IBAN: country and last four; card: last four, as on receipts (PCI DSS 3.4); phone: last two, and the country
 * if written. Date of birth: day and month. Network addresses: the part that names the network or the maker. Plate: its
 * letters. Person and words of a special category: initials; place: its first letters, an address keeps postcode and town. Other numbers of people and
 * documents: the last three, which hold no date. Passwords, keys and tokens: nothing. The number of dots says nothing
 * about the length that was hidden.
 */
export function maskOf(type: FindingType, value: string): string {
  const mask = MASKS[type] ?? (isCustomType(type) || isListedType(type) ? firstLetters : lastThree);
  return mask(value);
}

type Mask = (value: string) => string;

const MASKS: Readonly<Partial<Record<FindingType, Mask>>> = {
  DK_CPR: maskedCpr,
  EMAIL_ADDRESS: maskedAddress,
  IBAN_CODE: (value) =>
    `${characters(value).slice(0, 2).toUpperCase()}•• •••• ${characters(value).slice(-4).toUpperCase()}`,
  CREDIT_CARD: (value) => `•••• •••• •••• ${characters(value).slice(-4)}`,
  PHONE_NUMBER: (value) =>
    `${/^\(?\+45/.test(value) ? '+45 ' : ''}•• •• •• ${characters(value.replace(/,? ?(?:lok|ext).*$/i, '')).slice(-2)}`,
  DATE_OF_BIRTH: maskedDate,
  PERSON: (value) => maskedWords(value.replace(/,/g, ' ')),
  LOCATION: maskedPlace,
  PASSWORD: nothing,
  PRIVATE_KEY: nothing,
  API_TOKEN: nothing,
  USERNAME: (value) => `${Array.from(value)[0] ?? ''}•••`,
  IP_ADDRESS: (value) => (value.includes(':') ? upTo(value, ':', '••••') : upTo(value, '.', '•••.•••.•••')),
  MAC_ADDRESS: (value) => `${characters(value).slice(0, 6).toUpperCase()}••••••`,
  COORDINATES: (value) => `${/\d+/.exec(value)?.[0] ?? ''}°••`,
  MRZ: (value) => `${value.slice(0, 5)}••••`,
  BIC: (value) => `${value.slice(0, 4)}••••`,
  DK_LICENSE_PLATE: maskedPlate,
  UK_VEHICLE_REGISTRATION: maskedPlate,
  DK_TAX_CARD: (value) => `${/^\p{L}*/u.exec(value)?.[0] ?? ''} ••`,
};

/** Nine digits are a spreadsheet's: the zero in front is gone. */
function maskedCpr(value: string): string {
  const written = characters(value);
  return `${(/^\d{9}$/.test(written) ? `0${written}` : written).slice(0, 4)}••-••••`;
}

function lastThree(value: string): string {
  return `•••• ${characters(value).slice(-3).toUpperCase()}`;
}

function nothing(): string {
  return '••••••••';
}

function characters(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '');
}

function upTo(value: string, sign: string, dots: string): string {
  return `${value.slice(0, value.indexOf(sign) + 1)}${dots}`;
}

function maskedPlate(value: string): string {
  return `${characters(value).slice(0, 2).toUpperCase()} •• •••`;
}

function maskedDate(value: string): string {
  const iso = readDate(value)?.iso;
  return iso === undefined ? nothing() : `${iso.slice(8)}.${iso.slice(5, 7)}.••••`;
}

/** What a company's own rule finds: "Projekt Falk" is "P••• F•••", "12-34" is "1•••". */
function firstLetters(value: string): string {
  return maskedWords(value) || `${Array.from(value.trim())[0] ?? ''}•••`;
}

/** "Anne Marie Holm" is "A••• M••• H•••": four words at most. */
function maskedWords(value: string): string {
  const words = value.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words
    .slice(0, 4)
    .map((word) => `${Array.from(word)[0] ?? ''}•••`)
    .join(' ');
}

function maskedPlace(place: string): string {
  const town = /(?<!\d)\d{4,5}\s+\p{Lu}.*$/su.exec(place);
  const street = maskedWords((town ? place.slice(0, town.index) : place).replace(/[,\d]/g, ' ').trim());
  return [street.split(' ')[0] ?? '', town?.[0].replace(/\s+/g, ' ') ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function maskedAddress(written: string): string {
  const address = plainAddress(written);
  const at = address.lastIndexOf('@');
  const first = at > 0 ? (Array.from(address)[0] ?? '') : '';
  return `${first}•••${at >= 0 ? address.slice(at).toLowerCase() : ''}`;
}
