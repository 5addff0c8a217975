import { isDay } from './calendar.ts';
import { digitAt, twoDigitsAt, weightedSum } from './check-digits.ts';

/**
 * The rule that Estonia and Lithuania share: sex and century (1 to 8), YYMMDD, three digits, a check digit modulo 11,
 * with a second row of weights where the first leaves 10, and 0 where both do.
 * Source: Estonian standard EVS 585; Lietuvos Respublikos gyventojų registro įstatymas.
 */
export function holdsBalticNumber(compact: string): boolean {
  const first = digitAt(compact, 0);
  if (first < 1 || first > 8 || !isDay(twoDigitsAt(compact, 5), twoDigitsAt(compact, 3), null)) return false;
  const once = weightedSum(compact, FIRST) % 11;
  const check = once < 10 ? once : (weightedSum(compact, SECOND) % 11) % 10;
  return check === digitAt(compact, 10);
}

const FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];
