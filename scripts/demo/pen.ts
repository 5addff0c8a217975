import { beginsWithDate } from './numbers.ts';
import type { Person } from './people.ts';
import type { Rng } from './rng.ts';
import type { Value, ValueType } from './text.ts';

/**
 * Writes values the way one writer does: each document has its habits (hyphen or space, +45 or none) and keeps to
 * them mostly. Whatever a pen writes is on the truth.
 */
export interface Pen {
  cpr(person: Person): Value;
  /** For places without a label: a hyphen or a space, so that a reader knows what it is. */
  cprAlone(person: Person): Value;
  phone(digits: string): Value;
  /** For places without a label: grouped, or with the country's code. */
  phoneAlone(digits: string): Value;
  /** A number outside Denmark, given as E.164 and as it is to be written. */
  foreignPhone(e164: string, written: string): Value;
  mail(address: string): Value;
  iban(iban: string): Value;
  card(number: string): Value;
  name(person: Person): Value;
  /** "Holm, Karen" */
  nameTurned(person: Person): Value;
}

export function createPen(rng: Rng): Pen {
  const cprHabit = rng.pick(CPR_HABITS);
  const phoneHabit = rng.pick(PHONE_HABITS);
  const ibanHabit = rng.pick(['groups', 'groups', 'none'] as const);
  const cardHabit = rng.pick([' ', ' ', '-', '']);
  const kept = <T>(habit: T, all: readonly T[]): T => (rng.chance(0.85) ? habit : rng.pick(all));

  return {
    cpr: (person) => value('DK_CPR', person.cpr, cut(person.cpr, kept(cprHabit, CPR_HABITS))),
    cprAlone: (person) =>
      value('DK_CPR', person.cpr, cut(person.cpr, cprHabit === '######-####' ? cprHabit : '###### ####')),
    phone: (digits) => value('PHONE_NUMBER', `+45${digits}`, cut(digits, kept(phoneHabit, PHONE_HABITS))),
    phoneAlone: (digits) =>
      value(
        'PHONE_NUMBER',
        `+45${digits}`,
        cut(digits, phoneHabit === '########' ? '## ## ## ##' : phoneHabit),
      ),
    foreignPhone: (e164, written) => value('PHONE_NUMBER', e164, written),
    mail: (address) => value('EMAIL_ADDRESS', address.toLowerCase(), address),
    iban: (iban) => value('IBAN_CODE', iban, ibanHabit === 'none' ? iban : iban.replace(/.{4}(?=.)/g, '$& ')),
    card: (number) => value('CREDIT_CARD', number, cut(number, cardShape(number, cardHabit))),
    name: (person) => ({ type: 'PERSON', text: person.name, written: person.name }),
    nameTurned: (person) => ({
      type: 'PERSON',
      text: person.name,
      written: `${person.family}, ${person.given}`,
    }),
  };
}

/** Something that only looks like a value. It is on the truth as a near miss where it really does look like one. */
export function lure(type: ValueType, written: string): Value | string {
  const text = type === 'EMAIL_ADDRESS' ? written : written.replace(/[^0-9A-Z]/g, '');
  if (type === 'DK_CPR' && !(text.length === 10 && beginsWithDate(text))) return written;
  if (type === 'PHONE_NUMBER' && !/^[2-9]\d{7}$/.test(text)) return written;
  return { type, text, written, lure: true };
}

/** Puts digits into a shape, one digit for each #. */
export function cut(digits: string, shape: string): string {
  let at = 0;
  return shape.replace(/#/g, () => digits[at++] ?? '');
}

function value(type: ValueType, text: string, written: string): Value {
  return { type, text, written };
}

function cardShape(number: string, between: string): string {
  const groups = number.length === 15 ? ['####', '######', '#####'] : ['####', '####', '####', '####'];
  return groups.join(between);
}

const CPR_HABITS = [
  '######-####',
  '######-####',
  '######-####',
  '######-####',
  '######-####',
  '##########',
  '###### ####',
];

const PHONE_HABITS = [
  '## ## ## ##',
  '## ## ## ##',
  '########',
  '#### ####',
  '+45 ## ## ## ##',
  '+45 #### ####',
  '+45########',
];
