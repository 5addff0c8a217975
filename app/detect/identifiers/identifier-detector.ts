import { evidenceOf, type Reason, weigh, WORTH_KEEPING } from '../evidence.ts';
import type { Detector, Finding, TextContext } from '../finding.ts';
import { type Beside, textBeside } from '../local-context.ts';
import { columnsOf, isTable } from '../table-columns.ts';
import type { Column } from '../table-header.ts';
import type { Identifier } from './identifier.ts';
import {
  REASONS,
  reasonsOfNames,
  reasonsOfNeighbours,
  reasonsOfWriting,
  ruleOf,
  type Seen,
  standsAlone,
} from './identifier-reasons.ts';
import { shapeTree } from './shapes.ts';
import { visitWrittenCodes } from './written-codes.ts';

/**
 * One detector for all identifiers: the text is read once, what has the shape of an identifier is checked, and what
 * holds is weighed by the words beside it, the column's header, its neighbours and how it is written.
 */
export function identifierDetector(identifiers: readonly Identifier[]): Detector {
  const tree = shapeTree(identifiers);
  const rules = identifiers.map(ruleOf);
  return {
    id: 'identifiers',
    version: 1,
    reasons: () => [...rules.map(({ evidence }) => evidence), ...evidenceOf(REASONS)],
    detect(text, context) {
      const candidates: Candidate[] = [];
      const seen: Seen[] = identifiers.map(() => ({ starts: [], held: [] }));
      visitWrittenCodes(text, tree, ({ start, end, shape, compact }) => {
        for (const { identifier, index, bonus } of shape.takers) {
          const holds = identifier.holds(compact);
          const ofIdentifier = seen[index];
          const order = ofIdentifier?.starts.length ?? 0;
          if (identifier.checked) {
            ofIdentifier?.starts.push(start);
            ofIdentifier?.held.push(holds);
          }
          if (holds) candidates.push({ start, end, identifier, index, bonus, order });
        }
      });
      return weighed(text, context, candidates, seen, rules);
    },
  };
}

/** Something that holds, waiting for its surroundings. `order`: which of the identifier's places it is. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly identifier: Identifier;
  readonly index: number;
  readonly bonus: number;
  readonly order: number;
}

function weighed(
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
  seen: readonly Seen[],
  rules: readonly Reason[],
): Finding[] {
  const findings: Finding[] = [];
  const columnAt = columnsOf(text, context);
  const inTable = isTable(context);
  let lookedAt = -1;
  let beside: Beside = { before: '', after: '', ahead: '' };
  let column: Column | null = null;
  let besideEnd = -1;
  for (const { start, end, identifier, index, bonus, order } of candidates) {
    if (start !== lookedAt) column = columnAt(start);
    if (start !== lookedAt || end !== besideEnd) beside = textBeside(text, start, end, inTable);
    lookedAt = start;
    besideEnd = end;
    const rule = rules[index];
    const ofIdentifier = seen[index];
    if (!rule || !ofIdentifier) continue;
    if (isSilent(beside, column) && identifier.prior + bonus < HOPELESS && !standsAlone(text, start, end))
      continue;
    const reasons = [rule, ...reasonsOfWriting(bonus), ...reasonsOfNames(identifier, column, beside)];
    if (identifier.capitals === true && isInSmallLetters(text, start, end)) {
      reasons.push(REASONS['in-small-letters']);
    }
    if (identifier.checked) reasons.push(...reasonsOfNeighbours(ofIdentifier, order));
    if (column === null && standsAlone(text, start, end)) reasons.push(REASONS['nothing-else-in-text']);
    const { confidence, evidence } = weigh(identifier.prior, reasons);
    if (confidence < WORTH_KEEPING) continue;
    findings.push({ type: identifier.type, category: identifier.category, start, end, confidence, evidence });
  }
  return findings;
}

/** Nothing beside it and no column: only its neighbours can still speak for it, and not enough. */
function isSilent({ before, after }: Beside, column: Column | null): boolean {
  return column === null && before === '' && after === '';
}

/** Log odds below which neighbours alone cannot make it worth keeping. */
const HOPELESS = -3.6;

function isInSmallLetters(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  return written === written.toLowerCase() && written !== written.toUpperCase();
}
