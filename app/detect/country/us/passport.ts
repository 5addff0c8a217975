import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * US passport numbers.
 *
 * Pattern: nine digits, or a letter and eight digits; words must say that it is an American one.
 * Checksum: none. Source: US Department of State, Next Generation Passport.
 * Near-misses: other countries' passports, SSNs.
 */
export const usPassport: Identifier = {
  id: 'us-passport',
  version: 1,
  type: 'US_PASSPORT',
  category: 'confidential',
  rule: {
    en: 'has the form of a US passport number',
    da: 'har form som et amerikansk pasnummer',
  },
  shapes: { d9: 0, x9: 0 },
  holds: (compact) => /^[A-Z\d]\d{8}$/.test(compact),
  prior: PRIOR.formOnly,
  checked: false,
  words: words('(?:us|u\\.s\\.|american) passport', 'amerikansk pas'),
  capitals: true,
};
