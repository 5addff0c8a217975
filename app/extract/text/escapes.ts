/**
 * Text whose letters are written by their numbers, as programs do that trust no charset ("S\u00f8ren" in JSON, "S&#248;ren" in
 * XML): with the letters. Lines stay as they are, so that a line's number is still that of the file.
 */
export async function* withLetters(
  pieces: AsyncIterable<string>,
  kind: 'json' | 'xml',
): AsyncGenerator<string> {
  const { pattern, begin, longest, letter } = KINDS[kind];
  let held = '';
  for await (const piece of pieces) {
    const text: string = held + piece;
    // What may go on in the next piece waits for it.
    const last = text.lastIndexOf(begin);
    const cut = last >= 0 && text.length - last < longest ? beginOfRun(text, last, begin) : text.length;
    held = text.slice(cut);
    if (cut > 0) yield text.slice(0, cut).replaceAll(pattern, letter);
  }
  if (held !== '') yield held.replaceAll(pattern, letter);
}

/** Backslashes belong together in pairs, which must not be parted. */
function beginOfRun(text: string, from: number, begin: string): number {
  let at = from;
  while (at > 0 && text[at - 1] === begin && from - at < MAX_RUN) at--;
  return at;
}

const MAX_RUN = 1000;

const KINDS = {
  json: { pattern: /\\(?:u([0-9a-fA-F]{4})|[\\/nrt"])/g, begin: '\\', longest: 6, letter: ofJson },
  xml: {
    pattern: /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|apos|quot));/g,
    begin: '&',
    longest: 10,
    letter: ofXml,
  },
} as const;

/** Quotes and backslashes stay escaped, for they part what belongs to the text from what is around it. */
function ofJson(escape: string, hex: string | undefined): string {
  if (hex !== undefined) return character(Number.parseInt(hex, 16), escape);
  if (escape === '\\/') return '/';
  return escape === '\\\\' || escape === '\\"' ? escape : ' ';
}

/** "&lt;" and "&gt;" stay, so that text is not taken for a tag. */
function ofXml(
  escape: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (decimal !== undefined) return character(Number(decimal), escape);
  if (hex !== undefined) return character(Number.parseInt(hex, 16), escape);
  return { amp: '&', apos: "'", quot: '"' }[name ?? ''] ?? escape;
}

/** Only letters and signs: line ends, angle brackets, quotes and characters of control stay as they are written. */
function character(code: number, escape: string): string {
  if (code < 0x20 || code > 0x10ffff || [0x22, 0x3c, 0x3e, 0x5c].includes(code)) return escape;
  return String.fromCodePoint(code);
}
