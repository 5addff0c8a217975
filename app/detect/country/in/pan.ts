import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Indian tax account numbers (PAN).
 *
 * Pattern: five letters, the fourth the kind of holder (P is a person), four digits, a letter.
 * Checksum: not published.
 * Source: Income Tax Department of India, "Permanent Account Number".
 * Near-misses: item codes.
 */
export const inPan: Identifier = {
  id: 'in-pan',
  version: 1,
  type: 'IN_PAN',
  category: 'confidential',
  rule: {
    en: 'the form of an Indian tax account number',
    da: 'form som et indisk skattekontonummer (PAN)',
  },
  shapes: { x10: 0 },
  holds: (compact) => /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/.test(compact),
  prior: 1,
  checked: false,
  words: words('pan$', 'permanent account', 'income tax'),
  kinds: ['tax-number'],
  capitals: true,
};
