import { holdsVerhoeff } from '../../identifiers/verhoeff.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Indian Aadhaar numbers.
 *
 * Pattern: twelve digits, in fours or in one; the first is from 2 on, and it does not read the same backwards.
 * Checksum: Verhoeff.
 * Source: Unique Identification Authority of India, "Aadhaar Authentication API".
 * Near-misses: other numbers of twelve digits; one in ten passes.
 */
export const inAadhaar: Identifier = {
  id: 'in-aadhaar',
  version: 1,
  type: 'IN_AADHAAR',
  category: 'confidential',
  rule: {
    en: 'the form of an Indian Aadhaar number, and its check digit holds',
    da: 'form som et indisk Aadhaar-nummer, og kontrolcifferet stemmer',
  },
  shapes: { d12: 0, 'd4 d4 d4': 0.2, 'd4-d4-d4': 0.8 },
  holds: (compact) =>
    compact.charCodeAt(0) >= 50 &&
    holdsVerhoeff(compact) &&
    Array.from(compact).toReversed().join('') !== compact,
  prior: PRIOR.checked,
  checked: true,
  words: words('aadhaar', 'aadhar', 'uidai'),
  kinds: ['national-id'],
};
