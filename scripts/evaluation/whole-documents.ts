import { readdirSync, readFileSync } from 'node:fs';
import { createTextScanner, type Finding, type NameModel } from '#detect/index.ts';

/** What marks a direct identifier in the documents: `[[PERSON|Mette Holm]]`. */
export type MarkKind = 'PERSON' | 'CPR' | 'PHONE' | 'EMAIL' | 'ADDRESS';

export interface MarkedDocument {
  readonly name: string;
  readonly text: string;
  readonly marks: readonly { readonly kind: MarkKind; readonly start: number; readonly end: number }[];
}

/** How many marks of a kind were there and how many were covered from the first to the last letter or digit. */
export interface Coverage {
  readonly kind: MarkKind;
  readonly wanted: number;
  readonly covered: number;
}

export interface DocumentOutcome {
  readonly name: string;
  readonly coverage: readonly Coverage[];
  /** Findings of PERSON that touch no marked person. */
  readonly strangers: number;
  readonly persons: number;
}

const TYPES: Readonly<Record<MarkKind, string>> = {
  PERSON: 'PERSON',
  CPR: 'DK_CPR',
  PHONE: 'PHONE_NUMBER',
  EMAIL: 'EMAIL_ADDRESS',
  ADDRESS: 'LOCATION',
};
export const MARK_KINDS: readonly MarkKind[] = ['PERSON', 'CPR', 'PHONE', 'EMAIL', 'ADDRESS'];

/**
 * The invented documents of one half: `dev` may be looked at and tuned on; of `held` only totals are ever looked at.
 * @throws Error when a mark is of no known kind.
 */
export function markedDocuments(half: 'dev' | 'held'): MarkedDocument[] {
  const folder = new URL(`whole-documents/${half}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => withoutMarks(file, readFileSync(new URL(file, folder), 'utf8')));
}

export function outcomeOf({ name, text, marks }: MarkedDocument, names: NameModel): DocumentOutcome {
  const scanner = createTextScanner({ names });
  const findings = [...scanner.push(text), ...scanner.finish()];
  const coverage = MARK_KINDS.map((kind) => {
    const wanted = marks.filter((mark) => mark.kind === kind);
    const ofType = findings.filter(({ type }) => type === TYPES[kind]);
    return {
      kind,
      wanted: wanted.length,
      covered: wanted.filter(({ start, end }) => isCovered(text, start, end, ofType)).length,
    };
  });
  const persons = findings.filter(({ type }) => type === 'PERSON');
  const isStranger = (finding: Finding): boolean =>
    !marks.some(({ kind, start, end }) => kind === 'PERSON' && start < finding.end && finding.start < end);
  return { name, coverage, strangers: persons.filter(isStranger).length, persons: persons.length };
}

/** Sums the outcomes by kind, and over all kinds. */
export function totalsOf(outcomes: readonly DocumentOutcome[]): {
  readonly byKind: readonly Coverage[];
  readonly share: number;
  readonly strangers: number;
  readonly persons: number;
} {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const all = outcomes.flatMap(({ coverage }) => coverage);
  const byKind = MARK_KINDS.map((kind) => {
    const ofKind = all.filter((coverage) => coverage.kind === kind);
    return {
      kind,
      wanted: sum(ofKind.map(({ wanted }) => wanted)),
      covered: sum(ofKind.map(({ covered }) => covered)),
    };
  });
  const share =
    (100 * sum(byKind.map(({ covered }) => covered))) / Math.max(1, sum(byKind.map(({ wanted }) => wanted)));
  return {
    byKind,
    share,
    strangers: sum(outcomes.map(({ strangers }) => strangers)),
    persons: sum(outcomes.map(({ persons }) => persons)),
  };
}

/** Each letter and digit of the place lies in some finding. */
export function isCovered(text: string, start: number, end: number, findings: readonly Finding[]): boolean {
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
    if (!findings.some((finding) => finding.start <= at && at < finding.end)) return false;
  }
  return true;
}

function withoutMarks(name: string, marked: string): MarkedDocument {
  let text = '';
  const marks: { kind: MarkKind; start: number; end: number }[] = [];
  let from = 0;
  for (const match of marked.matchAll(/\[\[([A-Z]+)\|([\s\S]*?)\]\]/g)) {
    const kind = MARK_KINDS.find((known) => known === match[1]);
    if (!kind) throw new Error(`${name} has a mark of no known kind.`);
    text += marked.slice(from, match.index);
    const value = match[2] ?? '';
    marks.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
    from = match.index + match[0].length;
  }
  return { name: name.replace(/\.txt$/, ''), text: text + marked.slice(from), marks };
}
