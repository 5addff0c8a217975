import { parseRecord } from './json-record.ts';

/**
 * A JSON object on one very long line. Its `text` is decoded piece by piece out of the line's bytes: parsed at once, a
 * line of 64 MB takes four times as much memory. What it means is the same as for json-record.ts; a test compares.
 */
export interface LongRecord {
  readonly id: unknown;
  /** Whether the text is a string; then `pieces` gives it, in order, each of some 256 KB. */
  readonly hasText: boolean;
  readonly pieces: () => Iterable<string>;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: readonly number[] = [0x7b, 0x5b];
const CLOSING: readonly number[] = [0x7d, 0x5d];
const COLON = 0x3a;
const EMPTY_STRING = Buffer.from('""');

/** Null when the line is not a JSON object. @param line UTF-8, checked. */
export function parseLongRecord(line: Buffer, pieceLength = 256 * 1024): LongRecord | null {
  const span = textSpan(line);
  // Without its text the line is an ordinary one.
  const rest =
    span === null
      ? line
      : Buffer.concat([line.subarray(0, span.start), EMPTY_STRING, line.subarray(span.end)]);
  const record = parseRecord(rest.toString('utf8'));
  if (record === null) return null;
  function* pieces(): Generator<string> {
    if (span !== null) yield* decoded(line.subarray(span.start + 1, span.end - 1), pieceLength);
  }
  try {
    // All of it is read once before any of it counts.
    pieces().forEach(() => undefined);
  } catch {
    return null;
  }
  return { id: record.id, hasText: typeof record.text === 'string', pieces };
}

/** Where the last member named "text" of the outermost object has its string, quotes included. */
function textSpan(line: Buffer): { start: number; end: number } | null {
  let depth = 0;
  let key: string | null = null;
  let span: { start: number; end: number } | null = null;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at] ?? 0;
    if (OPENING.includes(byte)) depth++;
    else if (CLOSING.includes(byte)) depth--;
    if (byte !== QUOTE) {
      if (key === 'text' && depth === 1 && byte > 0x20 && byte !== COLON) span = null;
      if (byte > 0x20 && byte !== COLON) key = null;
      continue;
    }
    const end = stringEnd(line, at);
    if (depth === 1 && key === 'text') {
      span = { start: at, end };
      key = null;
    } else {
      key = depth === 1 ? keyAt(line, at, end) : null;
    }
    at = end - 1;
  }
  return span;
}

/** The string's value when a colon follows it, so that it is a member's name. */
function keyAt(line: Buffer, start: number, end: number): string | null {
  let next = end;
  while ((line[next] ?? 0x21) <= 0x20) next++;
  if (line[next] !== COLON || end - start > 64) return null;
  try {
    return String(JSON.parse(line.toString('utf8', start, end)));
  } catch {
    return null;
  }
}

/** One past the closing quote of the string that starts here; the line's end when there is none. */
function stringEnd(line: Buffer, start: number): number {
  for (let at = line.indexOf(QUOTE, start + 1); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
    let backslashes = 0;
    while (line[at - 1 - backslashes] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
  return line.length;
}

/** The text between a string's quotes, cut where neither a character nor an escape is torn. */
function* decoded(bytes: Buffer, pieceLength: number): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    let to = Math.min(bytes.length, from + pieceLength);
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to--;
    to = beforeEscape(bytes, from, to);
    yield String(JSON.parse(`"${bytes.toString('utf8', from, to)}"`));
    from = to;
  }
}

/** An escape is at most six bytes: if one starts right before the cut, the cut goes before it. */
function beforeEscape(bytes: Buffer, from: number, to: number): number {
  if (to === bytes.length) return to;
  for (let at = Math.max(from, to - 6); at < to; at++) {
    if (bytes[at] !== BACKSLASH || !startsEscape(bytes, from, at)) continue;
    const length = bytes[at + 1] === 0x75 ? 6 : 2;
    if (at + length > to) return at;
    at += length - 1;
  }
  return to;
}

function startsEscape(bytes: Buffer, from: number, at: number): boolean {
  let before = 0;
  while (at - 1 - before >= from && bytes[at - 1 - before] === BACKSLASH) before++;
  return before % 2 === 0;
}
