import { digitAt, travelDocumentDigit } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German passports' serial numbers (Reisepass).
 *
 * Pattern: nine characters; the first a letter of a passport authority (C, F, G, H, J, K), no vowels, the last the check
 * digit of ICAO 9303.
 * Source: Passverordnung, annex; Bundesministerium des Innern, "Seriennummer".
 * Near-misses: identity cards (L to Y), item codes of nine characters: one in ten passes.
 */
export const dePassport: Identifier = {
  id: 'de-passport',
  version: 1,
  type: 'DE_PASSPORT',
  category: 'confidential',
  rule: {
    en: "a German passport's number: its check digit holds",
    da: 'nummeret på et tysk pas: kontrolcifferet stemmer',
  },
  shapes: { x9: 0 },
  holds: (compact) => /^[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{7}\d$/.test(compact) && holdsDigit(compact),
  prior: -0.9,
  checked: true,
  words: words('reisepass', 'pass-?n(?:ummer|r)', 'passport', 'pas-?n(?:ummer|r)', 'tysk pas'),
  kinds: ['passport'],
  capitals: true,
};

/**
 * German identity cards' serial numbers (Personalausweis): first letter L to Y; pattern, check and source as above.
 * T and eight digits are taken without the check digit, as cards of the first years are written.
 */
export const deIdCard: Identifier = {
  id: 'de-id-card',
  version: 1,
  type: 'DE_ID_CARD',
  category: 'confidential',
  rule: {
    en: "a German identity card's number: its form or its check digit holds",
    da: 'nummeret på et tysk id-kort: form eller kontrolciffer stemmer',
  },
  shapes: { x9: 0 },
  holds: (compact) =>
    /^[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]{7}\d$/.test(compact) &&
    (/^T\d{8}$/.test(compact) || holdsDigit(compact)),
  prior: -0.9,
  checked: true,
  words: words(
    'personalausweis',
    'ausweis',
    'perso$',
    'id-?karte',
    'identity card',
    'id card',
    'id-?kort',
    'tysk id',
  ),
  kinds: ['national-id'],
  capitals: true,
};

/** A physician's lifelong number (LANR): seven digits with weights 4 and 9 modulo 10, and two for the specialty. */
export const deLanr: Identifier = {
  id: 'de-lanr',
  version: 1,
  type: 'DE_LANR',
  category: 'ordinary',
  rule: {
    en: "a German physician's number (LANR): its check digit holds",
    da: 'et tysk lægenummer (LANR): kontrolcifferet stemmer',
  },
  shapes: { d9: 0 },
  holds: (compact) => {
    let sum = 0;
    for (let at = 0; at < 6; at += 1) sum += digitAt(compact, at) * (at % 2 === 0 ? 4 : 9);
    return (10 - (sum % 10)) % 10 === digitAt(compact, 6) && !compact.endsWith('00') && sum > 0;
  },
  prior: PRIOR.checked,
  checked: true,
  words: words('lanr', 'arztn(?:ummer|r)', 'lebenslange arzt'),
};

function holdsDigit(compact: string): boolean {
  return travelDocumentDigit(compact.slice(0, 8)) === digitAt(compact, 8);
}
