import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { ebcdicOf } from './ebcdic.ts';
import { latinCharset } from './single-byte.ts';

/** How text is encoded, by a name that iconv-lite knows; `skip` is the length of its byte order mark. */
export interface Charset {
  readonly name: string;
  readonly skip: number;
}

/** By its byte order mark. */
export function markedCharset(head: Uint8Array): Charset | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { name: 'utf-32le', skip: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { name: 'utf-32be', skip: 4 };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', skip: 2 };
  return null;
}

/**
 * UTF-16 or UTF-32 without a mark: most letters of European text have zeros in the same half of their bytes.
 * Greek, Cyrillic, Hebrew and Arabic letters have few values there instead. Other scripts without a mark are not seen.
 */
export function wideCharset(head: Uint8Array): Charset | null {
  const zeros = [0, 0, 0, 0];
  const length = Math.min(head.length, 4096) & ~3;
  if (length < 4) return null;
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i % 4] = (zeros[i % 4] ?? 0) + 1;
  const [z0, z1, z2, z3] = zeros.map((count) => count / (length / 4));
  if (z0 === undefined || z1 === undefined || z2 === undefined || z3 === undefined) return null;
  if (z0 < 0.05 && z2 > 0.9 && z3 > 0.95) return { name: 'utf-32le', skip: 0 };
  if (z3 < 0.05 && z1 > 0.9 && z0 > 0.95) return { name: 'utf-32be', skip: 0 };
  if (z0 + z2 < 0.1 && z1 + z3 > 1.2) return { name: 'utf-16le', skip: 0 };
  if (z1 + z3 < 0.1 && z0 + z2 > 1.2) return { name: 'utf-16be', skip: 0 };
  return scriptCharset(head, length);
}

/** The upper halves of letters: 0x03 to 0x06, and zero for blanks and digits. */
function scriptCharset(head: Uint8Array, length: number): Charset | null {
  for (const [name, half] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let uppers = 0;
    let zeros = 0;
    let lowerZeros = 0;
    for (let i = 0; i + 1 < length; i += 2) {
      const upper = head[i + half] ?? 0;
      if (upper === 0) zeros++;
      else if (upper >= 3 && upper <= 6) uppers++;
      if (head[i + 1 - half] === 0) lowerZeros++;
    }
    const pairs = length / 2;
    if (uppers > pairs * 0.5 && zeros > 0 && uppers + zeros > pairs * 0.97 && lowerZeros < pairs * 0.05)
      return { name, skip: 0 };
  }
  return null;
}

/**
 * What an XML declaration or an HTML meta element in the first 2 KiB says. Null when there is none, when nobody
 * knows the name, or when the bytes show that it cannot be so.
 */
export function declaredCharset(head: Uint8Array): Charset | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 2048)).toString('latin1');
  const name =
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ??
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  if (!name || !iconv.encodingExists(name) || /^(utf-?(16|32|8)|ucs|unicode)/i.test(name)) return null;
  return { name: superset(name), skip: 0 };
}

/** Of bytes that are not all ASCII and bear no mark: UTF-8 if most lines are that, else the likeliest legacy charset. */
export async function guessedCharset(sample: Uint8Array): Promise<Charset> {
  if (mostlyUtf8(wholeCharacters(sample))) return { name: 'utf-8', skip: 0 };
  const old = ebcdicOf(sample) ?? latinCharset(sample);
  if (old) return { name: old, skip: 0 };
  // Its model takes 110 ms to load: only files that need it pay.
  const { chardet } = await import('jschardet');
  const { encoding } = chardet.detect(sample, { maxBytes: 64 * 1024 });
  const known = encoding !== null && !/^(ascii|utf-8)$/i.test(encoding);
  return { name: known ? superset(encoding) : 'windows-1252', skip: 0 };
}

/** Logs and joined exports have lines in two charsets; what is UTF-8 by chance in a legacy charset is rare. */
function mostlyUtf8(sample: Uint8Array): boolean {
  if (isUtf8(sample)) return true;
  let valid = 0;
  let invalid = 0;
  for (let start = 0; start < sample.length;) {
    const newline = sample.indexOf(0x0a, start);
    const line = sample.subarray(start, newline < 0 ? sample.length : newline);
    if (!isUtf8(line)) invalid++;
    else if (line.some((byte) => byte > 0x7f)) valid++;
    start += line.length + 1;
  }
  return valid > invalid;
}

/** The bytes without the beginning of a UTF-8 character that lacks its end. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needs > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** Files called Latin 1 are Windows' in practice: it has letters and quotes where Latin 1 has control characters. */
function superset(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const known: Record<string, string> = {
    iso88591: 'windows-1252',
    latin1: 'windows-1252',
    usascii: 'windows-1252',
    iso88599: 'windows-1254',
    gb2312: 'gb18030',
    macroman: 'macintosh',
    maclatin2: 'maccenteuro',
    ksc56011987: 'cp949',
    euckr: 'cp949',
  };
  return known[plain] ?? name;
}
