/**
 * Questions about one UTF-16 code unit, for the loops that see every character. `charCodeAt` past an end gives NaN,
 * which is neither digit nor letter.
 */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || isLetterBeyondAscii(unit);
}

/** Letters and combining marks outside ASCII; half of a surrogate pair is none. */
export function isLetterBeyondAscii(unit: number): boolean {
  return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && LETTER_OR_MARK.test(String.fromCharCode(unit));
}

const LETTER_OR_MARK = /[\p{L}\p{M}]/u;
