import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Danish passport numbers.
 *
 * Pattern: nine digits, or a letter and eight digits.
 * Checksum: none outside the machine-readable zone, so a word must stand right beside it or above its column.
 * Source: the Danish Police's passport pages; the Council's PRADO register of documents.
 * Near-misses: any nine digits; "pas" as in "pas på".
 */
export const dkPassport: Identifier = {
  id: 'dk-passport',
  version: 2,
  type: 'DK_PASSPORT',
  category: 'confidential',
  rule: { en: 'has the form of a Danish passport number', da: 'har form som et dansk pasnummer' },
  shapes: { d9: 0, x9: 0 },
  holds: (compact) => /^[A-Z0-9]\d{8}$/.test(compact),
  prior: PRIOR.formOnly,
  checked: false,
  words: words(
    'pas-?\\s?n(?:ummer|r)\\.?',
    '(?<!(?:tysk|britisk|svensk|norsk|amerikansk)t? )pas$',
    '(?<!(?:british|uk|german|us|u\\.s\\.|american) )passport',
    'dansk pas',
    'rejsepas',
  ),
  kinds: ['passport'],
  capitals: true,
};
