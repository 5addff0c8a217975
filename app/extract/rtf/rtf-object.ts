import { embeddedPackage } from '../compound/ole-package.ts';

/** A file within an RTF document. */
export interface RtfObject {
  readonly name: string;
  readonly content: Uint8Array;
}

const EMBEDDED = 2;

/**
 * An object's data (MS-OLEDS 2.2.4): version, kind, the names of its program, its file and its place, then its bytes,
 * which are a compound file for most programs. Null for links, which have a path and no bytes, and for what is cut off.
 */
export function rtfObject(data: Buffer): RtfObject | null {
  if (data.length < 12 || data.readUInt32LE(4) !== EMBEDDED) return null;
  let at = 8;
  const names: string[] = [];
  for (let i = 0; i < 3; i++) {
    if (at + 4 > data.length) return null;
    const length = data.readUInt32LE(at);
    names.push(data.toString('latin1', at + 4, at + 4 + Math.max(0, length - 1)));
    at += 4 + length;
  }
  if (at + 4 > data.length) return null;
  const length = data.readUInt32LE(at);
  if (names[0] !== 'Package') return { name: 'object', content: data.subarray(at + 4, at + 4 + length) };
  const { names: paths, content } = embeddedPackage(data.subarray(at));
  return { name: paths[0] ?? 'object', content };
}

/** Pairs of hexadecimal digits, with blanks anywhere between them. */
export function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll(/[^0-9a-fA-F]+/g, ''), 'hex');
}
