import type { Audit } from '#audit/index.ts';
import type { FindingType } from '#detect/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { By, Folder, FolderStore, SourceRecord, SourceStore } from '#sources/index.ts';
import type { ScannedFile } from './file.ts';
import type { FileStore } from './files.store.ts';
import { createMentionStore, type KnownValue } from './mentions.store.ts';

/** Which files of the whole company mention somebody. The look is on the record first, without who was looked for. */
export interface Mentions {
  of(by: By, values: readonly KnownValue[]): Promise<MentioningFile[]>;
}

export interface MentioningFile {
  readonly file: ScannedFile;
  readonly folder: Folder | null;
  readonly source: SourceRecord | null;
  /** What the person is mentioned by, and in how many places. */
  readonly by: readonly { readonly type: FindingType; readonly count: number }[];
}

export function createMentions(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  files: FileStore;
  folders: FolderStore;
  sources: SourceStore;
}): Mentions {
  const { db, audit, files, folders, sources } = needs;
  const store = createMentionStore(needs.vault);

  return {
    async of(by, values) {
      const mentions = await store.of(db.read, values, MOST_MENTIONS);
      const ids = [...new Set(mentions.map(({ fileId }) => fileId))];
      const details = { files: ids.length, types: [...new Set(values.map(({ type }) => type))].join(' ') };
      await db.write((tx) =>
        audit.append(tx, {
          ...by,
          what: 'scan.person-looked-up',
          on: null,
          purpose: null,
          outcome: 'done',
          details,
        }),
      );
      const found = await files.byIds(db.read, ids);
      const places = await folders.byIds(
        db.read,
        [...found.values()].map(({ folderId }) => folderId),
      );
      const all = new Map((await sources.all(db.read)).map((source) => [source.id, source]));
      return [...found.values()].map((file) => ({
        file,
        folder: places.get(file.folderId) ?? null,
        source: all.get(file.sourceId) ?? null,
        by: mentions.filter(({ fileId }) => fileId === file.id),
      }));
    },
  };
}

/** More than one page shows, and the person is met everywhere. */
const MOST_MENTIONS = 500;
