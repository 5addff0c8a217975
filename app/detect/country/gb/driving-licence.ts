import { twoDigitsAt } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * British driving licence numbers.
 *
 * Pattern: five letters of the surname filled up with 9, decade, month (women plus 50), day, year, two initials, three more.
 * Checksum: none that is published; the month and day must be.
 * Source: DVLA, "Driving licence number format" (INF1D).
 * Near-misses: licence keys of sixteen letters and digits.
 */
export const ukDrivingLicence: Identifier = {
  id: 'uk-driving-licence',
  version: 1,
  type: 'UK_DRIVING_LICENCE',
  category: 'confidential',
  rule: {
    en: 'a British driving licence number: name and date of birth have their places',
    da: 'et britisk kørekortnummer: navn og fødselsdato står, hvor de skal',
  },
  shapes: { x16: 0 },
  holds: (compact) => {
    if (!/^(?=.{5}\d{6})[A-Z]+9*\d{6}[A-Z9]{2}[A-Z\d][A-Z\d]{2}$/.test(compact)) return false;
    const month = twoDigitsAt(compact, 6) % 50;
    const day = twoDigitsAt(compact, 8);
    return twoDigitsAt(compact, 6) <= 62 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  },
  prior: PRIOR.telling,
  checked: true,
  words: words('driving licence', 'driver.?s licen[cs]e', 'dvla', 'licence n', 'kørekort'),
  kinds: ['driving-licence'],
  capitals: true,
};
