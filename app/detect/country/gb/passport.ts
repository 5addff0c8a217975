import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * British passport numbers.
 *
 * Pattern: nine digits, or two letters and seven digits.
 * Checksum: none outside the machine-readable zone, so a word must stand right beside it.
 * Source: HM Passport Office; the Council's PRADO register of documents.
 * Near-misses: any nine digits.
 */
export const ukPassport: Identifier = {
  id: 'uk-passport',
  version: 1,
  type: 'UK_PASSPORT',
  category: 'confidential',
  rule: { en: 'has the form of a British passport number', da: 'har form som et britisk pasnummer' },
  shapes: { d9: 0, x9: 0 },
  holds: (compact) => /^(?:\d{2}|[A-Z]{2})\d{7}$/.test(compact),
  prior: PRIOR.formOnly,
  checked: false,
  words: words('(?:british|uk) passport', 'britisk pas', 'passport (?:no|number)'),
  capitals: true,
};
