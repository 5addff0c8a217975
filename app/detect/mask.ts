import type { FindingType } from './finding.ts';

/**
 * A value as people may see it in a list: enough to recognise one's own, too little to use. CPR: day and month of
 * birth, neither year, sex nor serial (a year would leave few people in a small company). E-mail: first letter and
 * domain. IBAN: country and last four; card: last four, as on receipts (PCI DSS 3.4); phone: last two, and the country
 * if written. Person: initials; place: its first letters, an address keeps postcode and town. The number of dots says nothing about the length that was hidden.
 */
export function maskOf(type: FindingType, value: string): string {
  const characters = value.replace(/[^\p{L}\p{N}]/gu, '');
  switch (type) {
    case 'DK_CPR':
      return `${characters.slice(0, 4)}••-••••`;
    case 'EMAIL_ADDRESS':
      return maskedAddress(value);
    case 'IBAN_CODE':
      return `${characters.slice(0, 2).toUpperCase()}•• •••• ${characters.slice(-4).toUpperCase()}`;
    case 'CREDIT_CARD':
      return `•••• •••• •••• ${characters.slice(-4)}`;
    case 'PERSON':
      return maskedWords(value.replace(/,/g, ' '));
    case 'LOCATION':
      return maskedPlace(value);
    case 'PHONE_NUMBER':
      return `${/^\(?\+45/.test(value) ? '+45 ' : ''}•• •• •• ${characters.slice(-2)}`;
  }
}

/** "Anne Marie Holm" is "A••• M••• H•••": four words at most. */
function maskedWords(value: string): string {
  const words = value.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return words
    .slice(0, 4)
    .map((word) => `${Array.from(word)[0] ?? ''}•••`)
    .join(' ');
}

function maskedPlace(place: string): string {
  const town = /(?<!\d)\d{4,5}\s+\p{Lu}.*$/su.exec(place);
  const street = maskedWords((town ? place.slice(0, town.index) : place).replace(/[,\d]/g, ' ').trim());
  return [street.split(' ')[0] ?? '', town?.[0].replace(/\s+/g, ' ') ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const first = at > 0 ? (Array.from(address)[0] ?? '') : '';
  return `${first}•••${at >= 0 ? address.slice(at).toLowerCase() : ''}`;
}
