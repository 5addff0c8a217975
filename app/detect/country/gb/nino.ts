import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * British National Insurance numbers.
 *
 * Pattern: two letters, six digits, A to D; digits in pairs or not. Some letters and prefixes are never given out.
 * Checksum: none.
 * Source: HMRC, National Insurance Manual NIM39110.
 * Near-misses: item codes of that shape with other letters.
 */
export const ukNino: Identifier = {
  id: 'uk-nino',
  version: 2,
  type: 'UK_NINO',
  category: 'confidential',
  rule: {
    en: 'has the form of a British National Insurance number',
    da: 'har form som et britisk National Insurance-nummer',
  },
  shapes: { x9: 0, 'a2 d2 d2 d2 a1': 1.5, 'a2-d2-d2-d2-a1': 1.5, 'a2 d6 a1': 1, 'a2 x7': 0.5, 'x8 a1': 0 },
  holds: (compact) =>
    /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(compact) && !NOT_GIVEN.has(compact.slice(0, 2)),
  prior: 0.2,
  checked: false,
  words: words('nino$', 'ni n', 'ni$', 'national insurance', 'insurance n'),
  kinds: ['national-id'],
};

const NOT_GIVEN = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);
