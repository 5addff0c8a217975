import { holdsLuhn } from '../../generic/card-number.ts';
import { digitAt } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Swedish organisation numbers (organisationsnummer). A company's is no personal data, but a partnership, a club or an
 * estate has one too, and it is told apart from the personnummer that it looks like.
 *
 * Pattern: ten digits, NNNNNN-NNNN; the third digit is 2 or more, where a personnummer has its month.
 * Checksum: Luhn.
 * Source: the Swedish Tax Agency, SKV 709; lag (1974:174) om identitetsbeteckning för juridiska personer.
 * Near-misses: personnummer, CPR numbers, order numbers of ten digits.
 */
export const seOrganisationsnummer: Identifier = {
  id: 'se-organisationsnummer',
  version: 1,
  type: 'SE_ORGANISATIONSNUMMER',
  category: 'ordinary',
  rule: {
    en: 'the form of a Swedish organisation number, and its check digit holds',
    da: 'form som et svensk organisationsnummer, og kontrolcifferet stemmer',
  },
  shapes: { d10: 0, 'd6-d4': 0.8 },
  holds: (compact) => digitAt(compact, 0) !== 0 && digitAt(compact, 2) >= 2 && holdsLuhn(compact),
  prior: PRIOR.checked,
  checked: true,
  words: words('org(?:anisations)?[\\s.\\-]?n(?:umme)?r', 'vårt företag', 'bolaget'),
  kinds: ['company-number'],
};
