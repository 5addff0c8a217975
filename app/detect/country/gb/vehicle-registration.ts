import { twoDigitsAt } from '../../identifiers/check-digits.ts';
import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * British registration plates since September 2001.
 *
 * Pattern: two letters, two digits, three letters (AB51 ABC); never I or Q in the first two, never I or Q last.
 * Checksum: none; the digits say the half-year: 02 to 29, or 51 to 79.
 * Source: DVLA, INF104. Older plates are too short to be told from anything else.
 * Near-misses: item codes, product keys.
 */
export const ukVehicleRegistration: Identifier = {
  id: 'uk-vehicle-registration',
  version: 1,
  type: 'UK_VEHICLE_REGISTRATION',
  category: 'ordinary',
  rule: { en: 'has the form of a British number plate', da: 'har form som en britisk nummerplade' },
  shapes: { x7: -1, 'x4 a3': 0.8, 'x4-a3': 0.8 },
  holds: (compact) => {
    if (!/^[A-HJ-PR-Y]{2}\d\d[A-HJ-PR-Z]{3}$/.test(compact)) return false;
    const age = twoDigitsAt(compact, 2);
    return (age >= 2 && age <= 29) || (age >= 51 && age <= 79);
  },
  prior: -0.6,
  checked: true,
  words: words(
    'registration',
    'reg(?:\\.| n|$)',
    'vrm$',
    'number plate',
    'licen[cs]e plate',
    'vehicle',
    'nummerplade',
  ),
  kinds: ['license-plate'],
  capitals: true,
};
