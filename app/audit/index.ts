export {
  createAudit,
  type Audit,
  type RecordLine,
  type RecordPage,
  type RecordQuery,
  type Verification,
} from './audit.service.ts';
export { auditMigrations } from './audit.store.ts';
export { deeds } from './entry.ts';
export type { Actor, Deed, Entry, StoredEntry } from './entry.ts';
export { merkleRoot } from './core/merkle.ts';
export type { Fault } from './core/chain.ts';
export { recordRoutes } from './record.routes.ts';
