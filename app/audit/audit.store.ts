import type { Migration, Reader, Tx } from '#platform/db/index.ts';
import type { Link } from './core/chain.ts';

interface EntryRow {
  sequence: number;
  at: number;
  content_hash: Buffer;
  previous: Buffer;
  hash: Buffer;
}

interface ContentRow {
  sequence: number;
  salt: Buffer;
  sealed: Buffer;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    audit_entries: EntryRow;
    audit_contents: ContentRow;
  }
}

export const auditMigrations: readonly Migration[] = [
  {
    name: '0002-audit',
    up: async (schema) => {
      await schema.schema.createTable('audit_entries', (table) => {
        table.bigInteger('sequence').notNullable().primary();
        table.bigInteger('at').notNullable();
        table.binary('content_hash').notNullable();
        table.binary('previous').notNullable();
        table.binary('hash').notNullable();
      });
      await schema.schema.createTable('audit_contents', (table) => {
        table.bigInteger('sequence').notNullable().primary().references('sequence').inTable('audit_entries');
        table.binary('salt').notNullable();
        table.binary('sealed').notNullable();
      });
      for (const table of ['audit_entries', 'audit_contents']) {
        for (const deed of ['UPDATE', 'DELETE']) {
          await schema.raw(
            `CREATE TRIGGER ${table}_refuses_${deed.toLowerCase()} BEFORE ${deed} ON ${table} ` +
              `BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END`,
          );
        }
      }
    },
  },
];

export interface Content {
  readonly salt: Buffer;
  readonly sealed: Buffer;
}

/** An entry as it lies in the database; its content is null when it is missing. */
export interface Item {
  readonly link: Link;
  readonly content: Content | null;
}

export const auditStore = {
  async head(db: Tx | Reader): Promise<Link | null> {
    const row = await db('audit_entries').orderBy('sequence', 'desc').first();
    return row === undefined ? null : linkOf(row);
  },

  async append(tx: Tx, entry: Link, content: Content): Promise<void> {
    const { sequence, at } = entry;
    await tx('audit_entries').insert({
      sequence,
      at,
      content_hash: Buffer.from(entry.contentHash),
      previous: Buffer.from(entry.previous),
      hash: Buffer.from(entry.hash),
    });
    await tx('audit_contents').insert({ sequence, ...content });
  },

  /**
   * Links with their contents in the order of the record, from after `sequence`; at most `limit`. From null it starts
   * with whatever comes first, also with what should not be there.
   */
  async after(read: Reader, sequence: number | null, limit: number): Promise<Item[]> {
    const query = read('audit_entries')
      .leftJoin('audit_contents', 'audit_entries.sequence', 'audit_contents.sequence')
      .orderBy('audit_entries.sequence')
      .limit(limit);
    if (sequence !== null) void query.where('audit_entries.sequence', '>', sequence);
    return (await query.select<JoinedRow[]>(COLUMNS)).map(itemOf);
  },

  /** The newest first, from before `sequence` (exclusive; null: from the head). */
  async before(read: Reader, sequence: number | null, limit: number): Promise<Item[]> {
    const query = read('audit_entries')
      .leftJoin('audit_contents', 'audit_entries.sequence', 'audit_contents.sequence')
      .orderBy('audit_entries.sequence', 'desc')
      .limit(limit);
    if (sequence !== null) void query.where('audit_entries.sequence', '<', sequence);
    return (await query.select<JoinedRow[]>(COLUMNS)).map(itemOf);
  },
};

const COLUMNS = ['audit_entries.*', 'audit_contents.salt', 'audit_contents.sealed'];

/** The file can be edited from outside, and SQLite lets any column hold any kind of value: nothing is taken on trust. */
type JoinedRow = Readonly<Record<keyof EntryRow | 'salt' | 'sealed', unknown>>;

function itemOf(row: JoinedRow): Item {
  const { salt, sealed } = row;
  const content = salt instanceof Buffer && sealed instanceof Buffer ? { salt, sealed } : null;
  return { link: linkOf(row), content };
}

function linkOf(row: Readonly<Record<keyof EntryRow, unknown>>): Link {
  return {
    sequence: numberIn(row.sequence),
    at: numberIn(row.at),
    contentHash: bytesIn(row.content_hash),
    previous: bytesIn(row.previous),
    hash: bytesIn(row.hash),
  };
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}

function bytesIn(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
