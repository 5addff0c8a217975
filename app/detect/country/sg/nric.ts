import { weightedSum } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Singapore's numbers of residents and foreigners (NRIC, FIN).
 *
 * Pattern: S, T, F, G or M, seven digits, a check letter.
 * Checksum: weights 2, 7, 6, 5, 4, 3, 2, and 4 more for T and G or 3 more for M, modulo 11; three rows of letters.
 * Source: Immigration & Checkpoints Authority; the rows are widely known, not published.
 * Near-misses: item codes; one in eleven passes.
 */
export const sgNric: Identifier = {
  id: 'sg-nric',
  version: 1,
  type: 'SG_NRIC_FIN',
  category: 'confidential',
  rule: {
    en: 'a number of Singapore: its check letter holds',
    da: 'et nummer fra Singapore: kontrolbogstavet stemmer',
  },
  shapes: { x9: 0 },
  holds: (compact) => {
    if (!/^[STFGM]\d{7}[A-Z]$/.test(compact)) return false;
    const kind = compact.charAt(0);
    const rest = (weightedSum(compact.slice(1), WEIGHTS) + (MORE[kind] ?? 0)) % 11;
    return compact.charAt(8) === ROWS[kind]?.charAt(rest);
  },
  prior: PRIOR.telling,
  checked: true,
  words: words('nric', 'fin$', 'singapore'),
  kinds: ['national-id'],
  capitals: true,
};

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
const MORE: Readonly<Record<string, number>> = { T: 4, G: 4, M: 3 };
const CITIZENS = 'JZIHGFEDCBA';
const FOREIGNERS = 'XWUTRQPNMLK';
const ROWS: Readonly<Record<string, string>> = {
  S: CITIZENS,
  T: CITIZENS,
  F: FOREIGNERS,
  G: FOREIGNERS,
  M: 'XWUTRQPNJLK',
};
