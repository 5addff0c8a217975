import type { Migration, Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** A place that files are read from. */
export interface SourceRecord {
  readonly id: number;
  readonly publicId: string;
  readonly kind: 'local';
  /** What people call it. */
  readonly name: string;
  /** For a local source: the absolute folder. */
  readonly root: string;
  /** The most files a second that a scan may read; null: as fast as it can. */
  readonly filesPerSecond: number | null;
  readonly addedAt: Date;
}

interface SourceRow {
  id: number;
  public_id: string;
  kind: 'local';
  name: Buffer;
  root: Buffer;
  root_key: Buffer;
  files_per_second: number | null;
  added_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    sources: SourceRow;
  }
}

export const sourceMigrations: readonly Migration[] = [
  {
    name: '0005-sources',
    up: async (schema) => {
      await schema.schema.createTable('sources', (table) => {
        table.increments('id');
        table.string('public_id', 22).notNullable().unique();
        table.string('kind', 12).notNullable();
        table.binary('name').notNullable();
        table.binary('root').notNullable();
        table.binary('root_key').notNullable().unique();
        table.integer('files_per_second');
        table.bigInteger('added_at').notNullable();
      });
      await schema.schema.createTable('folders', (table) => {
        table.increments('id');
        table.integer('source_id').notNullable().references('id').inTable('sources').onDelete('CASCADE');
        table.integer('parent_id').references('id').inTable('folders').onDelete('CASCADE');
        table.integer('top_id').comment('the first folder below the root on the way here');
        table.binary('path').notNullable();
        table.binary('path_key').notNullable();
        table.string('mapped_to', 22).comment('the person to whom this very folder is mapped');
        table.string('owner_id', 22).comment('the person of the nearest mapping, here or above');
        table.string('unreadable', 20);
        table.bigInteger('gone_at');
        table.unique(['source_id', 'path_key']);
        table.index(['parent_id']);
        table.index(['owner_id']);
      });
    },
  },
];

export interface SourceStore {
  add(tx: Tx, source: Omit<SourceRecord, 'id'>): Promise<SourceRecord>;
  all(db: Reader | Tx): Promise<SourceRecord[]>;
  byPublicId(db: Reader | Tx, publicId: string): Promise<SourceRecord | null>;
  byId(db: Reader | Tx, id: number): Promise<SourceRecord | null>;
  withRoot(db: Reader | Tx, root: string): Promise<SourceRecord | null>;
  setPace(tx: Tx, id: number, filesPerSecond: number | null): Promise<void>;
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
    async setPace(tx, id, filesPerSecond) {
      await tx('sources').where({ id }).update({ files_per_second: filesPerSecond });
    },
    async remove(tx, id) {
      await tx('sources').where({ id }).delete();
    },
  };
}
