import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import { inCodePage } from '../text/code-page.ts';

/** One file on a disc: a window on the image. */
export interface DiscFile {
  readonly name: string;
  readonly content: ByteSource;
}

const SECTOR = 2048;
const FIRST = 16;
const MAX_DESCRIPTORS = 64;
const MAX_FOLDERS = 100_000;
const MAX_DIRECTORY = 64 * 1024 * 1024;
const [PRIMARY, SUPPLEMENTARY, END] = [1, 2, 255];
const UTF16 = 1201;
const LATIN = 1252;

interface Folder {
  readonly at: number;
  readonly size: number;
  readonly path: string;
}

/**
 * The files of a disc image (ISO 9660), of any size, by their long names where the disc has them (Joliet, or Rock Ridge's
 * NM). Throws `Unread`: 'corrupt'. A folder that is come by twice counts once.
 */
export function* discFiles(file: ByteSource): Generator<DiscFile> {
  const { root, codePage } = rootOf(file);
  const waiting: Folder[] = [root];
  const seen = new Set<number>();
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (seen.has(folder.at)) continue;
    seen.add(folder.at);
    if (seen.size > MAX_FOLDERS) throw new Unread('too_large');
    const bytes = Buffer.from(file.read(folder.at, Math.min(folder.size, MAX_DIRECTORY)));
    for (const record of records(bytes)) {
      const name = nameOf(record, codePage);
      if (name === '') continue;
      const [at, size, path] = [
        record.readUInt32LE(2) * SECTOR,
        record.readUInt32LE(10),
        `${folder.path}${name}`,
      ];
      if (((record[25] ?? 0) & 2) !== 0) waiting.push({ at, size, path: `${path}/` });
      else yield { name: path, content: window(file, at, size) };
    }
  }
}

/** The folder at the top, of the directory with the longest names. */
function rootOf(file: ByteSource): { root: Folder; codePage: number } {
  let found: { root: Folder; codePage: number } | null = null;
  for (let i = 0; i < MAX_DESCRIPTORS; i++) {
    const sector = Buffer.from(file.read((FIRST + i) * SECTOR, SECTOR));
    if (sector.length < SECTOR || sector.toString('latin1', 1, 6) !== 'CD001' || sector[0] === END) break;
    const isJoliet = sector[0] === SUPPLEMENTARY && /^%\/[@CE]/.test(sector.toString('latin1', 88, 91));
    if (sector[0] !== PRIMARY && !isJoliet) continue;
    const record = sector.subarray(156, 190);
    const root = { at: record.readUInt32LE(2) * SECTOR, size: record.readUInt32LE(10), path: '' };
    if (isJoliet || !found) found = { root, codePage: isJoliet ? UTF16 : LATIN };
  }
  if (!found) throw new Unread('corrupt');
  return found;
}

/** Records do not cross sectors: what is left of one is zeros. */
function* records(directory: Buffer): Generator<Buffer> {
  for (let at = 0; at < directory.length;) {
    const length = directory[at] ?? 0;
    if (length === 0) {
      at = (Math.floor(at / SECTOR) + 1) * SECTOR;
      continue;
    }
    if (length < 34 || at + length > directory.length) throw new Unread('corrupt');
    yield directory.subarray(at, at + length);
    at += length;
  }
}

/** Empty for the folder itself and the one above it, whose names are one byte of 0 or 1. */
function nameOf(record: Buffer, codePage: number): string {
  const length = record[32] ?? 0;
  const raw = record.subarray(33, 33 + length);
  if (length === 1 && (raw[0] ?? 0) <= 1) return '';
  const plain = inCodePage(raw, codePage).replace(/;\d+$/, '').replace(/\.$/, '');
  return rockRidgeName(record.subarray(33 + length + ((length + 1) % 2))) ?? plain;
}

function rockRidgeName(fields: Buffer): string | null {
  for (let at = 0; at + 5 <= fields.length;) {
    const length = fields[at + 2] ?? 0;
    if (length < 4) return null;
    if (fields.toString('latin1', at, at + 2) === 'NM') return fields.toString('utf8', at + 5, at + length);
    at += length;
  }
  return null;
}

function window(file: ByteSource, start: number, size: number): ByteSource {
  const there = Math.max(0, Math.min(size, file.size - start));
  return {
    size: there,
    read: (offset, length) => file.read(start + offset, Math.max(0, Math.min(length, there - offset))),
  };
}
