import { z } from 'zod';
import { batchesOf } from '#kernel/batches.ts';
import { encodeName } from '#kernel/file-name.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** A folder of a source, as the last walk saw it. */
export interface Folder {
  readonly id: number;
  readonly sourceId: number;
  readonly parentId: number | null;
  readonly topId: number | null;
  /** Names from the root of the source, outermost first; empty for the root itself. */
  readonly path: readonly string[];
  readonly mappedTo: string | null;
  readonly ownerId: string | null;
  /** Why it could not be listed, or null. */
  readonly unreadable: string | null;
  readonly gone: boolean;
}

interface FolderRow {
  id: number;
  source_id: number;
  parent_id: number | null;
  top_id: number | null;
  path: Buffer;
  path_key: Buffer;
  mapped_to: string | null;
  owner_id: string | null;
  unreadable: string | null;
  gone_at: number | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    folders: FolderRow;
  }
}

export interface FolderStore {
  /** The unique key of a path within a source: names are encrypted, so that equality needs an HMAC. */
  pathKey(sourceId: number, path: readonly string[]): Buffer;
  /** The folder at a path, also when it is gone; null when no walk came by it yet. */
  at(db: Reader | Tx, sourceId: number, path: readonly string[]): Promise<Folder | null>;
  /** The folder at a path, made at the first time; the folder that holds it must have been kept before. */
  keep(tx: Tx, sourceId: number, path: readonly string[]): Promise<Folder>;
  markUnreadable(tx: Tx, folderId: number, reason: string | null): Promise<void>;
  /**
   * After a whole walk: marks as gone what it did not come by, save what lies below a folder that could not be
   * listed. @returns the ids of the folders that are gone now.
   */
  markUnseenAsGone(
    tx: Tx,
    walk: { sourceId: number; seen: ReadonlySet<number>; unreadable: ReadonlySet<number>; at: Date },
  ): Promise<number[]>;
  byIds(db: Reader | Tx, ids: readonly number[]): Promise<Map<number, Folder>>;
  /** The first of those that are there and could not be listed when a walk last came by, and how many there are. */
  unreadable(db: Reader | Tx, limit: number): Promise<{ readonly folders: Folder[]; readonly count: number }>;
  /** The folders right below one that are still there, in the order of their names. */
  below(db: Reader | Tx, parentId: number): Promise<Folder[]>;
  /** Every folder with a mapping of its own. */
  mapped(db: Reader | Tx): Promise<Folder[]>;
  /** Maps a folder to a person, or withdraws its mapping (null); the folders below follow unless they have one. */
  map(tx: Tx, folderId: number, personId: string | null): Promise<void>;
}

