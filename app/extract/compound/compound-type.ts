import type { ByteSource } from '#kernel/bytes.ts';
import { compoundStreams } from './compound-file.ts';

export const ENCRYPTED_OFFICE = 'application/vnd.ms-office.encrypted';
export const OLE_OBJECT = 'application/x-ole-storage';

/** What a compound file (the container of Office before 2007, MS-CFB) holds, by the names of its streams. */
export function compoundType(file: ByteSource): string {
  const names = new Set<string>();
  try {
    for (const stream of compoundStreams(file)) names.add(stream.name.toLowerCase());
  } catch {
    return OLE_OBJECT;
  }
  const found = BY_STREAM.find(([stream]) => names.has(stream.toLowerCase()));
  return found ? found[1] : OLE_OBJECT;
}

const BY_STREAM: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', ENCRYPTED_OFFICE],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['VisioDocument', 'application/vnd.visio'],
];
