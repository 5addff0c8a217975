import { readdirSync, readFileSync } from 'node:fs';
import { detect, type FindingType, type NameModel } from '#detect/index.ts';

/** How one category does on its contrast pairs. `dev` are the odd lines, `heldOut` the even ones. */
export interface CategoryMeasure {
  readonly type: FindingType;
  readonly dev: PairScore;
  readonly heldOut: PairScore;
  readonly heldOutByLanguage: Readonly<Record<string, PairScore>>;
}

/** `found` of `pairs` texts about somebody have the category, `false` of as many others have it too. */
export interface PairScore {
  readonly pairs: number;
  readonly found: number;
  readonly false: number;
  /** Shares from 0 to 1; precision is 1 when nothing is found. */
  readonly precision: number;
  readonly recall: number;
}

/** One text of a pair and whether the category was found in it, for whoever tunes on the odd lines. */
export interface PairResult {
  readonly id: string;
  readonly type: FindingType;
  readonly language: string;
  readonly heldOut: boolean;
  readonly text: string;
  readonly about: boolean;
  readonly found: boolean;
}

const PAIRS = new URL('../../test/contrast/categories/', import.meta.url);

/** Precision and recall of each category on test/contrast/categories, in the order of the files' names. */
export function measureCategories(names: NameModel): CategoryMeasure[] {
  const results = resultsOfPairs(names);
  return [...new Set(results.map(({ type }) => type))].map((type) => {
    const of = results.filter((result) => result.type === type);
    const heldOut = of.filter((result) => result.heldOut);
    return {
      type,
      dev: scoreOf(of.filter((result) => !result.heldOut)),
      heldOut: scoreOf(heldOut),
      heldOutByLanguage: Object.fromEntries(
        [...new Set(heldOut.map(({ language }) => language))].map((language) => [
          language,
          scoreOf(heldOut.filter((result) => result.language === language)),
        ]),
      ),
    };
  });
}

/** All categories together, over the held-out lines. */
export function heldOutTotal(measures: readonly CategoryMeasure[]): PairScore {
  const sum = (of: (score: PairScore) => number): number =>
    measures.reduce((total, { heldOut }) => total + of(heldOut), 0);
  return scored(
    sum(({ pairs }) => pairs),
    sum(({ found }) => found),
    sum((score) => score.false),
  );
}

/** How many documents of a kind that must hold a category are found to hold it. */
export interface DocumentRecall {
  readonly kind: string;
  readonly type: FindingType;
  readonly documents: number;
  readonly found: number;
}

/**
 * Recall on the held-out half of test/contrast/documents: terse letters, forms and printouts, written by somebody who did
 * not know the lists. The pairs are by the lists' own author, so this is the soberer figure. Whether the near-misses there
 * hold a category nobody has said, so there is no precision.
 */
export function recallOnDocuments(names: NameModel): DocumentRecall[] {
  return DOCUMENTS.map(({ kind, type }) => {
    const lines = readFileSync(new URL(`${kind}.jsonl`, DOCUMENT_PAIRS), 'utf8')
      .trim()
      .split('\n');
    const heldOut = lines.filter((_, index) => index % 2 === 1).map((line) => documentOf(line).is);
    const found = heldOut.filter((text) => detect(text, { names }).some((finding) => finding.type === type));
    return { kind, type, documents: heldOut.length, found: found.length };
  });
}

/** Kinds whose every document says it of somebody. */
const DOCUMENTS: readonly { readonly kind: string; readonly type: FindingType }[] = [
  { kind: 'sick_note', type: 'HEALTH' },
  { kind: 'medical_record', type: 'HEALTH' },
  { kind: 'dismissal', type: 'DISMISSAL' },
  { kind: 'warning', type: 'WARNING' },
  { kind: 'performance_review', type: 'ASSESSMENT' },
  { kind: 'payslip', type: 'FINANCES' },
];
const DOCUMENT_PAIRS = new URL('../../test/contrast/documents/', import.meta.url);

function documentOf(line: string): { readonly is: string } {
  return JSON.parse(line) as { is: string };
}

/** Each text by itself. Print those of the odd lines only (test/contrast/categories/README.md). */
export function resultsOfPairs(names: NameModel): PairResult[] {
  const files = readdirSync(PAIRS).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) => {
    const type = typeOf(file);
    const lines = readFileSync(new URL(file, PAIRS), 'utf8').trim().split('\n');
    return lines.flatMap((line, index) => {
      const pair = pairOf(line);
      return [true, false].map((about) => {
        const text = about ? pair.about : pair.not;
        const found = detect(text, { names }).some((finding) => finding.type === type);
        return { id: pair.id, type, language: pair.language, heldOut: index % 2 === 1, text, about, found };
      });
    });
  });
}

interface Pair {
  readonly id: string;
  readonly language: string;
  readonly about: string;
  readonly not: string;
}

/** Our own file, whose form a test holds. */
function pairOf(line: string): Pair {
  return JSON.parse(line) as Pair;
}

/** `trade-union.jsonl` is TRADE_UNION. */
function typeOf(file: string): FindingType {
  return file.replace('.jsonl', '').replace(/-/g, '_').toUpperCase() as FindingType;
}

function scoreOf(results: readonly PairResult[]): PairScore {
  const about = results.filter((result) => result.about);
  return scored(
    about.length,
    about.filter(({ found }) => found).length,
    results.filter((result) => !result.about && result.found).length,
  );
}

function scored(pairs: number, found: number, wrongly: number): PairScore {
  return {
    pairs,
    found,
    false: wrongly,
    precision: found + wrongly === 0 ? 1 : found / (found + wrongly),
    recall: pairs === 0 ? 0 : found / pairs,
  };
}
