import { digitAt } from '../identifiers/check-digits.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import { words } from '../identifiers/words.ts';

/**
 * Vehicle identification numbers (VIN, Danish stelnummer) with a check digit. A VIN leads to its owner through the
 * vehicle register.
 *
 * Pattern: seventeen capitals and digits without I, O and Q.
 * Checksum: the ninth character modulo 11, binding in North America and common elsewhere.
 * Source: ISO 3779; 49 CFR part 565.
 * Near-misses: licence keys, tracking codes.
 */
export const vehicleId: Identifier = {
  id: 'vehicle-id',
  version: 1,
  type: 'VEHICLE_ID',
  category: 'ordinary',
  rule: {
    en: 'a vehicle identification number: its check digit holds',
    da: 'et stelnummer: kontrolcifferet stemmer',
  },
  shapes: { x17: 0 },
  holds: (compact) => SHAPE.test(compact) && holdsCheck(compact),
  prior: 0.4,
  checked: true,
  words: words('vin$', 'vin[- ]', 'stel-?\\s?n', 'chassis', 'fahrgestell', 'vehicle id'),
  kinds: ['vehicle'],
  capitals: true,
};

/** The same number where the check digit does not hold, as European makers have them: it takes a word beside it. */
export const namedVehicleId: Identifier = {
  ...vehicleId,
  id: 'named-vehicle-id',
  rule: { en: 'has the form of a vehicle identification number', da: 'har form som et stelnummer' },
  holds: (compact) => SHAPE.test(compact) && !holdsCheck(compact),
  prior: -4,
  checked: false,
};

const SHAPE = /^(?=.*[A-Z].*[A-Z])(?=.*\d.*\d)[A-HJ-NPR-Z0-9]{13}\d{4}$/;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

function holdsCheck(vin: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += worth(vin, at) * (WEIGHTS[at] ?? 0);
  const check = sum % 11;
  return vin.charAt(8) === (check === 10 ? 'X' : String(check));
}

/** A to H are 1 to 8, J to R 1 to 9, S to Z 2 to 9. */
function worth(vin: string, at: number): number {
  const unit = vin.charCodeAt(at);
  if (unit <= 57) return digitAt(vin, at);
  if (unit <= 72) return unit - 64;
  return unit <= 82 ? unit - 73 : unit - 81;
}
