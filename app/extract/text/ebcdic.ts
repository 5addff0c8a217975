/** Text of mainframes. International (500) and Danish/Norwegian (277) code pages, which differ in where their letters are. */
export type Ebcdic = 'ebcdic-500' | 'ebcdic-277';

/** Which of them a sample is, if it reads as one: nearly all of it letters, digits, blanks and the commonest signs. */
export function ebcdicOf(sample: Uint8Array): Ebcdic | null {
  let readable = 0;
  let blanks = 0;
  let ascii = 0;
  let national = 0;
  const length = Math.min(sample.length, 4096);
  for (let i = 0; i < length; i++) {
    const byte = sample[i] ?? 0;
    if (byte === BLANK) blanks++;
    if (byte === 0x20 || byte === 0x0a) ascii++;
    if (DANISH.has(byte) && isLetter(sample[i - 1] ?? 0) && isLetter(sample[i + 1] ?? 0)) national++;
    if (isLetter(byte) || DANISH.has(byte) || (byte >= 0xf0 && byte <= 0xf9) || SIGNS.has(byte)) readable++;
  }
  if (length < 16 || readable < length * 0.9 || blanks < length * 0.05 || ascii > length * 0.01) return null;
  return national > 0 ? 'ebcdic-277' : 'ebcdic-500';
}

/** One character a byte; a byte that stands for none is a blank. */
export function decodedEbcdic(bytes: Uint8Array, charset: Ebcdic): string {
  let text = '';
  for (const byte of bytes)
    text +=
      (charset === 'ebcdic-277' ? DANISH_SIGNS[byte] : undefined) ??
      CONTROLS[byte] ??
      TABLE[byte - 0x40] ??
      ' ';
  return text;
}

const BLANK = 0x40;
/** Full stop, comma, hyphen, slash, colon, brackets, apostrophe, quote, question mark; ends of lines and fields. */
const SIGNS = new Set([
  0x40, 0x4b, 0x6b, 0x60, 0x61, 0x7a, 0x5e, 0x4d, 0x5d, 0x7d, 0x7f, 0x6f, 0x0d, 0x15, 0x25, 0x05,
]);
const DANISH = new Set([0xc0, 0x6a, 0xd0, 0x7b, 0x7c, 0x5b]);

function isLetter(byte: number): boolean {
  const low = byte & 0xf;
  const high = byte >> 4;
  return high === 0x8 || high === 0x9 || high === 0xc || high === 0xd
    ? low >= 1 && low <= 9
    : (high === 0xa || high === 0xe) && low >= 2 && low <= 9;
}

const CONTROLS: Record<number, string> = { 0x05: '\t', 0x0d: '\r', 0x15: '\n', 0x25: '\n' };

/** Code page 500 from byte 0x40 on. */
const TABLE =
  ' \u00a0âäàáãåçñ[.<(+!' +
  '&éêëèíîïìß]$*);^' +
  '-/ÂÄÀÁÃÅÇÑ¦,%_>?' +
  'øÉÊËÈÍÎÏÌ`:#@\'="' +
  'Øabcdefghi«»ðýþ±' +
  '°jklmnopqrªºæ¸Æ¤' +
  'µ~stuvwxyz¡¿ÐÝÞ®' +
  '¢£¥·©§¶¼½¾¬|¯¨´×' +
  '{ABCDEFGHI\u00adôöòóõ' +
  '}JKLMNOPQR¹ûüùúÿ' +
  '\\÷STUVWXYZ²ÔÖÒÓÕ' +
  '0123456789³ÛÜÙÚ ';

/** What is elsewhere in code page 277. */
const DANISH_SIGNS: Record<number, string> = {
  0x47: '}',
  0x4a: '#',
  0x4f: '!',
  0x5a: '¤',
  0x5b: 'Å',
  0x5f: '^',
  0x67: '$',
  0x6a: 'ø',
  0x70: '¦',
  0x7b: 'Æ',
  0x7c: 'Ø',
  0x80: '@',
  0x9c: '{',
  0x9e: '[',
  0x9f: ']',
  0xa1: 'ü',
  0xc0: 'æ',
  0xd0: 'å',
  0xdc: '~',
};
