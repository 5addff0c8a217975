import type { Reader, Tx } from '#platform/db/index.ts';

interface SessionRow {
  key: Buffer;
  person_id: string | null;
  sealed: Buffer;
  begun_at: number;
  seen_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    sessions: SessionRow;
  }
}

export interface StoredSession {
  readonly personId: string | null;
  readonly sealed: Buffer;
  readonly begunAt: Date;
  readonly seenAt: Date;
}

/** Sessions in the database. `key` is an HMAC of the session id, which itself is only in the browser's cookie. */
export const sessionsStore = {
  async byKey(db: Reader | Tx, key: Buffer): Promise<StoredSession | null> {
    const row = await db('sessions').where({ key }).first();
    if (row === undefined) return null;
    return {
      personId: row.person_id,
      sealed: row.sealed,
      begunAt: new Date(row.begun_at),
      seenAt: new Date(row.seen_at),
    };
  },

  async begin(tx: Tx, key: Buffer, personId: string | null, sealed: Buffer, at: Date): Promise<void> {
    const times = { begun_at: at.getTime(), seen_at: at.getTime() };
    await tx('sessions').insert({ key, person_id: personId, sealed, ...times });
  },

  /** Changes nothing when the session has ended meanwhile: a late request must not bring it back. */
  async change(tx: Tx, key: Buffer, personId: string | null, sealed: Buffer, at: Date): Promise<void> {
    await tx('sessions').where({ key }).update({ person_id: personId, sealed, seen_at: at.getTime() });
  },

  async seen(tx: Tx, key: Buffer, at: Date): Promise<void> {
    await tx('sessions').where({ key }).update({ seen_at: at.getTime() });
  },

  async end(tx: Tx, key: Buffer): Promise<void> {
    await tx('sessions').where({ key }).delete();
  },

  /** @param except the key of a session that goes on */
  async endAllOf(tx: Tx, personId: string, except: Buffer | null): Promise<void> {
    const query = tx('sessions').where({ person_id: personId });
    if (except !== null) query.whereNot({ key: except });
    await query.delete();
  },

  async endExpired(tx: Tx, limits: { begunBefore: Date; seenBefore: Date }): Promise<number> {
    return tx('sessions')
      .where('begun_at', '<=', limits.begunBefore.getTime())
      .orWhere('seen_at', '<=', limits.seenBefore.getTime())
      .delete();
  },
};
