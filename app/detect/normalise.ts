import type { FindingType } from './finding.ts';
import { readPhone } from './generic/phone-number.ts';

/**
 * The one form that all writings of a value share, for the blind index: the same person's number is found again
 * however it was written. Changing what this returns makes every stored index of that type useless; raise the
 * detector's version with it. CPR and card: digits. IBAN: capitals and digits. E-mail: NFC, lower case (whole address:
 * mail servers that tell `Anna@` from `anna@` are not met in practice). Phone: E.164, or digits where it cannot be read.
 */
export function normalFormOf(type: FindingType, value: string): string {
  switch (type) {
    case 'DK_CPR':
    case 'CREDIT_CARD':
      return value.replace(/\D/g, '');
    case 'IBAN_CODE':
      return value.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    case 'EMAIL_ADDRESS':
      return value.normalize('NFC').toLowerCase();
    case 'PHONE_NUMBER':
      return readPhone(value)?.e164 ?? value.replace(/\D/g, '');
  }
}
