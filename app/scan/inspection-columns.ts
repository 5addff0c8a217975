import type { InspectedColumn, InspectedPlace } from './inspection.ts';
import type { PlacedFinding } from './inspection-passage.ts';

/**
 * The columns of one file in which something stands, each with the number of its places and its first and last row:
 * to people a column of CPR numbers is one finding, however many values it has. Memory is bounded.
 */
export interface ColumnList {
  /** @param key names the value that stands there; null when it is not kept */
  add(found: PlacedFinding, key: string | null): void;
  /** By the key of the first kept value of each. */
  end(): Map<string, InspectedColumn[]>;
}

export function createColumnList(): ColumnList {
  const columns = new Map<string, { column: InspectedColumn; key: string | null }>();
  return {
    add({ finding, place, title }, key) {
      const { row, column: number } = place;
      if (row === undefined || number === undefined) return;
      const id = JSON.stringify([finding.type, ...columnOf(place)]);
      const known = columns.get(id);
      if (known !== undefined) {
        const { column } = known;
        known.key ??= key;
        known.column = {
          ...column,
          count: column.count + 1,
          firstRow: Math.min(column.firstRow, row),
          lastRow: Math.max(column.lastRow, row),
        };
      } else if (columns.size < MOST_COLUMNS) {
        const { path, sheet, part } = place;
        const column = {
          path,
          ...(sheet === undefined ? {} : { sheet }),
          ...(part === undefined ? {} : { part }),
          column: number,
          title: title(),
          count: 1,
          firstRow: row,
          lastRow: row,
        };
        columns.set(id, { column, key });
      }
    },
    end() {
      const byKey = new Map<string, InspectedColumn[]>();
      for (const { key, column } of columns.values())
        if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), column]);
      return byKey;
    },
  };
}

const MOST_COLUMNS = 1000;

/** What places of one column share. */
export function columnOf({
  path,
  sheet,
  part,
  column,
}: Pick<InspectedPlace, 'path' | 'sheet' | 'part' | 'column'>): readonly unknown[] {
  return [path, sheet ?? null, part ?? null, column ?? null];
}
