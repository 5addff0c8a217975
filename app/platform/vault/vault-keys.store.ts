import { Failure } from '#kernel/errors.ts';
import type { Migration, Tx } from '#platform/db/index.ts';
import type { Vault } from './vault.ts';

interface VaultKeyRow {
  id: string;
  first_used_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    vault_keys: VaultKeyRow;
  }
}

export const vaultMigrations: readonly Migration[] = [
  {
    name: '0007-vault-keys',
    up: async ({ schema }) => {
      await schema.createTable('vault_keys', (table) => {
        table.string('id', 8).primary();
        table.bigInteger('first_used_at').notNullable();
      });
    },
  },
];

/** The ids of the keys that something in the database is sealed under (ids only: no key lies in the database). */
export const vaultKeyStore = {
  /**
   * Notes that the vault's key seals here from now on.
   * @throws Failure `damaged` if the vault lacks a key that the database needs: with another key the appliance would
   *   start, read nothing that is there, and seal what is new under a key that does not belong.
   */
  async claim(tx: Tx, vault: Vault, at: Date): Promise<void> {
    const known = await tx('vault_keys').select('id');
    if (known.some(({ id }) => !vault.hasKey(id))) throw wrongKey();
    if (known.some(({ id }) => id === vault.keyId)) return;
    await tx('vault_keys').insert({ id: vault.keyId, first_used_at: at.getTime() });
  },
};

function wrongKey(): Failure {
  return new Failure(
    'damaged',
    'the master key is not the one that this database was written with',
    'Put back the key that belongs to the database (DM_MASTER_KEY_FILE, or master.key in the state folder).',
  );
}
