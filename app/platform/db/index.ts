export { openDatabase, type Database, type Reader, type Tx } from './database.ts';
export type { Migration } from './migration.ts';
