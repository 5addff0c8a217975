import { isUtf8 } from 'node:buffer';

/**
 * Names on a Linux disk are bytes, not text. This is their lossless form as a string: UTF-8, with each byte that is
 * not part of valid UTF-8 kept as the lone surrogate U+DC00 + byte (so U+DC80 to U+DCFF). It is the form that
 * Python calls surrogateescape (PEP 383). `encodeName(decodeName(bytes))` is always `bytes`.
 *
 * JSON keeps such a string; UTF-8 does not: encode it with `encodeName` before it is stored, hashed or sealed as bytes.
 */
export function decodeName(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  let name = '';
  let at = 0;
  while (at < bytes.length) {
    const length = validSequence(bytes, at);
    if (length === 0) name += String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    else name += Buffer.from(bytes.subarray(at, at + length)).toString('utf8');
    at += Math.max(length, 1);
  }
  return name;
}

/**
 * The bytes of a name in its lossless form.
 * @throws Error when the string holds a surrogate that no byte stands for: such a string never came from a disk.
 */
export function encodeName(name: string): Buffer {
  if (name.isWellFormed()) return Buffer.from(name, 'utf8');
  const parts: Buffer[] = [];
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) parts.push(Buffer.of(code - 0xdc00));
    else if (code >= 0xd800 && code <= 0xdfff)
      throw new Error('not a file name: a surrogate without a meaning');
    else parts.push(Buffer.from(character, 'utf8'));
  }
  return Buffer.concat(parts);
}

/**
 * A name as a person may see it on one line: bytes that are not text become U+FFFD; control characters get their
 * visible pictures (a newline is ␊); line separators and what turns or hides text (bidi controls, zero-width
 * spaces) are spelled out, so that `gnp.exe` cannot dress as `exe.png`. The joiner inside emoji stays.
 */
export function displayName(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu,
    visible,
  );
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The length of the valid UTF-8 sequence that starts here, or 0. */
function validSequence(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
