import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Danish driving licence numbers.
 *
 * Pattern: eight digits, field 5 of the card.
 * Checksum: none, so a word must stand right beside it or above its column.
 * Source: kørekortbekendtgørelsen; the Council's PRADO register of documents.
 * Near-misses: phone and CVR numbers, dates in one.
 */
export const dkDrivingLicence: Identifier = {
  id: 'dk-driving-licence',
  version: 1,
  type: 'DK_DRIVING_LICENCE',
  category: 'confidential',
  rule: {
    en: 'has the form of a Danish driving licence number',
    da: 'har form som et dansk kørekortnummer',
  },
  shapes: { d8: 0, 'd4 d4': 0, 'd2 d2 d2 d2': -1 },
  holds: () => true,
  prior: PRIOR.formOnly,
  checked: false,
  words: words('kørekort', 'koerekort', 'driving licen[cs]e', 'driver.?s licen[cs]e', 'licence no'),
  kinds: ['driving-licence'],
};
