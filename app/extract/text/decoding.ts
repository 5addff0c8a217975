import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { ByteStream } from '../format.ts';
import type { Charset } from './charset.ts';
import { declaredCharset, guessedCharset, markedCharset, wholeCharacters, wideCharset } from './charset.ts';
import { peeked } from './chunks.ts';
import { decodedEbcdic } from './ebcdic.ts';

const SAMPLE = 64 * 1024;

/**
 * The characters of a stream of text in any charset. A mark decides, then a declaration (XML, HTML), then the bytes.
 * While all is ASCII nothing has to be decided, so an export whose first Danish letter comes after a gigabyte is read
 * right. Line ends become newlines, NUL bytes a space; what cannot be decoded becomes U+FFFD.
 */
export async function* decoded(bytes: ByteStream): AsyncGenerator<string> {
  const { head, whole } = await peeked(bytes, SAMPLE);
  const known = markedCharset(head) ?? wideCharset(head) ?? declaredCharset(head);
  const characters = known ? decodedAs(whole, known) : decodedByGuess(whole);
  yield* withPlainLines(characters);
}

/** Bytes that are all there, decoded in the same way. */
export async function decodedText(bytes: Uint8Array): Promise<string> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  let text = '';
  for await (const piece of decoded(once())) text += piece;
  return text;
}

async function* decodedByGuess(bytes: ByteStream): AsyncGenerator<string> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      if (isPlainAscii(next.value)) {
        yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length).toString('latin1');
        continue;
      }
      const { head, whole } = await peeked(startingWith(next.value, iterator), SAMPLE);
      yield* decodedAs(whole, await guessedCharset(aroundLetters(head)));
      return;
    }
  } finally {
    await iterator.return?.();
  }
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The part of a sample that tells something: from shortly before its first byte that is not ASCII. */
function aroundLetters(sample: Uint8Array): Uint8Array {
  const first = sample.findIndex((byte) => byte > 0x7f);
  return sample.subarray(Math.max(0, first - 256));
}

function isPlainAscii(bytes: Uint8Array): boolean {
  // An escape character can switch the charset (ISO-2022-JP).
  for (const byte of bytes) if (byte > 0x7f || byte === 0x1b) return false;
  return true;
}

async function* decodedAs(bytes: ByteStream, charset: Charset): AsyncGenerator<string> {
  const decoder = decoderOf(charset.name);
  let skip = charset.skip;
  for await (const chunk of bytes) {
    const piece = decoder.write(chunk.subarray(skip));
    skip = Math.max(0, skip - chunk.length);
    if (piece) yield piece;
  }
  const last = decoder.end();
  if (last) yield last;
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string | undefined;
}

function decoderOf(name: string): Decoder {
  if (name === 'ebcdic-500' || name === 'ebcdic-277')
    return { write: (bytes) => decodedEbcdic(bytes, name), end: () => undefined };
  if (/^utf-?8$/i.test(name)) return new Utf8Decoder();
  if (iconv.encodingExists(name)) {
    const decoder = iconv.getDecoder(name, { stripBOM: false });
    return {
      write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
      end: () => decoder.end(),
    };
  }
  return standardDecoder(name) ?? decoderOf('windows-1252');
}

function standardDecoder(name: string): Decoder | null {
  try {
    const decoder = new TextDecoder(name);
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  } catch {
    return null;
  }
}

/**
 * UTF-8, save that a line which is not UTF-8 is read as Windows-1252: logs and joined exports have both, and a name
 * with a broken letter in it is not found.
 */
class Utf8Decoder implements Decoder {
  #carry: Uint8Array = new Uint8Array(0);

  write(bytes: Uint8Array): string {
    const all = this.#carry.length > 0 ? Buffer.concat([this.#carry, bytes]) : bytes;
    const whole = wholeCharacters(all);
    this.#carry = all.slice(whole.length);
    return linesOrLatin(whole);
  }

  end(): string {
    return linesOrLatin(this.#carry);
  }
}

function linesOrLatin(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const lines: string[] = [];
  for (let start = 0; start < buffer.length;) {
    const newline = buffer.indexOf(0x0a, start);
    const end = newline < 0 ? buffer.length : newline + 1;
    const line = buffer.subarray(start, end);
    lines.push(isUtf8(line) ? line.toString('utf8') : iconv.decode(line, 'windows-1252'));
    start = end;
  }
  return lines.join('');
}

async function* withPlainLines(characters: AsyncIterable<string>): AsyncGenerator<string> {
  let heldReturn = false;
  for await (const piece of characters) {
    let text: string = heldReturn ? '\r' + piece : piece;
    heldReturn = text.endsWith('\r');
    if (heldReturn) text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replaceAll(/\r\n?/g, '\n');
    if (text.includes('\0')) text = text.replaceAll(/\0+/g, ' ');
    if (text) yield text;
  }
  if (heldReturn) yield '\n';
}
