import { remainder } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/**
 * Spanish identity card and tax numbers of Spaniards (DNI, NIF).
 *
 * Pattern: seven or eight digits and a letter, a hyphen or space between or not.
 * Checksum: the digits modulo 23 give the letter.
 * Source: Ministerio del Interior, "Cálculo del dígito de control del NIF/NIE".
 * Near-misses: item codes of digits and a letter: one in 23 passes.
 */
export const esNif: Identifier = {
  id: 'es-nif',
  version: 1,
  type: 'ES_NIF',
  category: 'confidential',
  rule: {
    en: 'a Spanish identity number (DNI): its check letter holds',
    da: 'et spansk id-nummer (DNI): kontrolbogstavet stemmer',
  },
  shapes: { x9: 0, 'd8-a1': 0.5, 'd8 a1': -0.5, x8: -0.5, 'd7-a1': 0 },
  holds: (compact) =>
    /^\d{7,8}[A-Z]$/.test(compact) && LETTERS.charAt(remainder(compact.slice(0, -1), 23)) === compact.at(-1),
  prior: -0.7,
  checked: true,
  words: words(
    'dni$',
    'nif$',
    'd\\.n\\.i',
    'documento nacional',
    'spanish (?:id|national)',
    'spansk (?:id|cpr)',
  ),
  kinds: ['national-id'],
  capitals: true,
};

/**
 * Spanish identity numbers of foreigners (NIE): X, Y or Z (0, 1, 2 in the check), seven digits and a letter.
 * Source and check as above.
 */
export const esNie: Identifier = {
  id: 'es-nie',
  version: 1,
  type: 'ES_NIE',
  category: 'confidential',
  rule: {
    en: "a foreigner's Spanish identity number (NIE): its check letter holds",
    da: 'et spansk id-nummer for udlændinge (NIE): kontrolbogstavet stemmer',
  },
  shapes: { x9: 0, 'a1-d7-a1': 0.5, 'x8-a1': 0.5 },
  holds: (compact) =>
    /^[XYZ]\d{7}[A-Z]$/.test(compact) &&
    LETTERS.charAt(remainder(String('XYZ'.indexOf(compact.charAt(0))) + compact.slice(1, 8), 23)) ===
      compact.at(-1),
  prior: PRIOR.telling,
  checked: true,
  words: words('nie$', 'n\\.i\\.e', 'extranjero', 'spanish (?:id|foreigner)', 'spansk (?:id|cpr)'),
  kinds: ['national-id'],
};
