import { inCodePage } from './code-page.ts';

/** Shorter runs are by chance more often than words. */
const SHORTEST = 6;
const MAX_TEXTS = 200_000;

/**
 * What reads as text among bytes whose layout nobody knows: runs of printable characters of Windows' charset that are mostly
 * letters, each once. Words may be missing, and there may be some that nobody wrote.
 */
export function salvagedTexts(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (let at = 0, from = 0; at <= bytes.length && found.size < MAX_TEXTS; at++) {
    if (at < bytes.length && isPrintable(bytes[at] ?? 0)) continue;
    if (at - from >= SHORTEST) {
      const text = inCodePage(bytes.subarray(from, at), 1252)
        .replaceAll(/\r\n?|\v/g, '\n')
        .trim();
      if (readsAsText(text)) found.add(text);
    }
    from = at + 1;
  }
  return [...found];
}

function isPrintable(byte: number): boolean {
  return (
    (byte >= 0x20 && byte < 0x7f) ||
    byte >= 0xa0 ||
    byte === 9 ||
    byte === 0x0a ||
    byte === 0x0b ||
    byte === 0x0d
  );
}

function readsAsText(text: string): boolean {
  const letters = text.match(/[\p{L}\p{N} ]/gu)?.length ?? 0;
  return letters >= text.length * 0.8 && /\p{L}{3}|\d{6}/u.test(text) && !/(.)\1{3}/.test(text);
}
