import { extname } from 'node:path/posix';
import { nameCues, type RuleSet } from '#detect/index.ts';
import { displayName } from '#kernel/file-name.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { FolderStore } from '#sources/index.ts';
import { allowedStore } from './allowed.store.ts';
import { copiesStore } from './copies.store.ts';
import type { ContentReading } from './file-result.ts';
import type { FileRow } from './file-rows.store.ts';
import type { FileStore } from './files.store.ts';
import { MOST_VALUES } from './inspection.ts';
import { isCurrent, type Readers } from './reader-print.ts';
import { allowancesOfPlace } from './reading-rules.ts';
import { createReadingsUnderWay, type Turn } from './readings-under-way.ts';

/** What is taken over from a copy, and the SHA-256 of the copy's content in hex. */
export type CopiedReading = ContentReading & { readonly contentHash: string };

/** A file that is about to be read, and how. */
export interface Wanted {
  readonly name: string;
  readonly size: number;
  readonly readers: Readers;
  readonly rules: RuleSet;
  /** The allowances of the place that it lies in. */
  readonly allowances: readonly string[];
  /** With the writing in its pictures. */
  readonly pictures: boolean;
}

/** Asked with the SHA-256 of a content in hex, before it is read: whether it need not be. */
export type IsKnown = (contentHash: string) => Promise<boolean>;

/** Content that was read once is not read again: a copy takes over what was found in it. */
export interface Copies {
  /**
   * What the same content came to before, or else what the reading comes to. While somebody else reads the same
   * content, this waits for it. Two files are copies for the same bytes, readers and rules, where their names say the
   * same of them.
   * @param read copies the content out, asks, and reads it only when the answer is no
   */
  once<Read extends ContentReading, Ended extends string>(
    wanted: Wanted,
    read: (isKnown: IsKnown) => Promise<Read | Ended>,
  ): Promise<CopiedReading | Read | Ended>;
}

/** @param needs.folders says where a copy lies, since allowances hold for places */
export function createCopies(needs: {
  db: Database;
  vault: Vault;
  files: FileStore;
  folders: Pick<FolderStore, 'byIds'>;
}): Copies {
  const { db, vault, files, folders } = needs;
  const underWay = createReadingsUnderWay();

  const kept = async (wanted: Wanted, mac: Buffer): Promise<ContentReading | null> => {
    for (const row of await copiesStore.withContent(db.read, { mac, size: wanted.size }))
      if (await isAlike(row, wanted)) {
        const reading = await readingOf(row);
        if (await copiesStore.isAsItWas(db.read, row)) return reading;
      }
    return null;
  };

  const isAlike = async (row: FileRow, wanted: Wanted): Promise<boolean> => {
    if (wanted.pictures && row.pictures === 'waiting') return false;
    if (!isCurrent(row.read_with, wanted.readers)) return false;
    if (!namesAlike(files.nameOf(row.name), wanted.name, row.mime)) return false;
    const folder = (await folders.byIds(db.read, [row.folder_id])).get(row.folder_id);
    if (folder === undefined) return false;
    return allowancesOfPlace(wanted.rules, row.source_id, folder.path).join() === wanted.allowances.join();
  };

  const readingOf = async (row: FileRow): Promise<ContentReading> => {
    const counts = await files.findings.countsOf(db.read, [row.id]);
    return {
      status: row.status,
      reason: row.reason,
      mime: row.mime,
      language: row.language,
      pictures: row.pictures,
      documentType: files.fileOf(row).documentType,
      readWith: row.read_with,
      counts: counts.get(row.id) ?? [],
      allowed: await allowedStore.ofFile(db.read, row.id),
      values: await files.findings.valuesOf(db.read, row.id, MOST_VALUES),
    };
  };

  /** Or the turn to read it, with which to say what came of it. */
  const taken = async (wanted: Wanted, contentHash: string): Promise<ContentReading | Turn> => {
    const mac = vault.mac('blind-index', 'files.content', contentHash);
    const { rules = null } = wanted.readers;
    const key = [mac.toString('hex'), rules, wanted.pictures, ...wanted.allowances].join(' ');
    for (let other = underWay.of(key); other !== null; other = underWay.of(key)) {
      const reading = await other.reading;
      if (reading === null) continue;
      return namesAlike(other.name, wanted.name, reading.mime) ? reading : () => undefined;
    }
    const turn = underWay.begin(key, wanted.name);
    const reading = await kept(wanted, mac).catch((error: unknown) => {
      turn(null);
      throw error;
    });
    if (reading === null) return turn;
    turn(reading);
    return reading;
  };

  return {
    async once(wanted, read) {
      const look: { copied: CopiedReading | null; turn: Turn | null } = { copied: null, turn: null };
      try {
        const ended = await read(async (contentHash) => {
          const had = await taken(wanted, contentHash);
          if (typeof had === 'function') look.turn = had;
          else look.copied = { ...had, contentHash };
          return look.copied !== null;
        });
        if (typeof ended !== 'string' && copiesStore.mayBeTaken(ended)) look.turn?.(ofContent(ended));
        return look.copied ?? ended;
      } finally {
        look.turn?.(null);
      }
    },
  };
}

/** Without what is the file's own. */
function ofContent(file: ContentReading): ContentReading {
  const { status, reason, mime, language, pictures, documentType, readWith, counts, allowed, values } = file;
  return { status, reason, mime, language, pictures, documentType, readWith, counts, allowed, values };
}

/**
 * Whether the two names say the same of one content: the ending tells kinds of text apart, words in a name are cues of
 * the kind of document, and what is packed alone is called after its file.
 */
function namesAlike(one: string, other: string, mime: string | null): boolean {
  if (one === other) return true;
  if (mime !== null && PACKED_ALONE.has(mime)) return false;
  return (
    extname(one).toLowerCase() === extname(other).toLowerCase() &&
    nameCues(displayName(one)) === nameCues(displayName(other))
  );
}

const PACKED_ALONE: ReadonlySet<string> = new Set([
  'application/gzip',
  'application/x-bzip2',
  'application/x-xz',
  'application/pkcs7-mime',
]);
