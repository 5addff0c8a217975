import { readdirSync, readFileSync } from 'node:fs';
import {
  createDocumentReader,
  detect,
  type DocumentKind,
  type DocumentType,
  type NameModel,
} from '#detect/index.ts';

/** How one kind of document does on the contrast pairs. `dev` are the odd lines, `heldOut` the even ones. */
export interface DocumentMeasure {
  readonly kind: DocumentKind;
  readonly dev: KindScore;
  readonly heldOut: KindScore;
}

/**
 * `found` of `documents` are told as what they are. `false` are texts told as this kind that are of none or another: the
 * near-misses of this kind's own pairs (`falseNear` of `documents`), and documents of the other kinds. Shares from 0 to
 * 1; precision is 1 when nothing is found.
 */
export interface KindScore {
  readonly documents: number;
  readonly found: number;
  readonly false: number;
  readonly falseNear: number;
  readonly precision: number;
  readonly recall: number;
}

/** One text of a pair and what it was taken for, for whoever tunes on the odd lines. */
export interface DocumentResult {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly language: string;
  readonly heldOut: boolean;
  readonly is: boolean;
  readonly type: DocumentType | null;
}

const PAIRS = new URL('../../test/contrast/documents/', import.meta.url);

/** Precision and recall of each kind on test/contrast/documents, in the order of the files' names. */
export function measureDocuments(names: NameModel): DocumentMeasure[] {
  const results = resultsOfDocuments(names);
  return [...new Set(results.map(({ kind }) => kind))].map((kind) => ({
    kind,
    dev: scoreOf(
      kind,
      results.filter(({ heldOut }) => !heldOut),
    ),
    heldOut: scoreOf(
      kind,
      results.filter(({ heldOut }) => heldOut),
    ),
  }));
}

/** All kinds together, over the held-out lines. */
export function documentsTotal(
  measures: readonly DocumentMeasure[],
  half: 'dev' | 'heldOut' = 'heldOut',
): KindScore {
  const sum = (of: (score: KindScore) => number): number =>
    measures.reduce((total, measure) => total + of(measure[half]), 0);
  return scored(
    sum(({ documents }) => documents),
    sum(({ found }) => found),
    sum((score) => score.false),
    sum(({ falseNear }) => falseNear),
  );
}

export function resultsOfDocuments(names: NameModel): DocumentResult[] {
  return readdirSync(PAIRS)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => {
      const kind = file.slice(0, -'.jsonl'.length) as DocumentKind;
      const lines = readFileSync(new URL(file, PAIRS), 'utf8').trim().split('\n');
      return lines.flatMap((line, index) => {
        const pair = JSON.parse(line) as { id: string; language: string; is: string; isNot: string };
        const of = { id: pair.id, kind, language: pair.language, heldOut: index % 2 === 1 };
        return [
          { ...of, is: true, type: kindOf(pair.is, names) },
          { ...of, is: false, type: kindOf(pair.isNot, names) },
        ];
      });
    });
}

/** As an inspection does it, without the help of a file's name. */
function kindOf(text: string, names: NameModel): DocumentType | null {
  const reader = createDocumentReader('');
  const place = { path: [] };
  reader.push(text, place);
  for (const { type } of detect(text, { names })) reader.found(type, place);
  return reader.finish();
}

function scoreOf(kind: DocumentKind, results: readonly DocumentResult[]): KindScore {
  const right = (told: DocumentType | null): boolean =>
    told !== null && (ALIKE[kind] ?? [kind]).includes(told.kind);
  const documents = results.filter((result) => result.is && result.kind === kind);
  const near = results.filter((result) => !result.is && result.kind === kind && right(result.type));
  const others = results.filter((result) => result.is && result.kind !== kind && right(result.type));
  return scored(
    documents.length,
    documents.filter(({ type }) => right(type)).length,
    near.length + others.length,
    near.length,
  );
}

/** The pairs of sick notes hold fit notes too. */
const ALIKE: Readonly<Partial<Record<DocumentKind, readonly DocumentKind[]>>> = {
  sick_note: ['sick_note', 'fit_note'],
};

function scored(documents: number, found: number, wrong: number, falseNear: number): KindScore {
  return {
    documents,
    found,
    false: wrong,
    falseNear,
    precision: found + wrong === 0 ? 1 : found / (found + wrong),
    recall: documents === 0 ? 1 : found / documents,
  };
}
