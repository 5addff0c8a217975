/**
 * A file as a parser sees it: its length and a way to look at any part of it, in bytes. Reads are synchronous,
 * since a parser has a process of its own. A read past the end returns what there is, so the result may be
 * shorter than `length`; it never returns more. The bytes are the caller's to keep.
 */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) =>
      bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length)),
  };
}
