import type { DocumentKind, RiskBand } from '#detect/index.ts';
import type { Outcome } from '#platform/workers/pool.ts';
import { ageOf, riskOfFile, type Inspection } from '#scan/offline.ts';

/** What `scan --json` prints of one file; a stable contract (docs/formats). The path is in lossless form. */
export interface ScanLine {
  readonly path: string;
  readonly status: Inspection['status'];
  readonly reason: Inspection['reason'];
  readonly mime: string | null;
  readonly language: string | null;
  readonly documentType: DocumentKind | null;
  readonly risk: RiskBand;
  readonly score: number;
  readonly findings: readonly Omit<Inspection['findings'][number], 'distinct'>[];
  /** Places that the rules of `--rules` allow, by type; left out when there are none. */
  readonly allowed?: Inspection['allowed'];
}

/**
 * The risk is by the product's own weights: what an administrator changed is known to the database alone.
 * @param file.modifiedAtMs ms since 1970
 * @returns null when the file was left because the scan was cancelled.
 */
export function lineOf(
  { path, modifiedAtMs }: { readonly path: string; readonly modifiedAtMs: number },
  outcome: Outcome<Inspection>,
  now: Date,
): ScanLine | null {
  if (outcome.kind === 'cancelled') return null;
  if (outcome.kind !== 'done') {
    const [status, reason] = ENDINGS[outcome.kind];
    return unread(path, status, reason);
  }
  const { status, reason, mime, language, documentType, findings: counts, allowed } = outcome.result;
  const risk = riskOfFile({ counts, documentType, ageYears: ageOf(modifiedAtMs, now) });
  return {
    path,
    status,
    reason,
    mime,
    language,
    documentType: documentType?.kind ?? null,
    risk: risk.band,
    score: risk.score,
    findings: counts.map(({ type, category, count, confidence }) => ({ type, category, count, confidence })),
    ...(allowed.length === 0 ? {} : { allowed }),
  };
}

/** What could not be read, or is never opened. */
export function unread(path: string, status: 'failed' | 'skipped', reason: Inspection['reason']): ScanLine {
  const unknown = {
    mime: null,
    language: null,
    documentType: null,
    risk: 'none',
    score: 0,
    findings: [],
  } as const;
  return { path, status, reason, ...unknown, findings: [] };
}

const ENDINGS = {
  'timed-out': ['failed', 'timed_out'],
  'out-of-memory': ['failed', 'too_large'],
  died: ['failed', 'corrupt'],
  'too-large': ['skipped', 'too_large'],
  unreadable: ['failed', 'unreadable'],
} as const;
