/**
 * UTF-16, little-endian; a last half unit is left out. The only way here to read it: `toString('utf16le')` of Node 24
 * frees the wrong address when more than a few bytes begin at an odd address and are odd in number, so that a
 * stranger's file would corrupt the heap of its parser.
 */
export function utf16Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1).toString('utf16le');
}
