/**
 * Who issues cards that begin like this and are this long. `shared` where the range is so wide (Maestro) that it says
 * little. Source: ISO/IEC 7812 and the issuers' published ranges; Dankort is 5019.
 */
export interface Issuer {
  readonly name: string;
  readonly shared?: true;
}

/** The issuer of a number of digits only, or null when no issuer has such numbers. */
export function cardIssuer(digits: string): Issuer | null {
  if (/^(\d)\1+$/.test(digits)) return null;
  for (const { pattern, lengths, issuer } of RANGES) {
    if (lengths.includes(digits.length) && pattern.test(digits)) return issuer;
  }
  return null;
}

/** Luhn's formula (ISO/IEC 7812-1, annex B) over a number of digits only. */
export function holdsLuhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = digits.charCodeAt(at) - 48;
    const doubled = digit * 2;
    sum += double ? (doubled > 9 ? doubled - 9 : doubled) : digit;
    double = !double;
  }
  return sum % 10 === 0;
}

/** The check of an EAN-13 (GTIN): weights 1 and 3 by turns, the sum a multiple of ten (GS1 General Specifications). */
export function holdsEanCheck(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    sum += (digits.charCodeAt(at) - 48) * (at % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}

const RANGES: readonly { pattern: RegExp; lengths: readonly number[]; issuer: Issuer }[] = [
  { pattern: /^4/, lengths: [13, 16, 19], issuer: { name: 'Visa' } },
  { pattern: /^5[1-5]|^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, lengths: [16], issuer: { name: 'Mastercard' } },
  { pattern: /^5019/, lengths: [16], issuer: { name: 'Dankort' } },
  { pattern: /^3[47]/, lengths: [15], issuer: { name: 'American Express' } },
  { pattern: /^3(?:0[0-5]|095|6|[89])/, lengths: [14, 16], issuer: { name: 'Diners Club' } },
  { pattern: /^6(?:011|4[4-9]|5)/, lengths: [16, 19], issuer: { name: 'Discover' } },
  { pattern: /^35(?:2[89]|[3-8])/, lengths: [16], issuer: { name: 'JCB' } },
  { pattern: /^(?:2131|1800)/, lengths: [15], issuer: { name: 'JCB' } },
  { pattern: /^220[0-4]/, lengths: [16, 17, 18, 19], issuer: { name: 'Mir' } },
  // Telephones' numbers (IMEI) and payment slips have fifteen digits and Luhn too.
  { pattern: /^1/, lengths: [15], issuer: { name: 'UATP', shared: true } },
  { pattern: /^62/, lengths: [16, 17, 18, 19], issuer: { name: 'UnionPay' } },
  {
    pattern: /^(?:50|5[6-8]|6)/,
    lengths: [12, 13, 14, 15, 16, 17, 18, 19],
    issuer: { name: 'Maestro', shared: true },
  },
];
