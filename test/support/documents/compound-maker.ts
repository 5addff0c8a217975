import type { CompoundStorage } from '#extract/compound/compound-file.ts';
import { compoundFile } from '#extract/compound/compound-writer.ts';

/** Streams by their name, and storages with more in them. */
export interface CompoundContent {
  readonly [name: string]: string | Uint8Array | CompoundContent;
}

export function storageOf(content: CompoundContent, name = 'Root Entry'): CompoundStorage {
  const entries = Object.entries(content);
  return {
    name,
    streams: entries.flatMap(([inner, value]) => {
      if (typeof value !== 'string' && !(value instanceof Uint8Array)) return [];
      const bytes = Buffer.from(value);
      return [{ name: inner, size: bytes.length, bytes: () => bytes }];
    }),
    storages: entries.flatMap(([inner, value]) =>
      typeof value === 'string' || value instanceof Uint8Array ? [] : [storageOf(value, inner)],
    ),
  };
}

/** A compound file, the container of Office before 2007. */
export function compoundOf(content: CompoundContent): Buffer {
  return compoundFile(storageOf(content), 256 * 1024 * 1024);
}
