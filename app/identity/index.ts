export { identityMigrations } from './migrations/0003-identity.ts';
