import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Entries in the German register of companies (Handelsregister). HRA holds merchants who are one person.
 *
 * Pattern: HRA or HRB and up to six digits.
 * Checksum: none; nothing else is written so.
 * Source: § 9 HGB, Handelsregisterverordnung § 13.
 * Near-misses: HRC, seven digits.
 */
export const deHandelsregister: Identifier = {
  id: 'de-handelsregister',
  version: 1,
  type: 'DE_HANDELSREGISTER',
  category: 'ordinary',
  rule: {
    en: 'the form of an entry in the German register of companies',
    da: 'form som en post i det tyske handelsregister',
  },
  shapes: { 'a3 d2': 0, 'a3 d3': 0, 'a3 d4': 0, 'a3 d5': 0, 'a3 d6': 0, x8: 0, x9: 0 },
  holds: (compact) => /^HR[AB]\d{2,6}$/.test(compact),
  prior: PRIOR.telling,
  checked: false,
  words: words('handelsregister', 'amtsgericht', 'registergericht'),
  kinds: ['company-number'],
};
