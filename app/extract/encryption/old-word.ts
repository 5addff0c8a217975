import { Unread } from '../format.ts';
import { decipheredBlocks, oldOfficeKeys } from './old-office-key.ts';
import { xorKey, xorWord } from './office-xor.ts';
import type { Passwords } from './passwords.ts';

/** The streams of a Word document that its text lies in. */
export interface WordStreams {
  readonly document: Buffer;
  readonly table: (number: 0 | 1) => Buffer | null;
}

const ENCIPHERED = 0x100;
const GARBLED = 0x8000;
const SECOND_TABLE = 0x200;
const WORD_97 = 0xc1;
const BLOCK = 512;
/** The beginning of the document says how it is enciphered and is never so itself; Word 6 and 95 have less of it. */
const CLEAR = 0x44;
const CLEAR_95 = 0x34;

/**
 * The streams of a Word document as they were before it got a password (MS-DOC 2.2.6). The document says by its flags
 * that it has one: they are cleared. Throws `Unread('encrypted')` when none fits.
 */
export function openedWord(streams: WordStreams, passwords: Passwords): WordStreams {
  const { document } = streams;
  const flags = document.length < 0x12 ? 0 : document.readUInt16LE(0x0a);
  if ((flags & ENCIPHERED) === 0) return streams;
  const key = document.readUInt32LE(0x0e);
  if (flags & GARBLED || document.readUInt16LE(2) < WORD_97) return garbled(streams, key, flags, passwords);
  const table = streams.table(flags & SECOND_TABLE ? 1 : 0);
  // The field of the key holds the length of what stands before the table.
  if (!table || key > table.length) throw new Unread('encrypted');
  const keys = oldOfficeKeys(table.subarray(0, key), passwords);
  return {
    document: withoutFlags(decipheredBlocks(document, keys, BLOCK, CLEAR), flags),
    table: (number) => {
      const bytes = streams.table(number);
      return bytes && decipheredBlocks(bytes, keys, BLOCK, bytes.length === table.length ? key : 0);
    },
  };
}

function garbled(streams: WordStreams, key: number, flags: number, passwords: Passwords): WordStreams {
  const bytes = xorKey('word', { key: key >>> 16, checksum: key & 0xffff }, passwords);
  const clear = streams.document.readUInt16LE(2) < WORD_97 ? CLEAR_95 : CLEAR;
  return {
    document: withoutFlags(xorWord(streams.document, bytes, clear), flags),
    table: (number) => {
      const table = streams.table(number);
      return table && xorWord(table, bytes, 0);
    },
  };
}

function withoutFlags(document: Buffer, flags: number): Buffer {
  document.writeUInt16LE(flags & ~(ENCIPHERED | GARBLED), 0x0a);
  return document;
}
