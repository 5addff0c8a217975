import { holdsLuhn } from '../../generic/card-number.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Italian VAT numbers (partita IVA). A sole trader's leads to a person.
 *
 * Pattern: eleven digits, IT before them or not: seven of the holder, three of the office, a check digit.
 * Checksum: Luhn.
 * Source: Agenzia delle Entrate; D.P.R. 633/1972, art. 35.
 * Near-misses: other numbers of eleven digits; zeros only.
 */
export const itPartitaIva: Identifier = {
  id: 'it-partita-iva',
  version: 1,
  type: 'IT_VAT_CODE',
  category: 'ordinary',
  rule: {
    en: 'the form of an Italian VAT number, and its check digit holds',
    da: 'form som et italiensk momsnummer, og kontrolcifferet stemmer',
  },
  shapes: { d11: 0, x13: 4 },
  holds: (compact) => {
    const digits = compact.startsWith('IT') ? compact.slice(2) : compact;
    return /^\d{11}$/.test(digits) && !digits.startsWith('0000000') && holdsLuhn(digits);
  },
  prior: PRIOR.weak,
  checked: true,
  words: words('partita iva', 'p\\.? ?iva', 'codice iva'),
  kinds: ['company-number'],
};
