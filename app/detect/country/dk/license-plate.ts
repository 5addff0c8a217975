import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Danish registration plates of cars. A plate leads to its owner through the vehicle register.
 *
 * Pattern: two letters and five digits, as AB 12 345, AB 12345 or AB12345. No I, O or Q; the first digit is not 0.
 * Checksum: none. Written as on the plate it is believed; in one it could be an item's code and needs a word.
 * Source: registreringsbekendtgørelsen; Motorstyrelsen. Plates of their owner's choice have no form to find.
 * Near-misses: item codes, amounts ("kr 12 345"), room and case numbers, British and Swedish plates.
 */
export const dkLicensePlate: Identifier = {
  id: 'dk-license-plate',
  version: 1,
  type: 'DK_LICENSE_PLATE',
  category: 'ordinary',
  rule: { en: 'has the form of a Danish number plate', da: 'har form som en dansk nummerplade' },
  shapes: { 'a2 d2 d3': 2.5, x7: 0, 'a2 d5': 0.3 },
  holds: (compact) => /^[A-HJ-NPR-Z]{2}[1-9]\d{4}$/.test(compact) && !NO_PLATES.has(compact.slice(0, 2)),
  prior: -1.6,
  checked: false,
  words: words(
    'nummerplade',
    'registreringsn',
    'reg',
    'indregistrer',
    'license plate',
    'number plate',
    'bil(?:en)?$',
    'køretøj',
    'firmabil',
    'parker',
  ),
  kinds: ['license-plate'],
  capitals: true,
};

/** Words and signs of two letters that stand before amounts and numbers. */
const NO_PLATES = new Set([
  'KR',
  'NR',
  'DK',
  'EU',
  'SE',
  'TL',
  'CA',
  'AF',
  'EN',
  'ET',
  'PR',
  'PK',
  'ST',
  'MB',
  'GB',
  'KM',
  'KG',
  'US',
  'UK',
  'FR',
  'DE',
  'PA',
  'ER',
  'BS',
  'EN',
  'DS',
  'SN',
  'PN',
]);
