import { holdsMod11And10 } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German VAT numbers (Umsatzsteuer-Identifikationsnummer). A sole trader's leads to a person.
 *
 * Pattern: DE and nine digits, a space between or not.
 * Checksum: ISO 7064 MOD 11,10.
 * Source: Bundeszentralamt für Steuern, "Aufbau der USt-IdNr."; § 27a UStG.
 * Near-misses: beginnings of an IBAN, item codes.
 */
export const deVatId: Identifier = {
  id: 'de-vat-id',
  version: 1,
  type: 'DE_VAT_ID',
  category: 'ordinary',
  rule: {
    en: 'a German VAT number: its check digit holds',
    da: 'et tysk momsnummer: kontrolcifferet stemmer',
  },
  shapes: { x11: 0, 'a2 d9': 0 },
  holds: (compact) => /^DE[1-9]\d{8}$/.test(compact) && holdsMod11And10(compact.slice(2)),
  prior: PRIOR.telling,
  checked: true,
  words: words('ust-?\\s?id', 'umsatzsteuer', 'vat', 'moms'),
  kinds: ['company-number'],
  capitals: true,
};
