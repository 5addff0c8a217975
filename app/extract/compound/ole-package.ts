import iconv from 'iconv-lite';
import { Unread } from '../format.ts';

/**
 * An \u0001Ole10Native stream: a file that was dropped into a document. Its layout is written down nowhere officially:
 * size, two bytes, label, path it came from, eight bytes, path of a temporary copy, length and content; some writers
 * add the same paths in UTF-16 after it. A stream that is laid out otherwise is given whole, without names. Throws
 * `Unread('corrupt')`.
 */
export function embeddedPackage(stream: Uint8Array): { names: string[]; content: Uint8Array } {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  if (bytes.length < 6) throw new Unread('corrupt');
  const whole = { names: [], content: bytes.subarray(4) };
  if (bytes.readUInt16LE(4) !== 2) return whole;
  let at = 6;
  const text = (): string => {
    const end = bytes.indexOf(0, at);
    const name = iconv.decode(bytes.subarray(at, end < 0 ? bytes.length : end), 'windows-1252');
    at = end < 0 ? bytes.length : end + 1;
    return name;
  };
  const names = [text(), text()];
  at += 4;
  if (at + 4 > bytes.length) return whole;
  at += 4;
  names.push(text());
  if (at + 4 > bytes.length) return whole;
  const length = bytes.readUInt32LE(at);
  const content = bytes.subarray(at + 4, at + 4 + length);
  if (content.length < length) throw new Unread('corrupt');
  return { names: names.filter((name) => name !== ''), content };
}
