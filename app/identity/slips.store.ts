import type { Reader, Tx } from '#platform/db/index.ts';
import type { Slip } from './slip.ts';

interface SlipRow {
  id: string;
  person_id: string;
  code_mac: Buffer;
  made_at: number;
  expires_at: number;
  used_at: number | null;
  withdrawn_at: number | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    slips: SlipRow;
  }
}

/** Slips in the database. Of the code only an HMAC is there: who reads the table can join as nobody. */
export const slipsStore = {
  async insert(
    tx: Tx,
    slip: Pick<Slip, 'id' | 'personId' | 'madeAt' | 'expiresAt'>,
    codeMac: Buffer,
  ): Promise<void> {
    await tx('slips').insert({
      id: slip.id,
      person_id: slip.personId,
      code_mac: codeMac,
      made_at: slip.madeAt.getTime(),
      expires_at: slip.expiresAt.getTime(),
    });
  },

  async byCode(db: Reader | Tx, codeMac: Buffer): Promise<Slip | null> {
    const row = await db('slips').where({ code_mac: codeMac }).first();
    return row === undefined ? null : slipOf(row);
  },

  async byId(db: Reader | Tx, id: string): Promise<Slip | null> {
    const row = await db('slips').where({ id }).first();
    return row === undefined ? null : slipOf(row);
  },

  /** The newest slip of each person that has one, by the person's id. */
  async newestOfEach(db: Reader | Tx): Promise<Map<string, Slip>> {
    const rows = await db('slips').orderBy(['made_at', 'id']);
    return new Map(rows.map((row) => [row.person_id, slipOf(row)]));
  },

  /** @returns false if it was used or withdrawn before. */
  async use(tx: Tx, id: string, at: Date): Promise<boolean> {
    const changed = await tx('slips')
      .where({ id, used_at: null, withdrawn_at: null })
      .update({ used_at: at.getTime() });
    return changed === 1;
  },

  async withdrawAllOf(tx: Tx, personId: string, at: Date): Promise<void> {
    await tx('slips')
      .where({ person_id: personId, used_at: null, withdrawn_at: null })
      .update({ withdrawn_at: at.getTime() });
  },
};

function slipOf(row: SlipRow): Slip {
  return {
    id: row.id,
    personId: row.person_id,
    madeAt: new Date(row.made_at),
    expiresAt: new Date(row.expires_at),
    usedAt: row.used_at === null ? null : new Date(row.used_at),
    withdrawnAt: row.withdrawn_at === null ? null : new Date(row.withdrawn_at),
  };
}
