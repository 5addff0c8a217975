import { evidenceOf, type Reason, reasonsOf, weigh } from '../../evidence.ts';
import type { Detector, Finding } from '../../finding.ts';
import { localContext } from '../../local-context.ts';
import type { NamedKind } from '../../naming-vocabulary.ts';
import { columnKinds, isTable } from '../../table-columns.ts';

/**
 * Danish bank accounts: registration number and account number.
 *
 * Pattern: four digits and six to ten, a space, hyphen or slash between; or "Reg.nr. 1234 Kontonr. 1234567890"; or
 * fourteen digits.
 * Checksum: banks have their own; none is common. A word or a column must name it.
 * Source: Finans Danmark, registration numbers; the Danish IBAN (four and ten digits).
 * Near-misses: phone numbers behind a postcode, order numbers, payment-slip ids, ledger accounts of four digits.
 */
export const dkBankAccount: Detector = {
  id: 'dk-bank-account',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    const columnKind = columnKinds(text, context);
    const inTable = isTable(context);
    for (const match of text.matchAll(PATTERN)) {
      const start = match.index;
      const end = start + match[0].length;
      const reasons = reasonsFor(text, start, end, match[1], columnKind(start), inTable);
      if (reasons.length === 0) continue;
      const { confidence, evidence } = weigh(PRIOR, [REASONS['two-numbers'], ...reasons]);
      findings.push({ type: 'DK_BANK_ACCOUNT', category: 'confidential', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** Log odds of four and some more digits, with nothing else known. */
const PRIOR = -4;

const REASONS = reasonsOf('dk-bank-account', {
  'two-numbers': 0,
  'both-labelled': 7,
  'context-names-it': 5.5,
  'context-may-name-it': 2,
  'column-names-it': 6,
});

const PATTERN =
  /(?<![\d.,\-/+<])\d{4}(?:[ \u00a0]?[-/\u2013]?[ \u00a0]?|([\s,;.:/|-]{0,4}(?:konto|kto|account|acc)[^\d\n]{0,16}))\d{6,10}(?![\d<]|[.,\-/]\d)/gi;

function reasonsFor(
  text: string,
  start: number,
  end: number,
  label: string | undefined,
  column: NamedKind | null,
  inTable: boolean,
): Reason[] {
  const digits = end - start;
  if (label === undefined && digits < 14 && /^\d+$/.test(text.slice(start, end))) return [];
  if (column !== null) return column === 'account' ? [REASONS['column-names-it']] : [];
  if (label !== undefined && /reg[^\n\d]{0,12}$/i.test(text.slice(Math.max(0, start - 18), start))) {
    return [REASONS['both-labelled']];
  }
  const { before, after } = localContext(text, start, end, inTable);
  const named = before ?? after;
  if (named?.kind !== 'account') return [];
  return [REASONS[named.adjacent ? 'context-names-it' : 'context-may-name-it']];
}
