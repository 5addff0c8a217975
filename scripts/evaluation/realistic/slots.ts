import { cardNumber, danishIban, FOREIGN_IBANS, withEanCheck, withLuhn } from '../../demo/numbers.ts';
import type { Rng } from '../../demo/rng.ts';
import { CPR_SLOTS } from './cpr-slots.ts';
import { EUROPEAN_SLOTS } from './european-slots.ts';
import { NEAR_MISS_SLOTS } from './near-miss-slots.ts';
import type { Hand, Slot } from './slot.ts';
import { amPm, day, isoDay, town, twoDigits, WORD_SLOTS } from './word-slots.ts';

/** A document's `{{name}}`. Digits of any count are `{{d4}}`. All people and numbers are invented. */
export function slotOf(name: string): Slot | undefined {
  const digits = /^d(\d+)$/.exec(name);
  if (digits) return { type: null, fill: ({ rng }) => rng.digits(Number(digits[1])) };
  return SLOTS[name];
}

export function newHand(rng: Rng, language: 'da' | 'en'): Hand {
  const shares = [
    'hyphen',
    'hyphen',
    'hyphen',
    'hyphen',
    'hyphen',
    'hyphen',
    'plain',
    'plain',
    'space',
  ] as const;
  return {
    rng,
    language,
    cprHabit: rng.chance(0.1) ? rng.pick(['dash', 'spaced-hyphen']) : rng.pick(shares),
    phoneHabit: rng.pick(['pairs', 'pairs', 'plain', 'fours', 'country', 'country-plain']),
  };
}

const CONTACT_SLOTS: Readonly<Record<string, Slot>> = {
  email: { type: 'EMAIL_ADDRESS', fill: ({ rng }) => address(rng) },
  phone: { type: 'PHONE_NUMBER', fill: ({ rng, phoneHabit }) => danishPhone(rng, phoneHabit) },
  phone8: { type: 'PHONE_NUMBER', fill: ({ rng }) => danishPhone(rng, 'plain') },
  phoneintl: { type: 'PHONE_NUMBER', fill: ({ rng }) => internationalPhone(rng) },
  iban: {
    type: 'IBAN_CODE',
    fill: ({ rng }) => spaced(rng, rng.chance(0.8) ? danishIban(rng) : rng.pick(FOREIGN_IBANS)),
  },
  card: { type: 'CREDIT_CARD', fill: ({ rng }) => asOnCards(rng, cardNumber(rng)) },
  birth: { type: 'DATE_OF_BIRTH', fill: ({ rng, language }) => day(rng, language, rng.int(1940, 2006)) },
  ip: {
    type: 'IP_ADDRESS',
    fill: ({ rng }) => `${rng.pick(['80.62', '185.20', '10.4'])}.${rng.int(1, 254)}.${rng.int(1, 254)}`,
  },
  plate: {
    type: 'DK_LICENSE_PLATE',
    fill: ({ rng }) => `${rng.pick(['BD', 'CN', 'EF', 'XW'])} ${rng.int(20, 99)} ${rng.digits(3)}`,
  },
};

const OTHER_SLOTS: Readonly<Record<string, Slot>> = {
  bic: { type: null, fill: ({ rng }) => rng.pick(['DABADKKK', 'NDEADKKK', 'JYBADKKK']) },
  ean: {
    type: null,
    fill: ({ rng }) => withEanCheck(`${rng.pick(['5790', '5701', '4006'])}${rng.digits(8)}`),
  },
  date: { type: null, fill: ({ rng, language }) => day(rng, language, rng.int(2012, 2026)) },
  isodate: { type: null, fill: ({ rng }) => isoDay(rng, rng.int(2012, 2026)) },
  time: {
    type: null,
    fill: ({ rng, language }) =>
      language === 'da'
        ? `${twoDigits(rng.int(7, 18))}${rng.pick([':', '.'])}${rng.pick(['00', '15', '30', '45'])}`
        : amPm(rng),
  },
  year: { type: null, fill: ({ rng }) => String(rng.int(2012, 2026)) },
  amount: { type: null, fill: ({ rng, language }) => money(rng, language) },
  town: { type: null, fill: ({ rng }) => town(rng) },
  vin: { type: null, fill: ({ rng }) => `WVWZZZ1K${rng.pick(['A', 'B', 'C'])}W${rng.digits(7)}` },
  d16: { type: null, fill: ({ rng }) => brokenLuhn(rng) },
};

