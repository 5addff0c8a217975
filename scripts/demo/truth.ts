import { textsOf, type Content } from './content.ts';
import { valuesIn, type Value, type ValueType } from './text.ts';

/** What is truly in one file: a line of FOLDER.truth.jsonl, see docs/formats/demo-truth.md. */
export interface FileTruth {
  readonly path: string;
  readonly status: Status;
  readonly reason?: Reason;
  readonly documentKind: string;
  readonly language: Language | null;
  readonly values: readonly CountedValue[];
  /** What only looks like a value: finding it is a mistake. */
  readonly nearMisses: readonly CountedValue[];
  readonly people: readonly string[];
}

export type Status = 'scanned' | 'partial' | 'skipped' | 'failed';
export type Reason = 'encrypted' | 'corrupt' | 'unsupported' | 'no_text';
export type Language = 'da' | 'en';

export interface CountedValue {
  readonly type: ValueType;
  readonly text: string;
  readonly count: number;
}

/** A file that is made but lies nowhere yet; `truth.path` is its bare name. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly truth: FileTruth;
}

/** The truth of one document and of everything that lies inside it. */
export function truthOf(
  path: string,
  documentKind: string,
  language: Language | null,
  content: Content | undefined,
  inside: readonly FileTruth[] = [],
): FileTruth {
  const values = content ? valuesIn(textsOf(content)) : [];
  const own = values.flatMap((value) => (value.type === 'PERSON' ? [] : [{ ...value, type: value.type }]));
  const left = inside.find((file) => file.status !== 'scanned');
  return {
    path,
    status: left ? 'partial' : 'scanned',
    ...(left?.reason ? { reason: left.reason } : {}),
    documentKind,
    language,
    values: counted([
      ...own.filter((value) => !value.lure),
      ...inside.flatMap((file) => repeated(file.values)),
    ]),
    nearMisses: counted([
      ...own.filter((value) => value.lure),
      ...inside.flatMap((file) => repeated(file.nearMisses)),
    ]),
    people: [...new Set([...peopleIn(values), ...inside.flatMap((file) => file.people)])].sort(),
  };
}

/** The truth of a file that cannot be read: whatever may lie in it, nothing is expected to be found. */
export function unread(path: string, documentKind: string, status: Status, reason: Reason): FileTruth {
  return { path, status, reason, documentKind, language: null, values: [], nearMisses: [], people: [] };
}

function counted(values: readonly Pick<Value & CountedValue, 'type' | 'text'>[]): CountedValue[] {
  const counts = new Map<string, { type: ValueType; text: string; count: number }>();
  for (const { type, text } of values) {
    const known = counts.get(`${type} ${text}`);
    if (known) known.count++;
    else counts.set(`${type} ${text}`, { type, text, count: 1 });
  }
  return [...counts.keys()].sort().flatMap((key) => counts.get(key) ?? []);
}

function repeated(values: readonly CountedValue[]): CountedValue[] {
  return values.flatMap((value) => Array.from({ length: value.count }, () => value));
}

function peopleIn(values: readonly Value[]): string[] {
  return values.filter((value) => value.type === 'PERSON').map((value) => value.text);
}
