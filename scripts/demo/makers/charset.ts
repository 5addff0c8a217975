import iconv from 'iconv-lite';

/** The charsets that old and new programs leave behind on a share. */
export type Charset = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'cp850';

/** Bytes of a text. What the charset has no letter for is written as its plain relative: a dash as a hyphen. */
export function encode(text: string, charset: Charset): Uint8Array {
  switch (charset) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'windows-1252':
    case 'cp850':
      return iconv.encode(simpler(text, charset), charset);
  }
}

/** Letter by letter, so that only what the charset lacks is changed. */
function simpler(text: string, charset: 'windows-1252' | 'cp850'): string {
  return text.replace(/[^\u0000-\u007f]/gu, (letter) => {
    if (iconv.decode(iconv.encode(letter, charset), charset) === letter) return letter;
    return RELATIVES.get(letter) ?? letter.normalize('NFD').replace(/[^\u0020-\u007e]/gu, '');
  });
}

const RELATIVES = new Map([
  ['–', '-'],
  ['—', '-'],
  ['“', '"'],
  ['”', '"'],
  ['’', "'"],
  ['•', '-'],
  ['…', '...'],
  ['€', 'EUR'],
  ['ł', 'l'],
  ['ı', 'i'],
]);
