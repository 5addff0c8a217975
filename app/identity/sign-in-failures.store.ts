import type { Reader, Tx } from '#platform/db/index.ts';

interface FailureRow {
  account: Buffer;
  failures: number;
  last_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    sign_in_failures: FailureRow;
  }
}

/** Wrong passwords, counted by an HMAC of login and place: the table names neither. It survives a restart. */
export const signInFailuresStore = {
  async of(db: Reader | Tx, account: Buffer): Promise<{ failures: number; lastAt: Date } | null> {
    const row = await db('sign_in_failures').where({ account }).first();
    return row === undefined ? null : { failures: row.failures, lastAt: new Date(row.last_at) };
  },

  async set(tx: Tx, account: Buffer, failures: number, at: Date): Promise<void> {
    await tx('sign_in_failures')
      .insert({ account, failures, last_at: at.getTime() })
      .onConflict('account')
      .merge();
  },

  async forget(tx: Tx, account: Buffer): Promise<void> {
    await tx('sign_in_failures').where({ account }).delete();
  },

  async forgetBefore(tx: Tx, at: Date): Promise<void> {
    await tx('sign_in_failures').where('last_at', '<=', at.getTime()).delete();
  },
};
