import { z } from 'zod';
import type { KnownPeople } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { ListedPerson } from './name-list.ts';

interface NameListRow {
  id: string;
  kind: KnownPeople['kind'];
  added_at: number;
  added_by: string | null;
  people: number;
  sealed: Buffer;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    name_lists: NameListRow;
  }
}

/** A list of employees or customers, without who is on it. */
export interface NameListHead {
  readonly id: string;
  readonly kind: KnownPeople['kind'];
  readonly title: string;
  readonly addedAt: Date;
  readonly addedBy: string | null;
  /** How many are on it. */
  readonly people: number;
}

export interface NameList extends Omit<NameListHead, 'people'> {
  readonly people: readonly ListedPerson[];
}

export interface NameListStore {
  /** With everybody on them, the oldest first. */
  all(db: Reader | Tx): Promise<NameList[]>;
  add(tx: Tx, list: NameList): Promise<void>;
  /** @returns false when there is no such list */
  remove(tx: Tx, id: string): Promise<boolean>;
}

export function createNameListStore(vault: Vault): NameListStore {
  return {
    async all(db) {
      const rows = await db('name_lists').orderBy(['added_at', 'id']);
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        addedAt: new Date(row.added_at),
        addedBy: row.added_by,
        ...content.parse(JSON.parse(vault.openText(`name_lists.sealed/${row.id}`, row.sealed))),
      }));
    },
    async add(tx, { id, kind, title, addedAt, addedBy, people }) {
      await tx('name_lists').insert({
        id,
        kind,
        added_at: addedAt.getTime(),
        added_by: addedBy,
        people: people.length,
        sealed: vault.seal(`name_lists.sealed/${id}`, JSON.stringify({ title, people })),
      });
    },
    async remove(tx, id) {
      return (await tx('name_lists').where({ id }).delete()) > 0;
    },
  };
}

const content = z.object({
  title: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), number: z.string(), cpr: z.string() })),
});
