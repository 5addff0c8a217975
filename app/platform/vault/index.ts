export { createVault, type MacPurpose, type Vault } from './vault.ts';
export { masterKeyInFolder, parseMasterKey } from './master-key.ts';
export { vaultKeyStore, vaultMigrations } from './vault-keys.store.ts';
