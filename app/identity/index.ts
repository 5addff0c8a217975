export { createIdentity, type Identity } from './identity.ts';
export { identityMigrations } from './migrations/0003-identity.ts';
export { permissions, type Permission } from './permissions.ts';
export { addressOf } from './record-line.ts';
