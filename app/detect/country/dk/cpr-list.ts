import type { CellChances, ColumnOdds } from '../../column-agreement.ts';
import { type CprPlace, likePNumber } from './cpr-places.ts';

// What the other numbers around a number say: those of its column, and where it is in none, those beside it.

/** What each other cell of its column says of the number at `index`; the same number again says nothing. */
export function cellsOfColumn(
  places: readonly CprPlace[],
  index: number,
  peers: readonly number[],
): CellChances[] {
  const place = places[index];
  return peers.flatMap((at) => {
    const peer = places[at];
    return place && peer && peer.digits !== place.digits ? chancesOf(peer, place.form) : [];
  });
}

/** Columns of CPR numbers are real or made up; others hold any numbers, or dates with a serial. */
export const COLUMN_ODDS: ColumnOdds = {
  ofType: [0.9, 0.1],
  ofOthers: [0.9, 0.1],
  alikeThroughout: 0.001,
  astray: 0.005,
};

/**
 * How often a column's cell is so. Of the type: CPR numbers, and made-up ones that are dates but need not hold modulus 11.
 * Of others: any numbers of ten digits (3.6 % are dates, of which one in eleven holds modulus 11), and dates with a
 * serial of their own. What is no date in another writing says nothing.
 */
function chancesOf(cell: CprPlace, formHere: CprPlace['form']): CellChances[] {
  const { reading, form, isAhead } = cell;
  if (reading === null) return form === formHere ? [{ ofType: [0.01, 0.02], ofOthers: [0.964, 0.02] }] : [];
  if (likePNumber(cell)) return [];
  if (isAhead) return [{ ofType: [0.003, 0.01], ofOthers: [0.01, 0.3] }];
  if (reading.modulus11) return [{ ofType: [0.96, 0.09], ofOthers: [0.0033, 0.09] }];
  return reading.year >= 2007 ? [] : [{ ofType: [0.03, 0.8], ofOthers: [0.03, 0.8] }];
}

/**
 * The ten-digit numbers within 200 characters, at most six on each side. Where nearly all are dates that pass
 * modulus 11, this is a list of CPR numbers (ten digits in one inside a line count only others in one: beside numbers
 * with a hyphen they are more likely something else); where at least four in the same writing are not and hardly any is, it is a
 * list of something else, in which one number in thirty is a date by chance.
 */
export function numbersAround(places: readonly CprPlace[], index: number): 'cpr' | 'others' | null {
  const place = places[index];
  if (!place) return null;
  let alike = 0;
  let unlike = 0;
  let unlikeInRow = 0;
  for (const step of [-1, 1]) {
    let last = place;
    let inRow = true;
    for (let at = index + step, seen = 0; seen < NEIGHBOURS; at += step, seen += 1) {
      const other = places[at];
      if (!other || Math.abs(other.start - place.start) > NEIGHBOURHOOD) break;
      inRow &&= Math.max(other.start, last.start) - Math.min(other.end, last.end) <= IN_ROW;
      last = other;
      if (other.digits === place.digits) continue;
      if (isPlainlyCpr(other) && (place.form !== 'plain' || other.form === 'plain' || place.beginsLine))
        alike += 1;
      else if (other.form === place.form && isPlainlyNot(other)) {
        unlike += 1;
        if (inRow) unlikeInRow += 1;
      }
    }
  }
  if ((unlike >= 4 || unlikeInRow >= 2) && unlike > 2 * alike) return 'others';
  return alike >= 2 && alike > 2 * unlike ? 'cpr' : null;
}

function isPlainlyCpr(place: CprPlace): boolean {
  return place.reading?.modulus11 === true && !place.isAhead && !likePNumber(place);
}

/** No date, or one that modulus 11 should hold for and does not. */
function isPlainlyNot({ reading }: CprPlace): boolean {
  return reading === null || (!reading.modulus11 && reading.year < 2007);
}

/** "111, 222 og 333": numbers with no more between them are of one kind; two tell as much as four apart. */
const IN_ROW = 6;
const NEIGHBOURS = 6;
const NEIGHBOURHOOD = 200;
