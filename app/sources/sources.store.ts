import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** A place that files are read from. */
export interface SourceRecord {
  readonly id: number;
  readonly publicId: string;
  /** `local`: a folder of this machine; `smb`: a share, of which shares.store.ts knows the rest. */
  readonly kind: 'local' | 'smb';
  /** What people call it. */
  readonly name: string;
  /** The absolute folder; of a share `\\server\share\folder`. */
  readonly root: string;
  /** The most files a second that a scan may read; null: as fast as it can. */
  readonly filesPerSecond: number | null;
  /** The most that is read in a second, in megabytes (1,000,000 bytes); null: as fast as it can. */
  readonly megabytesPerSecond: number | null;
  /** Since when nothing of it is read, until somebody resumes it; null: it is read. */
  readonly pausedAt: Date | null;
  readonly addedAt: Date;
}

/** How fast a source may be read; null: as fast as it can. */
export type Pace = Pick<SourceRecord, 'filesPerSecond' | 'megabytesPerSecond'>;

interface SourceRow {
  id: number;
  public_id: string;
  kind: 'local' | 'smb';
  name: Buffer;
  root: Buffer;
  root_key: Buffer;
  files_per_second: number | null;
  megabytes_per_second: number | null;
  paused_at: number | null;
  added_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    sources: SourceRow;
  }
}

export interface SourceStore {
  add(tx: Tx, source: Omit<SourceRecord, 'id'>): Promise<SourceRecord>;
  all(db: Reader | Tx): Promise<SourceRecord[]>;
  byPublicId(db: Reader | Tx, publicId: string): Promise<SourceRecord | null>;
  byId(db: Reader | Tx, id: number): Promise<SourceRecord | null>;
  withRoot(db: Reader | Tx, root: string): Promise<SourceRecord | null>;
  setPace(tx: Tx, id: number, pace: Pace): Promise<void>;
  /** Null: it is read again. */
  setPaused(tx: Tx, id: number, at: Date | null): Promise<void>;
  /** Removes the source with all that was found in it. */
  remove(tx: Tx, id: number): Promise<void>;
}

export function createSourceStore(vault: Vault): SourceStore {
  const rootKey = (root: string): Buffer => vault.mac('path-index', 'sources.root', root);
  const sourceOf = (row: SourceRow): SourceRecord => ({
    id: row.id,
    publicId: row.public_id,
    kind: row.kind,
    name: vault.openText('sources.name', row.name),
    root: vault.openText('sources.root', row.root),
    filesPerSecond: row.files_per_second,
    megabytesPerSecond: row.megabytes_per_second,
    pausedAt: row.paused_at === null ? null : new Date(row.paused_at),
    addedAt: new Date(row.added_at),
  });
  const one = (row: SourceRow | undefined): SourceRecord | null => (row === undefined ? null : sourceOf(row));

  return {
    async add(tx, source) {
      const [id] = await tx('sources').insert({
        public_id: source.publicId,
        kind: source.kind,
        name: vault.seal('sources.name', source.name),
        root: vault.seal('sources.root', source.root),
        root_key: rootKey(source.root),
        files_per_second: source.filesPerSecond,
        megabytes_per_second: source.megabytesPerSecond,
        paused_at: source.pausedAt?.getTime() ?? null,
        added_at: source.addedAt.getTime(),
      });
      return { ...source, id: Number(id) };
    },
    all: async (db) => (await db('sources').orderBy('id')).map(sourceOf),
    byPublicId: async (db, publicId) => one(await db('sources').where({ public_id: publicId }).first()),
    byId: async (db, id) => one(await db('sources').where({ id }).first()),
    withRoot: async (db, root) =>
      one(
        await db('sources')
          .where({ root_key: rootKey(root) })
          .first(),
      ),
    async setPace(tx, id, { filesPerSecond, megabytesPerSecond }) {
      await tx('sources')
        .where({ id })
        .update({ files_per_second: filesPerSecond, megabytes_per_second: megabytesPerSecond });
    },
    async setPaused(tx, id, at) {
      await tx('sources')
        .where({ id })
        .update({ paused_at: at?.getTime() ?? null });
    },
    async remove(tx, id) {
      await tx('sources').where({ id }).delete();
    },
  };
}
