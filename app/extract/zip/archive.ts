import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import type { ByteSource } from '#kernel/bytes.ts';
import type { ByteStream } from '../format.ts';
import { Unread } from '../format.ts';
import type { Passwords } from '../encryption/passwords.ts';
import { AES_METHOD, zipAesOf } from '../encryption/zip-aes.ts';
import { openedEntry } from '../encryption/zip-entry.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { entryName } from './entry-name.ts';
import { localEntries } from './local-entries.ts';
import { SourceReader } from './source-reader.ts';

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 30;
/** Below this an entry is inflated in one call, which is five times as fast as a stream for a document's small parts. */
const SMALL = 1024 * 1024;
/** No entry is a bomb before it has given this many bytes. */
const RATIO_FLOOR = 16 * 1024 * 1024;

/**
 * The entries of a zip file in the order of its directory; folders are left out. Where the directory is missing or broken
 * those that it did not give are found by their own headers, and then it throws: `Unread('corrupt')`, or 'unsupported' for
 * an archive in several volumes. Checksums are not verified. Entries may be read during the walk or after it.
 * @param passwords tried on what is enciphered; null: it stays shut
 */
export async function* archiveEntries(
  file: ByteSource,
  maxRatio: number,
  passwords: Passwords | null = null,
): AsyncGenerator<ArchiveEntry> {
  const given = new Set<string>();
  try {
    for await (const entry of listedEntries(file, maxRatio, passwords)) {
      given.add(entry.name);
      yield entry;
    }
  } catch (error) {
    const fault = asUnread(error);
    if (fault.reason === 'corrupt' || fault.reason === 'unsupported')
      for await (const entry of localEntries(file, maxRatio)) if (!given.has(entry.name)) yield entry;
    throw fault;
  }
}

/** Throws `Unread('corrupt')` also when entries overlap: together they then claim more bytes than the file has. */
async function* listedEntries(
  file: ByteSource,
  maxRatio: number,
  passwords: Passwords | null,
): AsyncGenerator<ArchiveEntry> {
  const zip = await opened(file);
  let claimed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = await entryName(entry);
      if (name.endsWith('/')) continue;
      claimed += entry.compressedSize + LOCAL_HEADER;
      if (claimed > file.size) throw new Unread('corrupt');
      yield {
        name,
        size: entry.uncompressedSize,
        encrypted: entry.isEncrypted(),
        content: () => contentOf({ zip, file, maxRatio, passwords }, entry),
      };
    }
  } catch (error) {
    throw asUnread(error);
  }
}

async function opened(file: ByteSource): Promise<ZipFile> {
  try {
    return await yauzl.fromRandomAccessReaderPromise(new SourceReader(file), file.size, {
      decodeStrings: false,
      autoClose: false,
    });
  } catch (error) {
    throw asUnread(error);
  }
}

interface OpenedZip {
  readonly zip: ZipFile;
  readonly file: ByteSource;
  readonly maxRatio: number;
  readonly passwords: Passwords | null;
}

async function contentOf(opened: OpenedZip, entry: Entry): Promise<ByteSource | ByteStream> {
  if (entry.isEncrypted()) return await deciphered(opened, entry);
  const { zip, file, maxRatio } = opened;
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new Unread('unsupported');
  const fileDataStart = await dataStart(zip, entry);
  if (entry.compressionMethod === STORED) return window(file, fileDataStart, entry.compressedSize);
  if (entry.uncompressedSize <= SMALL && entry.compressedSize <= SMALL)
    return inflatedAtOnce(file.read(fileDataStart, entry.compressedSize), entry.uncompressedSize);
  return inflated(zip, entry, maxRatio);
}

async function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    throw asUnread(error);
  }
}

/** PKWARE's first cipher and WinZip's AES; what PKWARE calls strong encryption stays shut. */
async function deciphered({ zip, file, maxRatio, passwords }: OpenedZip, entry: Entry): Promise<ByteStream> {
  const aes = zipAesOf(entry.extraFields);
  const isOther = entry.compressionMethod === AES_METHOD && aes === null;
  if (passwords === null || isOther || entry.generalPurposeBitFlag & STRONG) throw new Unread('encrypted');
  const method = aes?.method ?? entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) throw new Unread('unsupported');
  const counted = (size: number): void => {
    if (size > RATIO_FLOOR && size > entry.compressedSize * maxRatio) throw new Unread('too_large');
  };
  const content = await openedEntry(
    {
      data: window(file, await dataStart(zip, entry), entry.compressedSize),
      method,
      crc: entry.crc32,
      check:
        entry.generalPurposeBitFlag & STREAMED ? (entry.lastModFileTime >> 8) & 0xff : entry.crc32 >>> 24,
      aes,
    },
    passwords,
    counted,
  );
  return within(content(), counted);
}

const STREAMED = 0x8;
const STRONG = 0x40;

async function* within(
  content: AsyncGenerator<Uint8Array>,
  counted: (size: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    counted((size += chunk.length));
    yield chunk;
  }
}

function window(file: ByteSource, start: number, size: number): ByteSource {
  return {
    size,
    read: (offset, length) => file.read(start + offset, Math.max(0, Math.min(length, size - offset))),
  };
}

async function* inflatedAtOnce(packed: Uint8Array, size: number): ByteStream & AsyncGenerator<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    throw new Unread('corrupt', { cause: error });
  }
  if (bytes.length > 0) yield await Promise.resolve(bytes);
  if (bytes.length !== size) throw new Unread('corrupt');
}

async function* inflated(zip: ZipFile, entry: Entry, maxRatio: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > RATIO_FLOOR && size > entry.compressedSize * maxRatio) throw new Unread('too_large');
      yield chunk;
    }
  } catch (error) {
    throw asUnread(error);
  }
}

/** yauzl tells its errors apart by message only; strong encryption of the directory and volumes are no damage. */
function asUnread(error: unknown): Unread {
  if (error instanceof Unread) return error;
  const message = error instanceof Error ? error.message : '';
  const reason = message.includes('encrypt')
    ? 'encrypted'
    : message.includes('multi-disk')
      ? 'unsupported'
      : 'corrupt';
  return new Unread(reason, { cause: error });
}
