import type { Rng } from './rng.ts';

export interface Born {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * An invented CPR number, ten digits. The seventh digit follows the year's century and the last one the gender
 * (the CPR office's "Personnummeret i CPR-systemet"); modulus 11 holds or fails as asked.
 */
export function cprNumber(rng: Rng, born: Born, gender: 'female' | 'male', modulusHolds: boolean): string {
  const date = [born.day, born.month, born.year % 100].map((part) => String(part).padStart(2, '0')).join('');
  for (;;) {
    const number = date + String(rng.pick(seventhDigits(born.year))) + rng.digits(3);
    const odd = Number(number.at(-1)) % 2 === 1;
    if (odd === (gender === 'male') && modulus11(number) === modulusHolds) return number;
  }
}

/** Whether ten digits hold the CPR number's old check: weights 4327654321, sum divisible by 11. */
export function modulus11(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return sum % 11 === 0;
}

/** Whether ten digits begin with a day of the calendar, DDMMYY: what makes an order number look like a CPR number. */
export function beginsWithDate(digits: string): boolean {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  if (day === undefined || month === undefined || year === undefined) return false;
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + year, month, 0)).getUTCDate()
  );
}

/** An invented Danish IBAN with a right checksum (ISO 13616). Its registration number, 999x, is invented too. */
export function danishIban(rng: Rng): string {
  return withIbanChecksum('DK', `999${rng.int(0, 9)}${rng.digits(10)}`);
}

export function withIbanChecksum(country: string, account: string): string {
  const asDigits = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  return `${country}${String(98n - (BigInt(asDigits) % 97n)).padStart(2, '0')}${account}`;
}

/** A card number for tests only: one that payment providers publish, or one of a provider's test series. */
export function cardNumber(rng: Rng): string {
  return rng.chance(0.5) ? rng.pick(PUBLISHED_TEST_CARDS) : withLuhn(`4000000000${rng.digits(5)}`);
}

export function withLuhn(digits: string): string {
  const sum = numbersOf(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const worth = at % 2 === 0 ? digit * 2 : digit;
      return total + (worth > 9 ? worth - 9 : worth);
    }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** An EAN-13 (GTIN) or GLN with its check digit. */
export function withEanCheck(twelve: string): string {
  const sum = numbersOf(twelve).reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** Examples that the IBAN registry itself prints. */
export const FOREIGN_IBANS = [
  'DE89370400440532013000',
  'NO9386011117947',
  'SE4550000000058398257466',
  'GB29NWBK60161331926819',
];

const PUBLISHED_TEST_CARDS = [
  '4111111111111111',
  '4242424242424242',
  '4012888888881881',
  '5555555555554444',
  '5105105105105100',
  '5019717010103742',
  '378282246310005',
];

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

function numbersOf(digits: string): number[] {
  return digits.split('').map(Number);
}

function seventhDigits(year: number): readonly number[] {
  if (year < 1937) return [0, 1, 2, 3];
  if (year < 2000) return [0, 1, 2, 3, 4, 9];
  return year < 2037 ? [4, 5, 6, 7, 8, 9] : [5, 6, 7, 8];
}
