import type { FindingType } from './finding.ts';
import { readPhone } from './generic/phone-number.ts';

/**
 * The one form that all writings of a value share, for the blind index: the same person's number is found again
 * however it was written. Changing what this returns makes every stored index of that type useless; raise the
 * detector's version with it. CPR and card: digits. IBAN: capitals and digits. E-mail: NFC, lower case (whole address:
 * mail servers that tell `Anna@` from `anna@` are not met in practice). Phone: E.164, or digits where it cannot be read.
 * Person: NFC, lower case, given name first, without a genitive that is sure to be one (Hansens, Mette's). Place: NFC, lower
 * case, words only.
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
    case 'PERSON':
      return normalName(value);
    case 'LOCATION':
      return normalWords(value.replace(/[.,]/g, ' '));
    case 'PHONE_NUMBER':
      return readPhone(value)?.e164 ?? value.replace(/\D/g, '');
  }
}

function normalName(value: string): string {
  const [last = '', given = ''] = value.split(',');
  const inOrder = given.trim() === '' ? last : `${given} ${last}`;
  return normalWords(inOrder.replace(/['’]s?$/i, '')).replace(/sens$/, 'sen');
}

function normalWords(value: string): string {
  return value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
