export { createVault, type MacPurpose, type Vault } from './vault.ts';
export { masterKeyInFolder } from './master-key.ts';