const SLOTS: Readonly<Record<string, Slot>> = {
  ...CPR_SLOTS,
  ...CONTACT_SLOTS,
  ...EUROPEAN_SLOTS,
  ...NEAR_MISS_SLOTS,
  ...WORD_SLOTS,
  ...OTHER_SLOTS,
};

function address(rng: Rng): string {
  const given = rng.pick([
    'anna',
    'bo',
    'k.moeller',
    'ditte.friis',
    'ole-h',
    'sus',
    'marek.z',
    'fatima.al',
    'jonas_b',
    'aase',
  ]);
  const host = rng.pick([
    'firma.dk',
    'fjordby-moebler.dk',
    'gmail.com',
    'mail.example.com',
    'kommune.dk',
    'hotmail.dk',
    'udvalg.org',
  ]);
  return `${given}${rng.chance(0.3) ? rng.digits(2) : ''}@${host}`;
}

/** The series 20-31, 40-42, 50-53 and 60-61 are mobile, 33, 43, 75, 86 and 98 geographic (the Danish numbering plan). */
function danishPhone(rng: Rng, habit: Hand['phoneHabit']): string {
  const digits =
    rng.pick(['20', '22', '28', '31', '40', '41', '51', '53', '60', '33', '43', '75', '86', '98']) +
    rng.digits(6);
  switch (habit) {
    case 'pairs':
      return digits.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4');
    case 'fours':
      return digits.replace(/(....)(....)/, '$1 $2');
    case 'country':
      return digits.replace(/(..)(..)(..)(..)/, '+45 $1 $2 $3 $4');
    case 'country-plain':
      return `+45${digits}`;
    case 'plain':
      return digits;
  }
}

function internationalPhone(rng: Rng): string {
  return rng.pick([
    () => `+45 ${rng.pick(['20', '31', '40', '51'])} ${rng.digits(2)} ${rng.digits(2)} ${rng.digits(2)}`,
    () => `+46 70 ${rng.int(200, 899)} ${rng.digits(2)} ${rng.digits(2)}`,
    () => `+47 9${rng.digits(2)} ${rng.digits(2)} ${rng.digits(3)}`,
    () => `+49 151 ${rng.int(10, 99)}${rng.digits(6)}`,
    () => `+44 7${rng.int(400, 899)} ${rng.digits(6)}`,
    () => `0046 70 ${rng.int(200, 899)} ${rng.digits(4)}`,
  ])();
}

function spaced(rng: Rng, number: string): string {
  return rng.chance(0.6) ? number.replace(/(.{4})(?=.)/g, '$1 ') : number;
}

/** In one, or grouped as the card has it: American Express prints 4-6-5. */
function asOnCards(rng: Rng, number: string): string {
  if (number.length !== 15) return spaced(rng, number);
  return number.replace(/(....)(......)(.....)/, '$1 $2 $3');
}

/** Sixteen digits that begin as a card does and fail its check. */
function brokenLuhn(rng: Rng): string {
  const right = withLuhn(`${rng.pick(['4', '5', '9'])}${rng.digits(14)}`);
  return `${right.slice(0, 15)}${(Number(right.at(-1)) + rng.int(1, 9)) % 10}`;
}

function money(rng: Rng, language: 'da' | 'en'): string {
  const whole = String(rng.int(100, 250_000)).replace(/\B(?=(\d{3})+$)/g, language === 'da' ? '.' : ',');
  return `${whole}${language === 'da' ? ',' : '.'}${rng.digits(2)}`;
}
