import { digitAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Swiss social insurance numbers (AHV, AVS).
 *
 * Pattern: thirteen digits that begin with 756, in one or as 756.1234.5678.97.
 * Checksum: that of EAN-13. No product's number begins with 756.
 * Source: Verordnung über die Alters- und Hinterlassenenversicherung (AHVV), article 133.
 * Near-misses: EAN numbers of Swiss products (760 to 769).
 */
export const chAhv: Identifier = {
  id: 'ch-ahv',
  version: 1,
  type: 'CH_AHV',
  category: 'confidential',
  rule: {
    en: 'a Swiss social insurance number: begins with 756 and its check digit holds',
    da: 'et schweizisk socialsikringsnummer: begynder med 756, og kontrolcifferet stemmer',
  },
  shapes: { d13: 0, 'd3.d4.d4.d2': 3.5, 'd3 d4 d4 d2': 2 },
  holds: (compact) => {
    if (!compact.startsWith('756')) return false;
    let sum = 0;
    for (let at = 0; at < 13; at += 1) sum += digitAt(compact, at) * (at % 2 === 0 ? 1 : 3);
    return sum % 10 === 0;
  },
  prior: 0.5,
  checked: true,
  words: words('ahv', 'avs$', 'sozialversicherung', 'swiss (?:id|social)', 'schweizisk (?:id|cpr|social)'),
  kinds: ['national-id'],
};
