/** One line's `id`, to be written again as it came, and its `text`, whatever that is. */
export interface JsonRecord {
  readonly id: unknown;
  readonly text: unknown;
}

/** Null when the line is not a JSON object. A missing id is null. */
export function parseRecord(line: string): JsonRecord | null {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return null;
    const { id = null, text = null } = record as { id?: unknown; text?: unknown };
    return { id: survives(id) ? id : exactId(line), text };
  } catch {
    return null;
  }
}

/** Whether JSON.parse keeps the id as it was written. */
function survives(id: unknown): boolean {
  return id === null || typeof id === 'string' || typeof id === 'boolean' || Number.isSafeInteger(id);
}

/**
 * The id with each number kept as it was written: 12345678901234567890 does not fit a JavaScript number. Source text
 * access is in Node 24 and not yet in TypeScript's library.
 */
function exactId(line: string): unknown {
  const { rawJSON } = JSON as typeof JSON & { rawJSON: (text: string) => unknown };
  const keepNumbers = (_key: string, value: unknown, context?: { source: string }): unknown =>
    typeof value === 'number' && context !== undefined ? rawJSON(context.source) : value;
  const record = JSON.parse(line, keepNumbers) as { id: unknown };
  return record.id;
}
