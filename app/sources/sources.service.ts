import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { By } from './by.ts';
import { limitBytes } from './byte-limit.ts';
import type { Folder, FolderStore } from './folders.store.ts';
import { checkLocalFolder, createLocalSource, type LocalFolderFault } from './local.ts';
import type { Shares } from './shares.service.ts';
import type { OpenSource } from './smb.ts';
import type { Source } from './source.ts';
import type { Pace, SourceRecord, SourceStore } from './sources.store.ts';

export interface Sources {
  all(): Promise<SourceRecord[]>;
  /** @throws Failure not-found */
  get(publicId: string): Promise<SourceRecord>;
  /** Adds a local folder as a source; answers what is wrong with it instead, if something is. */
  add(by: By, wanted: { name: string; folder: string }): Promise<SourceRecord | FolderRefused>;
  setPace(by: By, publicId: string, pace: Pace): Promise<void>;
  /** Removes the source and everything that was found in it; the record of it stays. */
  remove(by: By, publicId: string): Promise<void>;
  /** @throws Failure when the folder or the share cannot be read at the moment. */
  open(sourceId: number): Promise<OpenedSource>;
  /** One level of the folder tree; null: the level of the root. @throws Failure not-found */
  folder(publicId: string, folderId: number | null): Promise<FolderLevel>;
  /** As `folder`, for a page that shows the folders' names and whose they are: the sight is on the record first. */
  see(by: By, publicId: string, folderId: number | null): Promise<FolderLevel>;
  /** Says whose a folder's findings are; null withdraws it. @throws Failure not-found */
  map(by: By, publicId: string, folderId: number, personId: string | null): Promise<void>;
}

/** A source that is being read; whoever opened it closes it. */
export interface OpenedSource {
  readonly record: SourceRecord;
  readonly source: Source;
  close(): Promise<void>;
}

export type FolderRefused = { readonly refused: LocalFolderFault | 'appliance-itself' | 'known-already' };

export interface FolderLevel {
  readonly source: SourceRecord;
  /** Null before the first walk. */
  readonly folder: Folder | null;
  /** From the root down to the folder itself. */
  readonly trail: readonly Folder[];
  readonly below: readonly Folder[];
}

/** @param needs.ownFolders the appliance's own state and backups: they are never a source, nor lie in one. */
export function createSources(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  store: SourceStore;
  folders: FolderStore;
  ownFolders: readonly string[];
  shares: Pick<Shares, 'open'>;
}): Sources {
  const { db, audit, clock, store, folders } = needs;

  const found = (source: SourceRecord | null): SourceRecord => {
    if (source === null) throw notFound('source');
    return source;
  };

  const touchesOwn = async (root: string): Promise<boolean> => {
    const own = await Promise.all(needs.ownFolders.map(withoutLinks));
    return own.some((folder) => holds(root, folder) || holds(folder, root));
  };

  const record = (tx: Tx, by: By, what: Entry['what'], source: SourceRecord, details: Entry['details']) =>
    audit.append(tx, {
      ...by,
      what,
      on: { kind: 'source', id: source.publicId },
      purpose: null,
      outcome: 'done',
      details,
    });

  const openLocal = async ({ root }: SourceRecord): Promise<OpenSource> => {
    const local = await createLocalSource(root);
    // The place was agreed on without links. Whoever may write beside it could lead us elsewhere with one.
    if ((await realpath(root)) !== root || (await touchesOwn(root))) throw ledElsewhere();
    return { ...local, close: () => Promise.resolve() };
  };

  const levelOf: Sources['folder'] = async (publicId, folderId) => {
    const source = found(await store.byPublicId(db.read, publicId));
    const folder =
      folderId === null
        ? await folders.at(db.read, source.id, [])
        : ((await folders.byIds(db.read, [folderId])).get(folderId) ?? null);
    if (folderId !== null && folder?.sourceId !== source.id) throw notFound('folder');
    if (folder === null) return { source, folder, trail: [], below: [] };
    const above = folder.path.map((_, depth) => folders.at(db.read, source.id, folder.path.slice(0, depth)));
    const trail = (await Promise.all(above)).filter((step) => step !== null);
    return { source, folder, trail: [...trail, folder], below: await folders.below(db.read, folder.id) };
  };

  return {
    all: () => store.all(db.read),
    get: async (publicId) => found(await store.byPublicId(db.read, publicId)),

    async add(by, { name, folder }) {
      const fault = await checkLocalFolder(folder);
      if (fault !== null) return { refused: fault };
      const root = await realpath(folder);
      if (await touchesOwn(root)) return { refused: 'appliance-itself' };
      return db.write(async (tx) => {
        if ((await store.withRoot(tx, root)) !== null) return { refused: 'known-already' };
        const source = await store.add(tx, {
          publicId: newId(),
          kind: 'local',
          name,
          root,
          filesPerSecond: null,
          megabytesPerSecond: null,
          pausedAt: null,
          addedAt: clock.now(),
        });
        await record(tx, by, 'sources.added', source, { kind: source.kind });
        return source;
      });
    },

    async setPace(by, publicId, pace) {
      await db.write(async (tx) => {
        const source = found(await store.byPublicId(tx, publicId));
        await store.setPace(tx, source.id, pace);
        await record(tx, by, 'sources.changed', source, {
          before: source.filesPerSecond,
          after: pace.filesPerSecond,
          megabytesBefore: source.megabytesPerSecond,
          megabytesAfter: pace.megabytesPerSecond,
        });
      });
    },

    async remove(by, publicId) {
      await db.write(async (tx) => {
        const source = found(await store.byPublicId(tx, publicId));
        await store.remove(tx, source.id);
        await record(tx, by, 'sources.removed', source, { kind: source.kind });
      });
    },

    async open(sourceId) {
      const record = found(await store.byId(db.read, sourceId));
      const source = record.kind === 'smb' ? await needs.shares.open(record.id) : await openLocal(record);
      return {
        record,
        source: limitBytes(source, record.megabytesPerSecond),
        close: () => source.close(),
      };
    },

    folder: levelOf,

    async see(by, publicId, folderId) {
      const level = await levelOf(publicId, folderId);
      const details = { folder: level.folder?.id ?? null };
      await db.write((tx) => record(tx, by, 'sources.folders-seen', level.source, details));
      return level;
    },

    async map(by, publicId, folderId, personId) {
      await db.write(async (tx) => {
        const source = found(await store.byPublicId(tx, publicId));
        const folder = (await folders.byIds(tx, [folderId])).get(folderId);
        if (folder?.sourceId !== source.id) throw notFound('folder');
        await folders.map(tx, folderId, personId);
        const details = { folder: folderId, person: personId, before: folder.mappedTo };
        await record(tx, by, personId === null ? 'sources.unmapped' : 'sources.mapped', source, details);
      });
    },
  };
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The folder's own path, whatever links lead there; of one that is not there yet, as much as there is. */
async function withoutLinks(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    return folder === dirname(folder) ? folder : join(await withoutLinks(dirname(folder)), basename(folder));
  }
}

function ledElsewhere(): Failure {
  return new Failure(
    'invalid-input',
    "the source's folder is a link by now, or holds the appliance's own",
    'Look who put it there, then remove the source and add the folder anew.',
  );
}

function notFound(what: string): Failure {
  return new Failure(
    'not-found',
    `there is no such ${what}`,
    'It may have been removed; go back to the sources.',
  );
}
