import { z } from 'zod';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

interface PasswordRow {
  id: string;
  added_at: number;
  added_by: string | null;
  sealed: Buffer;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    reading_passwords: PasswordRow;
  }
}

/** A password to try on what is enciphered, as the vault gives it back. */
export interface SealedPassword {
  readonly id: string;
  /** What the administrator called it, so that one can be told from another without being shown. */
  readonly label: string;
  readonly password: string;
  readonly addedAt: Date;
  /** A person's id; null: somebody without one. */
  readonly addedBy: string | null;
}

export interface PasswordStore {
  /** The oldest first. */
  all(db: Reader | Tx): Promise<SealedPassword[]>;
  add(tx: Tx, password: SealedPassword): Promise<void>;
  /** @returns false when there is no such password */
  remove(tx: Tx, id: string): Promise<boolean>;
  /** How many files that are there were not read, or not wholly, for want of a password. */
  lockedFiles(db: Reader): Promise<number>;
}

export function createPasswordStore(vault: Vault): PasswordStore {
  return {
    async all(db) {
      const rows = await db('reading_passwords').orderBy(['added_at', 'id']);
      return rows.map((row) => ({
        id: row.id,
        addedAt: new Date(row.added_at),
        addedBy: row.added_by,
        ...content.parse(JSON.parse(vault.openText(field(row.id), row.sealed))),
      }));
    },
    async add(tx, { id, label, password, addedAt, addedBy }) {
      await tx('reading_passwords').insert({
        id,
        added_at: addedAt.getTime(),
        added_by: addedBy,
        sealed: vault.seal(field(id), JSON.stringify({ label, password })),
      });
    },
    async remove(tx, id) {
      return (await tx('reading_passwords').where({ id }).delete()) > 0;
    },
    async lockedFiles(db) {
      const row = await db('files')
        .whereNull('gone_at')
        .whereRaw("status <> 'scanned'")
        .where({ reason: 'encrypted' })
        .count({ count: '*' })
        .first<{ count: number }>();
      return row.count;
    },
  };
}

const content = z.object({ label: z.string(), password: z.string() });

/** A row's sealed value opens in that row only. */
function field(id: string): string {
  return `reading_passwords.sealed/${id}`;
}
