import { auditMigrations } from '#audit/index.ts';
import { caMigrations } from '#ca/index.ts';
import { identityMigrations } from '#identity/index.ts';
import { jobMigrations } from '#platform/jobs/index.ts';
import type { Migration } from '#platform/db/index.ts';
import { rulesMigrations } from '#rules/index.ts';
import { scanMigrations } from '#scan/index.ts';
import { sourceMigrations } from '#sources/index.ts';
import { vaultMigrations } from '#platform/vault/index.ts';

/** Every step of the database's shape, in order. Append only. */
export const migrations: readonly Migration[] = [
  ...jobMigrations,
  ...auditMigrations,
  ...identityMigrations,
  ...vaultMigrations,
  ...caMigrations,
  ...sourceMigrations,
  ...scanMigrations,
  ...rulesMigrations,
];
