import {
  type CellChances,
  COLUMN_REASONS,
  columnPeers,
  columnReason,
  tellsEnough,
} from '../column-agreement.ts';
import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { localContext, type Named } from '../local-context.ts';
import type { NamedKind } from '../naming-vocabulary.ts';
import { columnKinds, isTable } from '../table-columns.ts';
import { cardIssuer, holdsEanCheck, holdsLuhn } from './card-number.ts';

/**
 * Payment card numbers.
 *
 * Pattern: 12-19 digits in one, or in the groups that are printed on cards (4-4-4-4, 4-4-4-4-3, 4-6-5, 4-6-4, 4-4-4-3
 * not), with one kind of space or hyphen throughout.
 * Checksum: Luhn, and an issuer whose numbers have that beginning and length. Of random sixteen-digit numbers some 3 %
 * pass both.
 * Context: a card word raises, order, item, account and their like lower; the column's header likewise.
 * Source: ISO/IEC 7812; the issuers' published ranges (card-number.ts).
 * Near-misses: IMEI and EAN numbers, tracking numbers, payment-slip ids (+71<...), decimals, one of many groups of four.
 */
export const creditCard: Detector = {
  id: 'credit-card',
  version: 3,
  reasons: () => [...evidenceOf(REASONS), ...evidenceOf(COLUMN_REASONS)],
  detect(text, context) {
    const findings: Finding[] = [];
    const columnKind = columnKinds(text, context);
    const inTable = isTable(context);
    const places = cardPlaces(text);
    const peersOf = columnPeers(
      text,
      context,
      places.map(({ start }) => start),
      places.map(({ end }) => end),
    );
    places.forEach(({ start, end, digits, issuer, grouped }, index) => {
      if (issuer === null || isPartOfMore(text, start, end)) return;
      const reasons = [REASONS['luhn-and-issuer-hold']];
      if (digits.length === 13 && holdsEanCheck(digits)) reasons.push(REASONS['could-be-ean']);
      if (issuer.shared) reasons.push(REASONS['issuer-range-is-wide']);
      if (grouped) reasons.push(REASONS['written-as-on-cards']);
      const { before, after } = localContext(text, start, end, inTable);
      reasons.push(...reasonsOfNames(columnKind(start), before, after));
      const cells = peersOf(index).flatMap((at) => {
        const peer = places[at];
        return !peer || peer.digits === digits ? [] : [peer.issuer === null ? FAILS : HOLDS];
      });
      if (tellsEnough(cells)) reasons.push(...columnReason(cells, COLUMN_ODDS));
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'CREDIT_CARD', category: 'confidential', start, end, confidence, evidence });
    });
    return findings;
  },
};

/** Log odds of a number with Luhn and an issuer, alone in a text: about three in four. */
const PRIOR = 1.2;

const REASONS = reasonsOf('credit-card', {
  'luhn-and-issuer-hold': 0,
  'issuer-range-is-wide': -2.2, // Maestro: nearly every number from 50 or 6 on has some issuer
  'could-be-ean': -4, // cards of thirteen digits are all but gone; barcodes of German goods begin with 4 too
  'written-as-on-cards': 1,
  'context-names-it': 3.5,
  'column-names-it': 4,
  'context-says-other-number': -3.5,
  'context-may-say-other-number': -1.5,
  'column-says-other-number': -4.5,
});

const PATTERN =
  /(?<!\d)(?:\d{12,19}|\d{4}([ \u00a0-])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|3\d{3}([ \u00a0-])\d{6}\2\d{4,5}|\d{4}([ \u00a0-])\d{4}\3\d{5})(?!\d)/g;

interface CardPlace {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Null when Luhn does not hold or nobody has such numbers. */
  readonly issuer: ReturnType<typeof cardIssuer>;
  readonly grouped: boolean;
}

/** Everything written as card numbers may be, cards or not: the others tell of the column. */
function cardPlaces(text: string): CardPlace[] {
  return Array.from(text.matchAll(PATTERN), (match) => {
    const digits = match[0].replace(/\D/g, '');
    return {
      start: match.index,
      end: match.index + match[0].length,
      digits,
      issuer: holdsLuhn(digits) ? cardIssuer(digits) : null,
      grouped: (match[1] ?? match[2] ?? match[3]) !== undefined,
    };
  });
}

/** How often a column's cell passes: nearly all cards; of other numbers of that length one in thirty. */
const HOLDS: CellChances = { ofType: [0.99], ofOthers: [0.033] };
const FAILS: CellChances = { ofType: [0.01], ofOthers: [0.967] };
/** Numbers of SIM cards, phones and parcels hold Luhn as well, and some begin as cards do. */
const COLUMN_ODDS = { ofType: [1], ofOthers: [1], alikeThroughout: 0.03, astray: 0.01 };

/** Digits of a decimal number, of a longer chain of groups, of a code with letters, or of a payment slip. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  const after = text.slice(end, end + 5);
  if (/\d[.,]$|[\p{L}_<]$|\d[-\u2010-\u2013]$/u.test(before) || /^(?:[\p{L}_<]|[.,]\d|-\w)/u.test(after))
    return true;
  const inSpacedGroups = /\d\s/.test(text.slice(start, end));
  return inSpacedGroups && (/(?:^|[^\d-])\d{4}[ \u00a0]$/.test(before) || /^[ \u00a0]\d{4}/.test(after));
}

function reasonsOfNames(column: NamedKind | null, before: Named | null, after: Named | null): Reason[] {
  if (column === 'card') return [REASONS['column-names-it']];
  if (column) return [REASONS['column-says-other-number']];
  return [before, after].flatMap((named) => (named ? reasonOfName(named) : []));
}

function reasonOfName({ kind, adjacent }: Named): Reason[] {
  if (kind === 'card') return [REASONS['context-names-it']];
  if (kind === 'birth' || kind === 'date' || kind === 'amount') return [];
  return [REASONS[adjacent ? 'context-says-other-number' : 'context-may-say-other-number']];
}
