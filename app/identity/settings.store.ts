import type { Reader, Tx } from '#platform/db/index.ts';

interface SettingRow {
  name: string;
  value: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    settings: SettingRow;
  }
}

/** What the creator says once of the company. Nothing here is personal, so nothing is sealed. */
export const settingsStore = {
  async get(db: Reader | Tx, name: 'company-name'): Promise<string | null> {
    return (await db('settings').where({ name }).first())?.value ?? null;
  },

  async set(tx: Tx, name: 'company-name', value: string): Promise<void> {
    await tx('settings').insert({ name, value }).onConflict('name').merge();
  },
};
