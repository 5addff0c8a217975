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
        table.bigInteger('sequence').primary();
        table.bigInteger('at').notNullable();
        table.binary('content_hash').notNullable();
        table.binary('previous').notNullable();
        table.binary('hash').notNullable();
      });
      await schema.schema.createTable('audit_contents', (table) => {
        table.bigInteger('sequence').primary().references('sequence').inTable('audit_entries');
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

  /** Links with their contents in the order of the record, from after `sequence`; at most `limit`. */
  async after(
    read: Reader,
    sequence: number,
    limit: number,
  ): Promise<{ link: Link; content: Content | null }[]> {
    const rows = await read('audit_entries')
      .leftJoin('audit_contents', 'audit_entries.sequence', 'audit_contents.sequence')
      .where('audit_entries.sequence', '>', sequence)
      .orderBy('audit_entries.sequence')
      .limit(limit)
      .select<(EntryRow & Partial<Content>)[]>(
        'audit_entries.*',
        'audit_contents.salt',
        'audit_contents.sealed',
      );
    return rows.map(withContent);
  },

  /** The newest first, from before `sequence` (exclusive; null: from the head). */
  async newest(
    read: Reader,
    before: number | null,
    limit: number,
  ): Promise<{ link: Link; content: Content | null }[]> {
    const query = read('audit_entries')
      .leftJoin('audit_contents', 'audit_entries.sequence', 'audit_contents.sequence')
      .orderBy('audit_entries.sequence', 'desc')
      .limit(limit);
    if (before !== null) query.where('audit_entries.sequence', '<', before);
    const rows = await query.select<(EntryRow & Partial<Content>)[]>(
      'audit_entries.*',
      'audit_contents.salt',
      'audit_contents.sealed',
    );
    return rows.map(withContent);
  },
};

function linkOf(row: EntryRow): Link {
  return {
    sequence: row.sequence,
    at: row.at,
    contentHash: row.content_hash,
    previous: row.previous,
    hash: row.hash,
  };
}

function withContent(row: EntryRow & Partial<Content>): { link: Link; content: Content | null } {
  const { salt, sealed } = row;
  return { link: linkOf(row), content: salt && sealed ? { salt, sealed } : null };
}
