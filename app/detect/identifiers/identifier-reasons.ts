import { type CellChances, columnReason, tellsEnough } from '../column-agreement.ts';
import { type Reason, reasonsOf } from '../evidence.ts';
import { type Beside, type Named, namesIn, ownWordIn } from '../local-context.ts';
import type { NamedKind } from '../naming-vocabulary.ts';
import type { Column } from '../table-header.ts';
import type { Identifier } from './identifier.ts';

/** What all identifiers are weighed by; natural logarithms of likelihood ratios, set by hand. */
export const REASONS = reasonsOf('identifier', {
  'written-its-own-way': 1.5, // each shape has its own weight
  'written-as-others-are': -1.5, // likewise
  'context-names-it': 5,
  'context-may-name-it': 3,
  'context-names-its-kind': 3,
  'column-names-it': 6,
  'neighbours-hold-too': 2.2,
  'neighbours-do-not-hold': -4,
  'nothing-else-in-text': 1.25,
  'in-small-letters': -2.2,
  'context-says-other-number': -4.5,
  'context-may-say-other-number': -2,
  'column-says-other-number': -5.5,
});

/** Everything in one shape, and a bit for each of its takers that held: the neighbourhood tells lists of other numbers. */
export interface Seen {
  readonly starts: number[];
  readonly ends: number[];
  readonly values: string[];
  readonly held: number[];
}

/** The rule of an identifier: what it is worth is in its prior. */
export function ruleOf({ id }: Identifier): Reason {
  return { weight: 0, evidence: { effect: 'rules', code: `${id}.form` } };
}

/** Whether a word right beside it or its column's header is its own name. */
export function isItsName(reason: Reason): boolean {
  return reason === REASONS['context-names-it'] || reason === REASONS['column-names-it'];
}

/** Whether a word or header names what several countries' numbers are called. */
export function isItsKind(reason: Reason): boolean {
  return reason === REASONS['context-names-its-kind'];
}

/** What its writing says; nothing where it is plain. */
export function reasonsOfWriting(bonus: number): Reason[] {
  if (bonus === 0) return [];
  return [{ ...REASONS[bonus > 0 ? 'written-its-own-way' : 'written-as-others-are'], weight: bonus }];
}

/** What the column's header says, and where there is none, the nearest word on either side. */
export function reasonsOfNames(identifier: Identifier, column: Column | null, beside: Beside): Reason[] {
  if (column !== null) {
    if (column.title.search(identifier.words) >= 0) return [REASONS['column-names-it']];
    if (column.kind !== null) return reasonOfColumn(identifier, column.kind);
  }
  if (beside.before === '' && beside.after === '') return [];
  const own = ownWordIn(beside, identifier.words);
  const { before, after } = namesIn(beside);
  if (own !== null) {
    const rival = own.side === 'before' ? before : (before ?? after);
    if (rival === null || own.distance <= rival.distance || identifier.kinds?.includes(rival.kind) === true) {
      return [REASONS[own.adjacent ? 'context-names-it' : 'context-may-name-it']];
    }
  }
  return [before, after].flatMap((named) => (named ? reasonOfName(identifier, named) : []));
}

function reasonOfColumn({ kinds }: Identifier, kind: NamedKind): Reason[] {
  if (kinds?.includes(kind) === true) return [REASONS['context-names-its-kind']];
  return [REASONS['column-says-other-number']];
}

function reasonOfName({ kinds }: Identifier, { kind, adjacent }: Named): Reason[] {
  if (kinds?.includes(kind) === true) return [REASONS['context-names-its-kind']];
  if (kind === 'birth' || kind === 'date') return [];
  return [REASONS[adjacent ? 'context-says-other-number' : 'context-may-say-other-number']];
}

/**
 * What the shape's other places say of a taker (its bit): those in the same column where there are enough, otherwise
 * those around it.
 */
export function reasonsOfOthers(
  seen: Seen,
  order: number,
  taker: number,
  peers: readonly number[],
): Reason[] {
  let holding = 0;
  let failing = 0;
  for (const at of peers) {
    if (seen.values[at] === seen.values[order]) continue;
    if (((seen.held[at] ?? 0) & taker) !== 0) holding += 1;
    else failing += 1;
  }
  return ofColumn(holding, failing) ?? reasonsOfNeighbours(seen, order, taker);
}

/** What so many cells that hold and so many that fail say; null for too few. Reckoned once for each pair of numbers. */
function ofColumn(holding: number, failing: number): Reason[] | null {
  const key = holding * MOST_PEERS + failing;
  const known = VERDICTS.get(key);
  if (known !== undefined) return known;
  const cells = [...Array<CellChances>(holding).fill(HOLDS), ...Array<CellChances>(failing).fill(FAILS)];
  const verdict = tellsEnough(cells) ? columnReason(cells, COLUMN_ODDS) : null;
  VERDICTS.set(key, verdict);
  return verdict;
}

const VERDICTS = new Map<number, Reason[] | null>();
const MOST_PEERS = 1000;

/** Of other numbers at most one in ten passes a check digit. */
const HOLDS: CellChances = { ofType: [0.97], ofOthers: [0.1] };
const FAILS: CellChances = { ofType: [0.03], ofOthers: [0.9] };
/** Checks of other countries and trades are the same now and then: ISBN and NHS numbers share theirs. */
const COLUMN_ODDS = { ofType: [1], ofOthers: [1], alikeThroughout: 0.03, astray: 0.018 };

/**
 * The shape's other places within 200 characters, at most six on each side: where the taker (its bit) holds for most this is a list
 * of them; where most do not, a list of something else in which one holds by chance. The same
 * value again says nothing.
 */
function reasonsOfNeighbours({ starts, values, held }: Seen, order: number, taker: number): Reason[] {
  const here = starts[order] ?? 0;
  let alike = 0;
  let unlike = 0;
  for (const step of [-1, 1]) {
    for (let at = order + step, met = 0; met < NEIGHBOURS; at += step, met += 1) {
      const start = starts[at];
      if (start === undefined || Math.abs(start - here) > NEIGHBOURHOOD) break;
      if (values[at] === values[order]) continue;
      if (((held[at] ?? 0) & taker) !== 0) alike += 1;
      else unlike += 1;
    }
  }
  if (unlike >= 3 && unlike > 2 * alike) return [REASONS['neighbours-do-not-hold']];
  return alike >= 2 && alike > 2 * unlike ? [REASONS['neighbours-hold-too']] : [];
}

const NEIGHBOURS = 6;
const NEIGHBOURHOOD = 200;

/**
 * Whether the text holds nothing else: a cell, a form's field, a value that somebody asks about. It is in no list, and
 * no word can stand beside it.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  if (start > MARGIN || text.length - end > MARGIN) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end));
}

const MARGIN = 40;
