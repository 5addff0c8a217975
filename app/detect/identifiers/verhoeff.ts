import { digitAt } from './check-digits.ts';

/**
 * Verhoeff's check over digits only, the check digit last: it finds every wrong digit and every swap of neighbours.
 * Source: J. Verhoeff, Error Detecting Decimal Codes (1969): products in the dihedral group of order ten, with a
 * permutation for each place.
 */
export function holdsVerhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    let digit = digitAt(digits, digits.length - 1 - place);
    for (let times = place % 8; times > 0; times -= 1) digit = PERMUTATION[digit] ?? 0;
    check = product(check, digit);
  }
  return check === 0;
}

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Turns of a pentagon are 0 to 4, its reflections 5 to 9. */
function product(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}
