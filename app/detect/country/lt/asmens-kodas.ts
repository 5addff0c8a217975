import { holdsBalticNumber } from '../../identifiers/baltic-number.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Lithuanian personal codes (asmens kodas): eleven digits.
 *
 * Checksum and source: baltic-number.ts; where no word tells, such a number is called Lithuanian: of the two countries
 * it has twice the people.
 * Near-misses: other eleven-digit numbers: one in 50 passes.
 */
export const ltAsmensKodas: Identifier = {
  id: 'lt-asmens-kodas',
  version: 1,
  type: 'LT_ASMENS_KODAS',
  category: 'confidential',
  rule: {
    en: 'a Lithuanian (or Estonian) personal code: date of birth and check digit hold',
    da: 'et litauisk (eller estisk) personnummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d11: 0 },
  holds: holdsBalticNumber,
  prior: PRIOR.checked,
  checked: true,
  words: words('asmens kod', 'a\\. ?k\\.', 'lithuanian (?:id|personal)', 'litauisk (?:id|cpr|person)'),
  kinds: ['national-id', 'birth'],
};
