import { createTextScanner, type Finding, type NameModel } from '#detect/index.ts';
import type { MeasuredType } from '#quality/figures.ts';
import { type Part, type RealisticDocument, realisticDocuments, type Truth } from './realistic/document.ts';
import type { Judged } from './outcome.ts';

/** What was found of one type in all documents of a part, against what is there; right is right to the letter. */
export interface TypeOutcome {
  readonly type: MeasuredType;
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

export interface IdentifierOutcome {
  readonly documents: number;
  readonly characters: number;
  readonly types: readonly TypeOutcome[];
  readonly judged: readonly Judged[];
  /** What went wrong, for whoever mends detectors: only of the part that may be looked at. */
  readonly errors: readonly IdentifierError[];
}

export interface IdentifierError {
  readonly document: string;
  readonly kind: 'missed' | 'wrong';
  readonly type: MeasuredType;
  readonly around: string;
  readonly evidence: readonly string[];
}

/** Copies of each template: enough for the figures to stand still, few enough for a second of work. */
const COPIES = 25;

/**
 * The whole detector, names and all, on made business documents (realistic/): every type that a document's slots have.
 * A finding of such a type that no slot accounts for is wrong.
 */
export function measureIdentifiers(part: Part, names: NameModel, copies = COPIES): IdentifierOutcome {
  const documents = realisticDocuments(part, copies);
  const types = [...new Set(documents.flatMap(({ truth }) => truth.map(({ type }) => type)))];
  const results = documents.map((document) => ({ document, findings: findingsIn(document, names, types) }));
  return {
    documents: documents.length,
    characters: documents.reduce((sum, { text }) => sum + text.length, 0),
    types: types.map((type) => outcomeOf(type, results)),
    judged: results.flatMap(({ document, findings }) =>
      findings.map((finding) => ({
        confidence: finding.confidence,
        right: document.truth.some(isAt(finding)),
      })),
    ),
    errors: part === 'dev' ? results.flatMap(({ document, findings }) => errorsIn(document, findings)) : [],
  };
}

interface Result {
  readonly document: RealisticDocument;
  readonly findings: readonly MeasuredFinding[];
}

type MeasuredFinding = Finding & { readonly type: MeasuredType };

function findingsIn(
  { text, context }: RealisticDocument,
  names: NameModel,
  types: readonly MeasuredType[],
): MeasuredFinding[] {
  const scanner = createTextScanner({ ...context, names });
  return [...scanner.push(text), ...scanner.finish()].flatMap((finding) => {
    const type = types.find((one) => one === finding.type);
    return type === undefined ? [] : [{ ...finding, type }];
  });
}

function outcomeOf(type: MeasuredType, results: readonly Result[]): TypeOutcome {
  let [wanted, found, right] = [0, 0, 0];
  for (const { document, findings } of results) {
    const there = document.truth.filter((truth) => truth.type === type);
    const ofType = findings.filter((finding) => finding.type === type);
    wanted += there.length;
    found += ofType.length;
    right += ofType.filter((finding) => there.some(isAt(finding))).length;
  }
  return { type, wanted, found, right };
}

function isAt(finding: MeasuredFinding): (truth: Truth) => boolean {
  return ({ type, start, end }) => type === finding.type && start === finding.start && end === finding.end;
}

function errorsIn(
  { id, text, truth }: RealisticDocument,
  findings: readonly MeasuredFinding[],
): IdentifierError[] {
  const around = (start: number, end: number): string =>
    `${text.slice(Math.max(0, start - 60), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 40)}`;
  return [
    ...truth
      .filter((one) => !findings.some((finding) => isAt(finding)(one)))
      .map(({ type, start, end }) => ({
        document: id,
        kind: 'missed' as const,
        type,
        around: around(start, end),
        evidence: findings
          .filter((finding) => finding.start < end && start < finding.end)
          .map((finding) => `instead ${finding.type} ${finding.confidence}`),
      })),
    ...findings
      .filter((finding) => !truth.some(isAt(finding)))
      .map(({ type, start, end, confidence, evidence }) => ({
        document: id,
        kind: 'wrong' as const,
        type,
        around: around(start, end),
        evidence: [String(confidence), ...evidence.map(({ code }) => code)],
      })),
  ];
}
