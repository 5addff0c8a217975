import { auditMigrations } from '#audit/index.ts';
import { jobMigrations } from '#platform/jobs/index.ts';
import type { Migration } from '#platform/db/index.ts';

/** Every step of the database's shape, in order. Append only. */
export const migrations: readonly Migration[] = [...jobMigrations, ...auditMigrations];
