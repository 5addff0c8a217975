import { CATEGORIES } from './files.schema.ts';
import type { TypeCount } from './file.ts';

/** The types found in a file, the gravest category first; within one, the type with the most. */
export function gravestFirst(counts: readonly TypeCount[]): TypeCount[] {
  return [...counts].sort(
    (one, other) =>
      CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category) || other.count - one.count,
  );
}
