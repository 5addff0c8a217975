import { maskOf, normalFormOf } from '#detect/index.ts';
import type { Category, FoundOfType } from '#detect/index.ts';
import { MOST_PLACES, MOST_VALUES } from './inspection.ts';
import type { InspectedValue } from './inspection.ts';
import type { PlacedFinding } from './inspection-passage.ts';

export interface FoundValues {
  /** By type; `count` is of places. */
  readonly summary: FoundOfType[];
  /** By type; `count` is of distinct values, as the risk wants it. */
  readonly distinct: FoundOfType[];
  readonly values: InspectedValue[];
  readonly leftOut: number;
}

/** Gathers one file's findings into distinct values; memory is bounded whatever the file holds. */
export interface ValueList {
  readonly add: (found: PlacedFinding) => void;
  /** Types and values in the order in which they were first met. */
  end(): FoundValues;
}

export function createValueList({ keepValues }: { keepValues: boolean }): ValueList {
  const types = new Map<string, { places: FoundOfType; values: FoundOfType }>();
  const seen = new Set<string>();
  const kept = new Map<string, Mutable<InspectedValue>>();
  const keptOfRank: [number, number, number] = [0, 0, 0];

  const tally = ({ finding: { type, category, confidence } }: PlacedFinding, isNew: boolean): void => {
    const { places, values } = types.get(type) ?? {
      places: { type, category, count: 0, confidence: 0 },
      values: { type, category, count: 0, confidence: 0 },
    };
    const surest = Math.max(places.confidence, confidence);
    types.set(type, {
      places: { ...places, count: places.count + 1, confidence: surest },
      values: { ...values, count: values.count + (isNew ? 1 : 0), confidence: surest },
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

  return {
    add(found) {
      const { type, text } = found.finding;
      const normal = normalFormOf(type, text);
      const key = `${type} ${normal}`;
      const isNew = !seen.has(key) && seen.size < MOST_TOLD_APART;
      if (isNew) seen.add(ownCopy(key));
      tally(found, isNew);
      if (keepValues) keep(key, found, normal);
    },
    end: () => ({
      summary: [...types.values()].map(({ places }) => places),
      distinct: [...types.values()].map(({ values }) => values),
      values: [...kept.values()],
      leftOut: keepValues ? seen.size - kept.size : 0,
    }),
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
