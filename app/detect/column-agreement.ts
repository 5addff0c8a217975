import { type Reason, reasonsOf } from './evidence.ts';
import type { TextContext } from './finding.ts';
import { cellColumns, NO_COLUMN } from './table-cells.ts';

/** What a column says of one of its cells; the weight is computed, these are its largest. */
export const COLUMN_REASONS = reasonsOf('table', { 'column-agrees': 7, 'column-disagrees': -5.2 });

/** How often a cell looks as one does, in each kind of column of the type and in each kind of other column. */
export interface CellChances {
  readonly ofType: readonly number[];
  readonly ofOthers: readonly number[];
}

/** What columns there may be, before a cell is looked at; shares of one. */
export interface ColumnOdds {
  /** How common each kind is among columns of the type, and among other columns with places of its form. */
  readonly ofType: readonly number[];
  readonly ofOthers: readonly number[];
  /** A column of others in which all cells look like the type nevertheless: its check is not the only one of its kind. */
  readonly alikeThroughout: number;
  /** One of the type in a column of something else: a field that holds now this, now that. */
  readonly astray: number;
}

/**
 * The reason that the other cells of a column give, by Bayes' rule over whole columns: how likely the cells are in a column
 * of the type against columns of other things. So twenty of twenty that pass a test which one in thirty passes by chance are
 * certainty, and one of twenty is chance.
 */
export function columnReason(cells: readonly CellChances[], odds: ColumnOdds): Reason[] {
  const ofType = likelihood(
    odds.ofType,
    cells.map((cell) => cell.ofType),
  );
  const ofOthers = likelihood(
    odds.ofOthers,
    cells.map((cell) => cell.ofOthers),
  );
  const whereItIs = (1 - odds.astray) * ofType + odds.astray * ofOthers;
  const whereItIsNot = (1 - odds.alikeThroughout) * ofOthers + odds.alikeThroughout * ofType;
  const weight = Math.log(whereItIs / whereItIsNot);
  if (weight >= LEAST) return [{ ...COLUMN_REASONS['column-agrees'], weight }];
  return weight > -LEAST ? [] : [{ ...COLUMN_REASONS['column-disagrees'], weight }];
}

/** Whether so few cells are a column at all; otherwise what stands around a place tells more. */
export function tellsEnough(cells: readonly CellChances[]): boolean {
  return cells.length >= FEWEST;
}

const FEWEST = 3;

function likelihood(shares: readonly number[], cells: readonly (readonly number[])[]): number {
  return shares.reduce(
    (sum, share, kind) => sum + cells.reduce((product, cell) => product * (cell[kind] ?? 1), share),
    0,
  );
}

/** A lesser weight than two to one is not worth a word. */
const LEAST = 0.7;

/**
 * The other places of a place's column, nearest first on either side: at most `PEERS` and no further than
 * `COLUMN_REACH`, so that a window of a long table says what the whole table would. `starts` and `ends` are of the places, in order.
 */
export function columnPeers(
  text: string,
  context: TextContext,
  starts: readonly number[],
  ends: readonly number[],
): (index: number) => number[] {
  const columnAt = cellColumns(text, context);
  const before = new Int32Array(starts.length).fill(NONE);
  const after = new Int32Array(starts.length).fill(NONE);
  const latest = new Map<number, number>();
  starts.forEach((start, index) => {
    const column = columnAt(start, ends[index] ?? start);
    if (column === NO_COLUMN) return;
    const last = latest.get(column) ?? NONE;
    before[index] = last;
    if (last !== NONE) after[last] = index;
    latest.set(column, index);
  });
  return (index) => {
    const here = starts[index] ?? 0;
    const peers: number[] = [];
    for (const links of [before, after]) {
      let at = links[index] ?? NONE;
      for (let seen = 0; seen < PEERS && at !== NONE; seen += 1) {
        if (Math.abs((starts[at] ?? 0) - here) > COLUMN_REACH) break;
        peers.push(at);
        at = links[at] ?? NONE;
      }
    }
    return peers;
  };
}

const NONE = -1;
const PEERS = 12;
/** Less than REACH by the longest of what is looked at beside a cell. */
const COLUMN_REACH = 1600;
