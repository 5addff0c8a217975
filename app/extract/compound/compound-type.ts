import type { ByteSource } from '#kernel/bytes.ts';
import type { CompoundStorage } from './compound-file.ts';
import { compoundStreams, compoundTree, streamIn } from './compound-file.ts';

export const ENCRYPTED_OFFICE = 'application/vnd.ms-office.encrypted';
export const OLE_OBJECT = 'application/x-ole-storage';
export const WORKS = 'application/vnd.ms-works';
export const PUBLISHER = 'application/x-mspublisher';
export const POWERPOINT_95 = 'application/vnd.ms-powerpoint.95';

/**
 * What a compound file (the container of Office before 2007, MS-CFB) holds, by the names of its streams: those at its
 * root, for a document may have others embedded in it; of a damaged file those that are found anywhere.
 */
export function compoundType(file: ByteSource): string {
  return typeBy(rootNames(file)) ?? typeBy(allNames(file)) ?? OLE_OBJECT;
}

function typeBy(names: ReadonlySet<string>): string | undefined {
  return BY_STREAM.find(([stream]) => names.has(stream.toLowerCase()))?.[1];
}

function rootNames(file: ByteSource): Set<string> {
  try {
    const root = compoundTree(file);
    const storages = root.storages.map(({ name }) => `${name}/`);
    const names = [...root.streams.map(({ name }) => name), ...storages].map((name) => name.toLowerCase());
    return new Set(isChunked(root) ? ['chunks', ...names] : names);
  } catch {
    return new Set();
  }
}

/** Works since 2000 has no name of its own for its stream: many objects call theirs so. */
function isChunked(root: CompoundStorage): boolean {
  const bytes = streamIn(root, 'CONTENTS')?.bytes(MAX_CHUNKED).subarray(0, 7) ?? [];
  return Buffer.from(bytes).toString('latin1') === 'CHNKWKS';
}

const MAX_CHUNKED = 128 * 1024 * 1024;

function allNames(file: ByteSource): Set<string> {
  try {
    const names = compoundStreams(file).map(({ name }) => name.toLowerCase());
    // An object that holds another is still an object: it is told by its format from what is in it.
    return names.includes('\u0001ole10native') ? new Set() : new Set(names);
  } catch {
    return new Set();
  }
}

const BY_STREAM: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', ENCRYPTED_OFFICE],
  ['\u0009DRMContent', ENCRYPTED_OFFICE],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['\u0005HwpSummaryInformation', 'application/x-hwp'],
  ['VisioDocument', 'application/vnd.visio'],
  ['PP97_DUALSTORAGE/', 'application/vnd.ms-powerpoint'],
  ['PP40', POWERPOINT_95],
  ['MN0', WORKS],
  ['chunks', WORKS],
  ['Quill/', PUBLISHER],
];
