import { maskOf, normalFormOf } from '#detect/index.ts';
import type { Category, CompiledRules, FindingType } from '#detect/index.ts';
import type { TypeCount } from './file.ts';
import { MOST_PLACES, MOST_VALUES } from './inspection.ts';
import type { InspectedColumn, InspectedValue } from './inspection.ts';
import { createColumnList } from './inspection-columns.ts';
import type { PlacedFinding } from './inspection-passage.ts';

export interface FoundValues {
  readonly summary: TypeCount[];
  readonly values: InspectedValue[];
  readonly leftOut: number;
  /** Places that the company allows, by type: they are in nothing else here. */
  readonly allowed: { type: FindingType; count: number }[];
}

/** Gathers one file's findings into distinct values; memory is bounded whatever the file holds. */
export interface ValueList {
  readonly add: (found: PlacedFinding) => void;
  /** Types and values in the order in which they were first met. */
  end(): FoundValues;
}

/** @param given.allowances the ids of the allowances that hold where the file lies */
export function createValueList(given: {
  keepValues: boolean;
  rules?: CompiledRules | undefined;
  allowances?: readonly string[] | undefined;
}): ValueList {
  const { keepValues, rules } = given;
  const allowances = new Set(given.allowances);
  const allowed = new Map<FindingType, number>();
  const types = new Map<string, TypeCount>();
  const seen = new Set<string>();
  const columns = createColumnList();
  const kept = new Map<string, Mutable<InspectedValue>>();
  const keptOfRank: [number, number, number] = [0, 0, 0];

  const tally = ({ finding: { type, category, confidence } }: PlacedFinding, isNew: boolean): void => {
    const known = types.get(type) ?? { type, category, count: 0, distinct: 0, confidence: 0 };
    types.set(type, {
      ...known,
      count: known.count + 1,
      distinct: known.distinct + (isNew ? 1 : 0),
      confidence: Math.max(known.confidence, confidence),
    });
  };

  const keep = (key: string, found: PlacedFinding, normal: string): void => {
    const known = kept.get(key);
    if (known !== undefined) {
      merge(known, found);
      return;
    }
    const rank = RANK[found.finding.category];
    if (kept.size >= MOST_VALUES && !makeRoom(rank)) return;
    kept.set(ownCopy(key), valueOf(found, normal));
    keptOfRank[rank]++;
  };

  /** A list of two thousand e-mail addresses must not crowd out the CPR number behind it. */
  const makeRoom = (rank: 0 | 1 | 2): boolean => {
    const lowest = keptOfRank[0] > 0 ? 0 : 1;
    if (rank <= lowest || keptOfRank[lowest] === 0) return false;
    for (const [key, { category }] of [...kept].reverse()) {
      if (RANK[category] !== lowest) continue;
      kept.delete(key);
      keptOfRank[lowest]--;
      return true;
    }
    return false;
  };

  /** A rule may say that fewer places than so many are none. */
  const isEnough = (found: TypeCount | undefined): boolean =>
    found !== undefined && found.count >= (rules?.atLeast.get(found.type) ?? 1);

  return {
    add(found) {
      const { type, text } = found.finding;
      if (rules?.isAllowed(type, text, allowances) === true) {
        allowed.set(type, (allowed.get(type) ?? 0) + 1);
        return;
      }
      const normal = normalFormOf(type, text);
      const key = `${type} ${normal}`;
      const isNew = !seen.has(key) && seen.size < MOST_TOLD_APART;
      if (isNew) seen.add(ownCopy(key));
      tally(found, isNew);
      if (!keepValues) return;
      keep(key, found, normal);
      columns.add(found, kept.has(key) ? ownCopy(key) : null);
    },
    end() {
      const columnsOf = columns.end();
      return {
        summary: [...types.values()].filter(isEnough),
        values: [...kept]
          .filter(([, { type }]) => isEnough(types.get(type)))
          .map(([key, value]) => withColumns(value, columnsOf.get(key) ?? [])),
        leftOut: keepValues ? seen.size - kept.size : 0,
        allowed: [...allowed].map(([type, count]) => ({ type, count })),
      };
    },
  };
}

/** Past so many distinct values in one file their number says nothing more; some 20 MB. */
const MOST_TOLD_APART = 100_000;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function valueOf({ finding, place, snippet }: PlacedFinding, normal: string): InspectedValue {
  const { type, category, text, confidence, evidence } = finding;
  return {
    type,
    category,
    value: ownCopy(text),
    normal: ownCopy(normal),
    masked: ownCopy(maskOf(type, text)),
    snippet: ownCopy(snippet()),
    confidence,
    evidence: [...evidence],
    count: 1,
    places: [{ ...place, path: [...place.path] }],
  };
}

function withColumns(value: InspectedValue, columns: InspectedColumn[]): InspectedValue {
  return columns.length === 0 ? value : { ...value, columns: columns.slice(0, MOST_PLACES) };
}

function merge(known: Mutable<InspectedValue>, { finding, place, snippet }: PlacedFinding): void {
  known.count++;
  if (known.places.length < MOST_PLACES) known.places.push({ ...place, path: [...place.path] });
  if (finding.confidence <= known.confidence) return;
  known.value = ownCopy(finding.text);
  known.masked = ownCopy(maskOf(finding.type, finding.text));
  known.snippet = ownCopy(snippet());
  known.confidence = finding.confidence;
  known.evidence = [...finding.evidence];
}

const RANK = { ordinary: 0, confidential: 1, sensitive: 2, criminal: 2 } as const satisfies Record<
  Category,
  0 | 1 | 2
>;

/** A slice of a text keeps the whole text in memory; a copy does not. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
