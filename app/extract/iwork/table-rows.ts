import type { Archived, Archives } from './archives.ts';
import { KIND } from './archives.ts';
import { cellContent } from './cell.ts';
import type { Message } from './message.ts';

export interface TableRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** Rows that a tile holds when its table does not say it. */
const TILE_ROWS = 256;
const MAX_COLUMNS = 4096;

/** The rows of a table with anything in them. Its cells stand in tiles; their texts in lists that cells refer to by key. */
export function* tableRows(table: Archived, archives: Archives): Generator<TableRow> {
  const store = table.message.message(4);
  const tiles = store?.message(3);
  if (!store || !tiles) return;
  const texts = textsOf(archives.referred(store.message(4)));
  const rich = richTexts(archives.referred(store.message(17)), archives);
  const size = tiles.number(2) ?? TILE_ROWS;
  for (const listed of tiles.messages(1)) {
    const tile = archives.referred(listed.message(2));
    if (!tile || !KIND.tile.some((kind) => kind === tile.kind)) continue;
    const first = (listed.number(1) ?? 0) * size;
    const wide = tile.message.number(8) === 1;
    for (const row of tile.message.messages(5)) {
      const cells = cellsOf(row, wide).map((cell) => {
        if (!cell) return '';
        const content = cellContent(cell);
        if (content.kind === 'value') return content.text;
        return (content.kind === 'text' ? texts : rich).get(content.key) ?? '';
      });
      yield { number: first + (row.number(1) ?? 0) + 1, cells };
    }
  }
}

/** The objects whose text stands in a table's cells: it is not told of a second time as running text. */
export function textsInCells(archives: Archives): Set<number> {
  const ids = new Set<number>();
  for (const { message } of archives.of(KIND.richCell)) {
    const id = message.message(1)?.number(1);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** A row's cells by column: where each begins in the row's bytes stands in a list of numbers of two bytes. */
function cellsOf(row: Message, wide: boolean): (Buffer | null)[] {
  const isNew = (row.bytes(6)?.length ?? 0) > 0;
  const bytes = row.bytes(isNew ? 6 : 3);
  const offsets = row.bytes(isNew ? 7 : 4);
  if (!bytes || !offsets) return [];
  const unit = isNew && (wide || row.number(8) === 1) ? 4 : 1;
  const starts: (number | null)[] = [];
  for (let at = 0; at + 2 <= offsets.length && starts.length < MAX_COLUMNS; at += 2) {
    const start = offsets.readUInt16LE(at);
    starts.push(start === 0xffff ? null : start * unit);
  }
  while (starts.length > 0 && starts.at(-1) === null) starts.pop();
  let end = bytes.length;
  const cells: (Buffer | null)[] = [];
  for (const start of starts.toReversed()) {
    cells.push(start === null ? null : bytes.subarray(start, end));
    if (start !== null) end = start;
  }
  return cells.reverse();
}

function textsOf(list: Archived | undefined): Map<number, string> {
  return new Map(list?.message.messages(3).map((entry) => [entry.number(1) ?? 0, entry.text(3)]));
}

function richTexts(list: Archived | undefined, archives: Archives): Map<number, string> {
  const texts = new Map<number, string>();
  for (const entry of list?.message.messages(3) ?? []) {
    const cell = archives.referred(entry.message(9));
    const text = archives.referred(cell?.message.message(1));
    if (text) texts.set(entry.number(1) ?? 0, text.message.text(3));
  }
  return texts;
}
