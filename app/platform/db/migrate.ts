import type { Knex } from 'knex';
import { Failure } from '#kernel/errors.ts';
import type { Migration } from './migration.ts';

/**
 * Brings a database up to the last migration, each in a transaction of its own.
 * @throws Failure `damaged` if the database holds migrations that this version does not know.
 */
export async function migrate(writer: Knex, migrations: readonly Migration[]): Promise<void> {
  const config: Knex.MigratorConfig = {
    migrationSource: {
      getMigrations: () => Promise.resolve([...migrations]),
      getMigrationName: (migration: Migration) => migration.name,
      getMigration: (migration: Migration) => Promise.resolve({ up: migration.up, down: refuseDown }),
    },
  };
  // A process that was killed while it migrated leaves knex's own lock behind. Ours (instance-lock.ts) is the real
  // one: whoever opens the database is alone.
  await writer.migrate.forceFreeMigrationsLock(config);
  try {
    await writer.migrate.latest(config);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The migration directory is corrupt'))
      throw newer(error);
    throw error;
  }
}

function refuseDown(): Promise<void> {
  return Promise.reject(new Error('migrations go forward only'));
}

function newer(cause: Error): Failure {
  return new Failure(
    'damaged',
    'the database was written by a newer version of the appliance',
    'Start the version that wrote it, or restore a backup; nothing was changed.',
    { cause },
  );
}
