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
  /** Null before the set-up. */
  async companyName(db: Reader | Tx): Promise<string | null> {
    return (await db('settings').where({ name: COMPANY_NAME }).first())?.value ?? null;
  },

  async setCompanyName(tx: Tx, value: string): Promise<void> {
    await tx('settings').insert({ name: COMPANY_NAME, value }).onConflict('name').merge();
  },
};

const COMPANY_NAME = 'company-name';
