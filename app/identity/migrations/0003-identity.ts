import type { Migration } from '#platform/db/index.ts';

/** People, their slips, sessions and failed sign-ins, and the few things that are known of the company. */
export const identityMigrations: readonly Migration[] = [
  {
    name: '0003-identity',
    up: async (knex) => {
      await knex.schema.createTable('people', (table) => {
        table.string('id', 22).primary();
        table.string('role', 20).notNullable();
        table.binary('sealed_name').notNullable();
        table.binary('sealed_login').notNullable();
        table.binary('login_index').notNullable().unique();
        table.string('language', 2).notNullable();
        table.bigInteger('invited_at').notNullable();
        table.bigInteger('joined_at');
        table.bigInteger('closed_at');
        table.binary('sealed_password');
        table.binary('password_mac');
      });
      // One verified creator: two set-ups at the same moment cannot both succeed, whatever the code above does.
      await knex.raw(
        "CREATE UNIQUE INDEX people_one_creator ON people (role) WHERE role = 'creator' AND closed_at IS NULL",
      );
      await knex.schema.createTable('slips', (table) => {
        table.string('id', 22).primary();
        table.string('person_id', 22).notNullable().references('id').inTable('people').index();
        table.binary('code_mac').notNullable().unique();
        table.bigInteger('made_at').notNullable();
        table.bigInteger('expires_at').notNullable();
        table.bigInteger('used_at');
        table.bigInteger('withdrawn_at');
      });
      await knex.schema.createTable('sessions', (table) => {
        table.binary('key').primary();
        table.string('person_id', 22).references('id').inTable('people').index();
        table.binary('sealed').notNullable();
        table.bigInteger('begun_at').notNullable();
        table.bigInteger('seen_at').notNullable();
      });
      await knex.schema.createTable('sign_in_failures', (table) => {
        table.binary('account').primary();
        table.integer('failures').notNullable();
        table.bigInteger('last_at').notNullable().index();
      });
      await knex.schema.createTable('settings', (table) => {
        table.string('name', 60).primary();
        table.string('value', 1000).notNullable();
      });
    },
  },
];
