import iconv from 'iconv-lite';

/** Bytes as text in a Windows code page, by its number: 1252, 10000 (Mac), 65001 (UTF-8), 1200 (UTF-16). */
export function inCodePage(bytes: Uint8Array, codePage: number): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), codePageName(codePage));
}

/** The name by which iconv-lite knows a code page; Windows-1252 for one that nobody knows. */
function codePageName(codePage: number): string {
  const special = SPECIAL[codePage];
  if (special) return special;
  const name = [`windows-${codePage}`, `cp${codePage}`].find((known) => iconv.encodingExists(known));
  return name ?? 'windows-1252';
}

const SPECIAL: Record<number, string> = {
  1200: 'utf-16le',
  1201: 'utf-16be',
  932: 'shift_jis',
  936: 'gbk',
  949: 'cp949',
  950: 'big5',
  1361: 'cp949',
  10000: 'macintosh',
  10001: 'shift_jis',
  10006: 'macgreek',
  10007: 'maccyrillic',
  10029: 'maccenteuro',
  10079: 'maciceland',
  10081: 'macturkish',
  20127: 'windows-1252',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  32768: 'macintosh',
  32769: 'windows-1252',
  50220: 'shift_jis',
  51932: 'euc-jp',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The code page of a Windows charset number, as fonts in RTF and old Office files name it. */
export function codePageOfCharset(charset: number): number | undefined {
  return CHARSETS[charset];
}

const CHARSETS: Record<number, number> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  255: 850,
};

/** The code page that Windows uses for a language id (its lower ten bits say the language): Danish is 1252. */
export function codePageOfLanguage(language: number): number {
  return LANGUAGES[language & 0x3ff] ?? 1252;
}

const LANGUAGES: Record<number, number> = {
  1: 1256,
  2: 1251,
  4: 936,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  26: 1250,
  27: 1250,
  30: 874,
  31: 1254,
  34: 1251,
  36: 1250,
  37: 1257,
  38: 1257,
  39: 1257,
};
