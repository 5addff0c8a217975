import { holdsLuhn } from '../../generic/card-number.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Canadian social insurance numbers (SIN).
 *
 * Pattern: nine digits, mostly in threes with spaces or hyphens; none begins with 0 or 8.
 * Checksum: Luhn.
 * Source: Service Canada, "The Social Insurance Number Code of Practice".
 * Near-misses: other numbers of nine digits; one in ten passes.
 */
export const caSin: Identifier = {
  id: 'ca-sin',
  version: 1,
  type: 'CA_SIN',
  category: 'confidential',
  rule: {
    en: 'the form of a Canadian social insurance number, and its check digit holds',
    da: 'form som et canadisk socialforsikringsnummer, og kontrolcifferet stemmer',
  },
  shapes: { d9: 0, 'd3 d3 d3': 0.3, 'd3-d3-d3': 0.3 },
  holds: (compact) => /^[1-79]/.test(compact) && holdsLuhn(compact),
  prior: PRIOR.checked,
  checked: true,
  words: words('sin$', 'social insurance', 'numéro d.assurance sociale', 'nas$'),
  kinds: ['national-id'],
};
