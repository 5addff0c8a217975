import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** What stands in front of each file in a tar archive (POSIX ustar, GNU's and older ones). */
export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** One character: "0" a file, "5" a folder, "x" and "g" attributes, "L" a long name. */
  readonly kind: string;
}

export const TAR_BLOCK = 512;

/** Null for a block that is no header: its own sum over itself is wrong. */
export function tarHeader(block: Buffer): TarHeader | null {
  if (block.length < TAR_BLOCK || !isTarHeader(block)) return null;
  const ustar = block.toString('latin1', 257, 262) === 'ustar';
  const prefix = ustar && block[345] !== 0 ? tarText(block.subarray(345, 500)) : '';
  const name = tarText(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: number(block.subarray(124, 136)),
    kind: block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0x30),
  };
}

/** Whether the block's checksum is that of its bytes, with blanks in the place of the checksum (POSIX ustar). */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < TAR_BLOCK || block[0] === 0) return false;
  const claimed = Number.parseInt(Buffer.from(block.subarray(148, 156)).toString('latin1').trim(), 8);
  let sum = 0;
  for (let i = 0; i < TAR_BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : (block[i] ?? 0);
  return sum === claimed;
}

/** Up to its NUL byte; what is not UTF-8 is in the packer's old charset. */
export function tarText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  return isUtf8(text) ? text.toString('utf8') : iconv.decode(text, 'windows-1252');
}

/** Attributes as "length name=value" lines: only the ones that are needed, for they may be of any length. */
export function tarAttributes(bytes: Buffer): { name?: string; size?: number } {
  const text = bytes.toString('utf8');
  const name = /(?:^|\n)\d+ path=([^\n]*)/.exec(text)?.[1];
  const size = /(?:^|\n)\d+ (?:GNU\.sparse\.real)?size=(\d+)/.exec(text)?.[1];
  return { ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size: Number(size) }) };
}

/** In octal; numbers too large for that in binary, marked by the first bit. */
function number(field: Buffer): number {
  if (((field[0] ?? 0) & 0x80) !== 0) return Number(field.readBigUInt64BE(4) & 0x7fffffffffffffffn);
  const value = Number.parseInt(field.toString('latin1').replaceAll('\0', ' ').trim() || '0', 8);
  return Number.isNaN(value) ? 0 : value;
}
