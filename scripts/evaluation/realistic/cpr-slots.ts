import { cprNumber, type Born } from '../../demo/numbers.ts';
import type { Rng } from '../../demo/rng.ts';
import type { Hand, Slot } from './slot.ts';

/** CPR numbers in their writings. `{{cpr}}` is written as the document's hand has it. */
export const CPR_SLOTS: Readonly<Record<string, Slot>> = {
  cpr: slot(({ rng, cprHabit }) => written(adult(rng), cprHabit)),
  'cpr-': slot(({ rng }) => written(adult(rng), 'hyphen')),
  cpr10: slot(({ rng }) => adult(rng)),
  cprkid: slot(({ rng, cprHabit }) => written(bornIn(rng, 2008, 2019), cprHabit)),
  cprnew: slot(({ rng }) => written(bornIn(rng, 2020, 2026), 'hyphen')),
  cprsplit: slot(({ rng }) => split(rng, adult(rng))),
  cprbox: slot(({ rng }) =>
    adult(rng)
      .replace(/(.)(?=.)/g, '$1 ')
      .replace(/^(.{11}) /, '$1-'),
  ),
};

function slot(fill: (hand: Hand) => string): Slot {
  return { type: 'DK_CPR', fill };
}

/** Four in a hundred were born on 1 January, of whom a third have numbers that fail modulus 11, as people from abroad have. */
function adult(rng: Rng): string {
  const newYear = rng.chance(0.04);
  const born = {
    year: rng.int(1932, 2006),
    month: newYear ? 1 : rng.int(1, 12),
    day: newYear ? 1 : rng.int(1, 28),
  };
  return number(rng, born, !(newYear && rng.chance(0.33)));
}

/** One in twenty fails modulus 11: such numbers have been given out since 2007. */
function bornIn(rng: Rng, from: number, to: number): string {
  return number(
    rng,
    { year: rng.int(from, to), month: rng.int(1, 12), day: rng.int(1, 28) },
    !rng.chance(0.05),
  );
}

function number(rng: Rng, born: Born, modulusHolds: boolean): string {
  for (;;) {
    const digits = cprNumber(rng, born, rng.pick(['female', 'male'] as const), modulusHolds);
    // The serial 0000 is given to nobody.
    if (!digits.endsWith('0000')) return digits;
  }
}

function written(digits: string, habit: Hand['cprHabit']): string {
  const between = { hyphen: '-', plain: '', space: ' ', dash: '\u2013', 'spaced-hyphen': ' - ' }[habit];
  return `${digits.slice(0, 6)}${between}${digits.slice(6)}`;
}

/** As forms, columns and text out of a PDF break it up. */
function split(rng: Rng, digits: string): string {
  const date = `${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 6)}`;
  return rng.pick([
    `${date} ${digits.slice(6)}`,
    `${date}-${digits.slice(6)}`,
    `${date.replaceAll(' ', '.')}-${digits.slice(6)}`,
    `${digits.slice(0, 6)} - ${digits.slice(6)}`,
    `${digits.slice(0, 6)}-\n${digits.slice(6)}`,
  ]);
}
