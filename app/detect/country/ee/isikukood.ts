import { holdsBalticNumber } from '../../identifiers/baltic-number.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Estonian personal identification codes (isikukood): eleven digits.
 *
 * Checksum and source: baltic-number.ts; Lithuanian numbers pass as well, so only a word tells the two apart.
 * Near-misses: other eleven-digit numbers: one in 50 passes.
 */
export const eeIsikukood: Identifier = {
  id: 'ee-isikukood',
  version: 1,
  type: 'EE_ISIKUKOOD',
  category: 'confidential',
  rule: {
    en: 'an Estonian personal code: date of birth and check digit hold',
    da: 'et estisk personnummer: fødselsdato og kontrolciffer stemmer',
  },
  shapes: { d11: 0 },
  holds: holdsBalticNumber,
  prior: PRIOR.checked,
  checked: true,
  words: words('isikukood', 'ik$', 'estonian (?:id|personal)', 'estisk (?:id|cpr|person)'),
  kinds: ['national-id', 'birth'],
};