export function createFolderStore(vault: Vault): FolderStore {
  const folderOf = (row: FolderRow): Folder => ({
    id: row.id,
    sourceId: row.source_id,
    parentId: row.parent_id,
    topId: row.top_id,
    path: names.parse(JSON.parse(vault.openText('folders.path', row.path))),
    mappedTo: row.mapped_to,
    ownerId: row.owner_id,
    unreadable: row.unreadable,
    gone: row.gone_at !== null,
  });

  return {
    pathKey: (sourceId, path) => pathKey(vault, sourceId, path),

    async at(db, sourceId, path) {
      const row = await db('folders')
        .where({ source_id: sourceId, path_key: pathKey(vault, sourceId, path) })
        .first();
      return row === undefined ? null : folderOf(row);
    },

    async keep(tx, sourceId, path) {
      const key = pathKey(vault, sourceId, path);
      const known = await tx('folders').where({ source_id: sourceId, path_key: key }).first();
      if (known !== undefined) {
        if (known.gone_at !== null) await tx('folders').where({ id: known.id }).update({ gone_at: null });
        return folderOf({ ...known, gone_at: null });
      }
      const parent =
        path.length === 0
          ? null
          : await tx('folders')
              .where({ source_id: sourceId, path_key: pathKey(vault, sourceId, path.slice(0, -1)) })
              .first();
      if (parent === undefined) throw new Error('a walk names a folder before the folder that holds it');
      const row = {
        source_id: sourceId,
        parent_id: parent?.id ?? null,
        top_id: parent?.top_id ?? null,
        path: vault.seal('folders.path', JSON.stringify(path)),
        path_key: key,
        mapped_to: null,
        owner_id: parent?.owner_id ?? null,
        unreadable: null,
        gone_at: null,
      };
      const [inserted] = await tx('folders').insert(row);
      const id = Number(inserted);
      if (path.length === 1) {
        await tx('folders').where({ id }).update({ top_id: id });
        row.top_id = id;
      }
      return folderOf({ ...row, id });
    },

    async markUnreadable(tx, folderId, reason) {
      await tx('folders').where({ id: folderId }).update({ unreadable: reason });
    },

    async markUnseenAsGone(tx, { sourceId, seen, unreadable, at }) {
      const gone = new Set<number>();
      // A folder's row is made after that of the folder that holds it, so ids go from the root downwards.
      for await (const { id, parent_id: parent } of foldersThere(tx, sourceId)) {
        if (seen.has(id) || parent === null) continue;
        if (gone.has(parent) || (seen.has(parent) && !unreadable.has(parent))) gone.add(id);
      }
      for (const some of batchesOf([...gone], BINDINGS)) {
        await tx('folders').whereIn('id', some).update({ gone_at: at.getTime() });
      }
      return [...gone];
    },

    async byIds(db, ids) {
      const found = new Map<number, Folder>();
      for (const some of batchesOf([...new Set(ids)], BINDINGS)) {
        for (const row of await db('folders').whereIn('id', some)) found.set(row.id, folderOf(row));
      }
      return found;
    },

    async unreadable(db, limit) {
      const those = () => db('folders').whereNotNull('unreadable').whereNull('gone_at');
      const counted = await those().count({ count: '*' }).first<{ count: number }>();
      const rows = await those().orderBy('id').limit(limit);
      return { folders: rows.map(folderOf), count: counted.count };
    },

    async below(db, parentId) {
      const rows = await db('folders').where({ parent_id: parentId }).whereNull('gone_at');
      return rows.map(folderOf).sort((one, other) => lastName(one).localeCompare(lastName(other), 'da'));
    },

    async mapped(db) {
      return (await db('folders').whereNotNull('mapped_to').whereNull('gone_at')).map(folderOf);
    },

    async map(tx, folderId, personId) {
      const folder = await tx('folders').where({ id: folderId }).first();
      if (folder === undefined) throw new Error('no such folder');
      const parent =
        folder.parent_id === null
          ? undefined
          : await tx('folders').where({ id: folder.parent_id }).first('owner_id');
      const owner = personId ?? parent?.owner_id ?? null;
      await tx('folders').where({ id: folderId }).update({ mapped_to: personId, owner_id: owner });
      // The folders below take the new owner, each branch as far as a folder with a mapping of its own.
      await tx.raw(
        `WITH RECURSIVE below (id) AS (
           SELECT id FROM folders WHERE parent_id = ? AND mapped_to IS NULL
           UNION ALL
           SELECT folders.id FROM folders JOIN below ON folders.parent_id = below.id WHERE folders.mapped_to IS NULL
         ) UPDATE folders SET owner_id = ? WHERE id IN (SELECT id FROM below)`,
        [folderId, owner],
      );
    },
  };
}

/** Folders that are still there, by rising id, some at a time: there may be a million. */
async function* foldersThere(tx: Tx, sourceId: number): AsyncGenerator<Pick<FolderRow, 'id' | 'parent_id'>> {
  for (let last = 0; ;) {
    const rows = await tx('folders')
      .where({ source_id: sourceId })
      .whereNull('gone_at')
      .where('id', '>', last)
      .orderBy('id')
      .limit(FOLDERS_AT_A_TIME)
      .select('id', 'parent_id');
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

const FOLDERS_AT_A_TIME = 5000;

function pathKey(vault: Vault, sourceId: number, path: readonly string[]): Buffer {
  const parts = path.flatMap((name) => [encodeName(name), SEPARATOR]);
  return vault.mac('path-index', `source/${sourceId}`, Buffer.concat(parts));
}

/** A byte that no file name holds, on any system that we read. */
const SEPARATOR = Buffer.from('/');
/** SQLite takes 32,766 bindings in a statement; PostgreSQL more. */
const BINDINGS = 500;

function lastName(folder: Folder): string {
  return folder.path.at(-1) ?? '';
}

/** A folder's path as it is kept: names, outermost first. */
const names = z.array(z.string());
