/**
 * The arithmetic of check digits, over digits as character codes: these run on every number of a text, so they make no
 * strings and no arrays. Values are taken to be of the right length and characters; shapes have seen to that.
 */
export function digitAt(value: string, at: number): number {
  return value.charCodeAt(at) - ZERO;
}

/** Two digits as a number: "07" is 7. */
export function twoDigitsAt(value: string, at: number): number {
  return digitAt(value, at) * 10 + digitAt(value, at + 1);
}

/** Sum of digit times weight for as many digits as there are weights, from the first digit on. */
export function weightedSum(value: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += digitAt(value, at) * (weights[at] ?? 0);
  return sum;
}

/** The rest of a long number of digits only. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digitAt(digits, at)) % modulus;
  return rest;
}

/** ISO 7064 MOD 11,10: a chain of additions and doublings that ends in 1. */
export function holdsMod11And10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at += 1) {
    const sum = (digitAt(digits, at) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + digitAt(digits, digits.length - 1)) % 10 === 1;
}

/**
 * The check of machine-readable documents: digits as they are, A is 10 and so on, `<` is 0; weights 7, 3, 1 over and
 * over, modulo 10. Source: ICAO Doc 9303, part 3, section 4.9.
 */
export function travelDocumentDigit(value: string): number {
  let sum = 0;
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    const worth = unit >= A ? unit - A + 10 : unit >= ZERO && unit <= NINE ? unit - ZERO : 0;
    sum += worth * (SEVEN_THREE_ONE[at % 3] ?? 0);
  }
  return sum % 10;
}

const ZERO = 48;
const NINE = 57;
const A = 65;
const SEVEN_THREE_ONE = [7, 3, 1];
