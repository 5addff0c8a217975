import type { Status } from './truth.ts';
import type { ValueType } from './text.ts';

/** A line of the truth file, as far as scoring needs it. */
export interface TruthLine {
  readonly path: string;
  readonly status: Status;
  readonly values: readonly { readonly type: ValueType; readonly count: number }[];
}

/** A line of `datamapper scan --json`, as far as scoring needs it. `path` ends in the truth's path. */
export interface ScanLine {
  readonly path: string;
  readonly status: string;
  readonly findings: readonly { readonly type: string; readonly count: number }[];
}

export interface Score {
  readonly types: readonly TypeScore[];
  readonly files: {
    readonly inTruth: number;
    /** Of those, how many the scan has no line for. */
    readonly missing: number;
    /** Lines of the scan that the truth knows nothing of. */
    readonly unknown: number;
    readonly statusAsExpected: number;
  };
  readonly otherStatus: readonly OtherStatus[];
  /** The files that are off, worst first. */
  readonly misses: readonly Miss[];
}

export interface TypeScore {
  readonly type: ValueType;
  readonly expected: number;
  readonly found: number;
  /** Per file the smaller of found and expected, added up: what a count alone can prove. */
  readonly right: number;
  /** right / expected, and right / found; 1 when there is nothing to find or nothing was found. */
  readonly recall: number;
  readonly precision: number;
}

export interface OtherStatus {
  readonly path: string;
  readonly expected: Status;
  /** null when the scan has no line for the file. */
  readonly found: string | null;
}

export interface Miss {
  readonly path: string;
  readonly type: ValueType;
  readonly expected: number;
  readonly found: number;
}

export const SCORED_TYPES = ['DK_CPR', 'EMAIL_ADDRESS', 'PHONE_NUMBER', 'IBAN_CODE', 'CREDIT_CARD'] as const;

/**
 * Holds a scan's results against the truth, file by file and type by type, by counts. Findings of types that the
 * truth does not list are left aside. A file without a line counts as one in which nothing was found.
 */
export function score(truth: readonly TruthLine[], scanned: readonly ScanLine[], root: string): Score {
  const lines = new Map(scanned.map((line) => [relativePath(line.path, root), line]));
  const counts = truth.flatMap((file) => {
    const line = lines.get(file.path);
    return SCORED_TYPES.map((type) => ({
      path: file.path,
      type,
      expected: total(file.values, type),
      found: total(line?.findings ?? [], type),
    }));
  });
  const otherStatus = truth
    .map(({ path, status }) => ({ path, expected: status, found: lines.get(path)?.status ?? null }))
    .filter((one) => one.found !== one.expected);
  const known = new Set(truth.map((file) => file.path));
  return {
    types: SCORED_TYPES.map((type) =>
      typeScore(
        type,
        counts.filter((one) => one.type === type),
      ),
    ),
    files: {
      inTruth: truth.length,
      missing: truth.filter((file) => !lines.has(file.path)).length,
      unknown: [...lines.keys()].filter((path) => !known.has(path)).length,
      statusAsExpected: truth.length - otherStatus.length,
    },
    otherStatus,
    misses: counts
      .filter((one) => one.expected !== one.found)
      .sort((one, other) => Math.abs(other.expected - other.found) - Math.abs(one.expected - one.found)),
  };
}

/** The scores as one table in plain text, for people and for CI's output. */
export function scoreTable({ types, files }: Score): string {
  const rows = [
    ['type', 'expected', 'found', 'right', 'recall', 'precision'],
    ...types.map((one) => [
      one.type,
      String(one.expected),
      String(one.found),
      String(one.right),
      one.recall.toFixed(4),
      one.precision.toFixed(4),
    ]),
  ];
  const lines = rows.map(
    ([type = '', ...cells]) => type.padEnd(16) + cells.map((cell) => cell.padStart(10)).join(''),
  );
  return [
    ...lines,
    '',
    `files: ${files.inTruth} in the truth, ${files.missing} without a result, ${files.unknown} unknown, ` +
      `${files.statusAsExpected} with the status expected`,
    '',
  ].join('\n');
}

function typeScore(type: ValueType, counts: readonly Miss[]): TypeScore {
  const sum = (of: (one: Miss) => number): number => counts.reduce((so, one) => so + of(one), 0);
  const expected = sum((one) => one.expected);
  const found = sum((one) => one.found);
  const right = sum((one) => Math.min(one.expected, one.found));
  return {
    type,
    expected,
    found,
    right,
    recall: expected === 0 ? 1 : right / expected,
    precision: found === 0 ? 1 : right / found,
  };
}

function total(counted: readonly { type: string; count: number }[], type: string): number {
  return counted.reduce((sum, one) => (one.type === type ? sum + one.count : sum), 0);
}

function relativePath(path: string, root: string): string {
  const start = root.endsWith('/') ? root : `${root}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}
