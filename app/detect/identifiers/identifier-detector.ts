import { COLUMN_REASONS, columnPeers } from '../column-agreement.ts';
import { evidenceOf, type Reason, weigh, WORTH_KEEPING } from '../evidence.ts';
import type { Detector, Finding, TextContext } from '../finding.ts';
import { textBeside } from '../local-context.ts';
import { columnsOf, isTable } from '../table-columns.ts';
import { lastBirthDay } from './calendar.ts';
import type { Identifier } from './identifier.ts';
import {
  isItsKind,
  isItsName,
  REASONS,
  reasonsOfNames,
  reasonsOfOthers,
  reasonsOfWriting,
  ruleOf,
  type Seen,
  standsAlone,
} from './identifier-reasons.ts';
import { type ShapeNode, shapeTree } from './shapes.ts';
import { visitWrittenCodes, type WrittenCode } from './written-codes.ts';

/**
 * One detector for all identifiers: the text is read once, what has the shape of an identifier is checked, and what
 * holds is weighed by the words beside it, the column's header, its neighbours and how it is written.
 */
export function identifierDetector(identifiers: readonly Identifier[]): Detector {
  const tree = shapeTree(identifiers);
  const rules = identifiers.map(ruleOf);
  return {
    id: 'identifiers',
    version: 2,
    reasons: () => [
      ...rules.map(({ evidence }) => evidence),
      ...evidenceOf(REASONS),
      ...evidenceOf(COLUMN_REASONS),
    ],
    detect(text, context) {
      const candidates: Candidate[] = [];
      const seen = new Map<ShapeNode, Seen>();
      const lastDay = lastBirthDay(context.now);
      visitWrittenCodes(text, tree, (code) => {
        const ofShape = seen.get(code.shape) ?? { starts: [], ends: [], values: [], held: [] };
        seen.set(code.shape, ofShape);
        const held = takersThatHold(code, lastDay);
        if (held !== 0) candidates.push({ code, held, ofShape, order: ofShape.starts.length });
        ofShape.starts.push(code.start);
        ofShape.ends.push(code.end);
        ofShape.values.push(code.compact);
        ofShape.held.push(held);
      });
      return weighed(text, context, candidates, rules);
    },
  };
}

/** Something that at least one taker of its shape holds for, waiting for its surroundings. */
interface Candidate {
  readonly code: WrittenCode;
  /** A bit for each taker of the shape, in their order. */
  readonly held: number;
  readonly ofShape: Seen;
  /** Which of the shape's places it is. */
  readonly order: number;
}

function takersThatHold({ shape, compact }: WrittenCode, lastDay: number): number {
  let held = 0;
  for (let at = 0; at < shape.takers.length; at += 1) {
    if (shape.takers[at]?.identifier.holds(compact, lastDay) === true) held |= 1 << at;
  }
  return held;
}

function weighed(
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
  rules: readonly Reason[],
): Finding[] {
  const findings: Finding[] = [];
  const columnAt = columnsOf(text, context);
  const inTable = isTable(context);
  const links = new Map<Seen, (order: number) => number[]>();
  const peersOf = (seen: Seen): ((order: number) => number[]) => {
    const known = links.get(seen) ?? columnPeers(text, context, seen.starts, seen.ends);
    links.set(seen, known);
    return known;
  };
  for (const { code, held, ofShape, order } of candidates) {
    const { start, end, shape } = code;
    const column = columnAt(start);
    const beside = textBeside(text, start, end, inTable);
    const silent = column === null && beside.before === '' && beside.after === '';
    const alone = column === null && standsAlone(text, start, end);
    let peers: number[] | null = null;
    shape.takers.forEach(({ identifier, index, bonus }, at) => {
      const rule = rules[index];
      if (!rule || (held & (1 << at)) === 0) return;
      if (silent && !alone && identifier.prior + bonus < HOPELESS) return;
      const names = reasonsOfNames(identifier, column, beside);
      const reasons = [rule, ...reasonsOfWriting(bonus), ...names];
      if (identifier.capitals === true && isInSmallLetters(text, start, end)) {
        reasons.push(REASONS['in-small-letters']);
      }
      if (identifier.checked) {
        peers ??= peersOf(ofShape)(order);
        const others = reasonsOfOthers(ofShape, order, 1 << at, peers);
        // Most of a list of other numbers ends here.
        if (silent && !alone && hopeless(identifier.prior + bonus, others)) return;
        // What is called by its name is not what the numbers around it are; a column of ids may hold several countries'.
        const isNamed = names.some((reason) => isItsName(reason) || (column !== null && isItsKind(reason)));
        reasons.push(...(isNamed ? others.filter(({ weight }) => weight > 0) : others));
      }
      if (alone) reasons.push(REASONS['nothing-else-in-text']);
      const { confidence, evidence } = weigh(identifier.prior, reasons);
      if (confidence < WORTH_KEEPING) return;
      const { type, category } = identifier;
      findings.push({ type, category, start, end, confidence, evidence });
    });
  }
  return findings;
}

/** Log odds below which neighbours alone, with no words or column, cannot make it worth keeping. */
const HOPELESS = -3.6;

/** With nothing but its writing and the numbers around it, it is not worth keeping: as `weigh` would find. */
function hopeless(logOdds: number, others: readonly Reason[]): boolean {
  return others.reduce((sum, { weight }) => sum + weight, logOdds) < LEAST_LOG_ODDS;
}

const LEAST_LOG_ODDS = Math.log(WORTH_KEEPING / (1 - WORTH_KEEPING));

function isInSmallLetters(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  return written === written.toLowerCase() && written !== written.toUpperCase();
}
