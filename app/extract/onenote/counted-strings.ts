import { utf16Text } from '../text/utf16.ts';

/** No paragraph of a note is longer; a greater number in front of bytes is no length. */
const MAX_LENGTH = 4 * 1024 * 1024;
const MIN_LENGTH = 4;

/**
 * Strings that stand behind their length of four bytes, in UTF-16 or in one byte a character, wherever they are. Of bytes
 * that are no text next to none passes: all of what the length covers has to read as text.
 */
export function* countedStrings(bytes: Buffer): Generator<string> {
  for (let at = 0; at + 4 + MIN_LENGTH <= bytes.length;) {
    const length = bytes.readUInt32LE(at);
    const fits = length >= MIN_LENGTH && length <= MAX_LENGTH && at + 4 + length <= bytes.length;
    const text = fits ? textOf(bytes.subarray(at + 4, at + 4 + length)) : null;
    if (text === null) at++;
    else {
      yield text;
      at += 4 + length;
    }
  }
}

function textOf(bytes: Buffer): string | null {
  if (bytes.length % 2 === 0 && bytes[1] === 0)
    return isWide(bytes) ? utf16Text(bytes).replace(/\0+$/, '') : null;
  if (isNarrow(bytes)) return bytes.toString('latin1').replace(/\0+$/, '');
  return bytes.length % 2 === 0 && isWide(bytes) ? utf16Text(bytes).replace(/\0+$/, '') : null;
}

/** Letters of one script, blanks and signs; a NUL character only at the end. */
function isWide(bytes: Buffer): boolean {
  let letters = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    const code = bytes.readUInt16LE(at);
    if (code === 0 && at + 2 === bytes.length && letters > 0) break;
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 11 && code !== 13) return false;
    if ((code >= 0xd800 && code <= 0xf8ff) || code >= 0xfff0 || (code >= 0x7f && code < 0xa0)) return false;
    if (/\p{L}|\p{N}/u.test(String.fromCharCode(code))) letters++;
  }
  return letters >= 2 && isOfOneScript(utf16Text(bytes));
}

/** Bytes that are none of text make letters of many scripts at once, rare ones among them. */
function isOfOneScript(text: string): boolean {
  const foreign = text.replaceAll(/[\u0000-\u024f\u2000-\u22ff]/g, '');
  return foreign === '' || SCRIPTS.some((script) => script.test(foreign));
}

const SCRIPTS = [
  /^[\p{Script=Greek}\s]+$/u,
  /^[\p{Script=Cyrillic}\s]+$/u,
  /^[\p{Script=Arabic}\s]+$/u,
  /^[\p{Script=Hebrew}\s]+$/u,
  /^[\p{Script=Thai}\s]+$/u,
  /^[\p{Script=Hangul}\s]+$/u,
  /^[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+$/u,
  /^[\p{Extended_Pictographic}\u{fe0f}]+$/u,
];

function isNarrow(bytes: Buffer): boolean {
  let letters = 0;
  for (const [i, byte] of bytes.entries()) {
    if (byte === 0 && i === bytes.length - 1) break;
    if (
      (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 11 && byte !== 13) ||
      (byte >= 0x7f && byte < 0xa0)
    )
      return false;
    if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters++;
  }
  return letters >= bytes.length * 0.3;
}
