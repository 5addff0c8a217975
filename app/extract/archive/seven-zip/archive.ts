import { crc32 } from 'node:zlib';
import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../../format.ts';
import { StreamReader } from '../stream-reader.ts';
import type { FileEntry } from './files.ts';
import { filesIn } from './files.ts';
import { HeaderBytes } from './header-bytes.ts';
import type { FolderLimits, FolderOpener } from './opened-folder.ts';
import type { Folder } from './streams.ts';
import { foldersIn } from './streams.ts';

/** What a 7z archive says of itself. */
export interface SevenZipArchive {
  readonly files: readonly FileEntry[];
  readonly folders: readonly Folder[];
}

const START = 32;
const SIGNATURE = '377abcaf271c';
/** More than a hundred thousand names of usual length. */
const MOST_HEADER = 64 * 1024 * 1024;
const HEADER = 0x01;
const PACKED_HEADER = 0x17;
/** 7-Zip packs a header once. */
const MOST_TIMES_PACKED = 4;

/**
 * Reads the header of a 7z archive (7zFormat.txt of the LZMA SDK), packed or under a password, with its sums verified.
 * Throws `Unread`: 'encrypted', 'corrupt', 'too_large', 'unsupported'.
 */
export async function sevenZipArchive(
  file: ByteSource,
  opener: FolderOpener,
  { limit }: FolderLimits,
): Promise<SevenZipArchive> {
  const most = Math.min(MOST_HEADER, limit);
  let header = lastHeader(file, most);
  for (let times = 0; times < MOST_TIMES_PACKED; times++) {
    if (header.length === 0) return { files: [], folders: [] };
    const bytes = new HeaderBytes(header);
    const kind = bytes.byte();
    if (kind === HEADER) return archiveIn(bytes);
    if (kind !== PACKED_HEADER) break;
    header = await unpackedHeader(foldersIn(bytes), opener, most);
  }
  throw new Unread('corrupt');
}

/** It stands behind everything else; the first 32 bytes say where. */
function lastHeader(file: ByteSource, most: number): Buffer {
  const start = Buffer.from(file.read(0, START));
  if (start.length < START || start.toString('hex', 0, 6) !== SIGNATURE) throw new Unread('corrupt');
  if (crc32(start.subarray(12)) !== start.readUInt32LE(8)) throw new Unread('corrupt');
  const place = START + Number(start.readBigUInt64LE(12));
  const size = Number(start.readBigUInt64LE(20));
  if (size > file.size - place) throw new Unread('corrupt');
  if (size > most) throw new Unread('too_large');
  const header = Buffer.from(file.read(place, size));
  if (crc32(header) !== start.readUInt32LE(28)) throw new Unread('corrupt');
  return header;
}

async function unpackedHeader(folders: Folder[], opener: FolderOpener, most: number): Promise<Buffer> {
  const [folder] = folders;
  const [whole] = folder?.parts ?? [];
  if (folder === undefined || whole === undefined) throw new Unread('corrupt');
  if (whole.size > most) throw new Unread('too_large');
  const reader = new StreamReader(await opener.open(folder));
  const header = await reader.upTo(whole.size);
  await reader.close();
  if (header.length < whole.size) throw new Unread('corrupt');
  if (whole.crc !== null && crc32(header) !== whole.crc) throw new Unread('corrupt');
  return header;
}

const PROPERTIES = 0x02;
const MORE_STREAMS = 0x03;
const STREAMS = 0x04;
const FILES = 0x05;

function archiveIn(header: HeaderBytes): SevenZipArchive {
  let files: FileEntry[] = [];
  let folders: Folder[] = [];
  for (let id = header.byte(); id !== 0; id = header.byte()) {
    if (id === STREAMS) folders = foldersIn(header);
    else if (id === MORE_STREAMS) foldersIn(header);
    else if (id === FILES) files = filesIn(header);
    else if (id === PROPERTIES) skipProperties(header);
    else throw new Unread('corrupt');
  }
  return { files, folders };
}

function skipProperties(header: HeaderBytes): void {
  while (header.number() !== 0) header.bytes(header.number());
}
