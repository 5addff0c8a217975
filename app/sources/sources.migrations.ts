import type { Migration } from '#platform/db/index.ts';

export const sourceMigrations: readonly Migration[] = [
  {
    name: '0005-sources',
    up: async (schema) => {
      await schema.schema.createTable('sources', (table) => {
        table.increments('id');
        table.string('public_id', 22).notNullable().unique();
        table.string('kind', 12).notNullable();
        table.binary('name').notNullable();
        table.binary('root').notNullable();
        table.binary('root_key').notNullable().unique();
        table.integer('files_per_second');
        table.bigInteger('added_at').notNullable();
      });
      await schema.schema.createTable('folders', (table) => {
        table.increments('id');
        table.integer('source_id').notNullable().references('id').inTable('sources').onDelete('CASCADE');
        table.integer('parent_id').references('id').inTable('folders').onDelete('CASCADE');
        table.integer('top_id').comment('the first folder below the root on the way here');
        table.binary('path').notNullable();
        table.binary('path_key').notNullable();
        table.string('mapped_to', 22).comment('the person to whom this very folder is mapped');
        table.string('owner_id', 22).comment('the person of the nearest mapping, here or above');
        table.string('unreadable', 20);
        table.bigInteger('gone_at');
        table.unique(['source_id', 'path_key']);
        table.index(['parent_id']);
        table.index(['owner_id']);
      });
    },
  },
  {
    name: '0014-shares',
    up: async (schema) => {
      await schema.schema.alterTable('sources', (table) => {
        table.integer('megabytes_per_second');
        table.bigInteger('paused_at').comment('nothing of it is read until somebody resumes it');
      });
      await schema.schema.createTable('shares', (table) => {
        table
          .integer('source_id')
          .primary()
          .references('id')
          .inTable('sources')
          .onDelete('CASCADE')
          .comment('a source of the kind smb');
        table.binary('address').notNullable();
        table.binary('account').notNullable();
        table.binary('secret').comment('the password; null for a guest');
        table.bigInteger('secret_at').notNullable();
        table.string('encryption', 10).notNullable();
        table.string('oldest', 10).notNullable();
        table.binary('risk_reason').comment('why less than SMB 3.1.1 with encryption is accepted');
        table.string('fault', 40).comment('what the last look at the connection found wrong');
        table.bigInteger('looked_at').notNullable();
      });
      await schema.schema.createTable('schedules', (table) => {
        table.integer('source_id').primary().references('id').inTable('sources').onDelete('CASCADE');
        table.string('days', 13).notNullable().comment('of 1 (Monday) to 7, with commas between');
        table.integer('begin_minute').notNullable().comment('of the day, by the clock on the wall');
        table.integer('end_minute').comment('null: a scan reads until it is done');
        table.string('last_day', 10).notNullable().comment('the day of the newest begin that was seen to');
      });
    },
  },
];
