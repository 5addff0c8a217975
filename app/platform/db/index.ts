export { openDatabase, type Database, type Reader, type Tx } from './database.ts';
export { takeInstanceLock } from './instance-lock.ts';
export type { Migration } from './migration.ts';
