import type { Migration } from '#platform/db/index.ts';

export const rulesMigrations: readonly Migration[] = [
  {
    name: '0010-rules',
    up: async (schema) => {
      await schema.schema.createTable('rule_versions', (table) => {
        table.integer('number').notNullable().primary();
        table.bigInteger('made_at').notNullable();
        table.string('made_by', 22).comment('a person');
        table.integer('restores').comment('the version that this one is equal to');
        table.binary('sealed').notNullable().comment('JSON: set, reason');
      });
      // One row, or none: what is being worked on.
      await schema.schema.createTable('rule_draft', (table) => {
        table.integer('id').notNullable().primary();
        table.integer('base').notNullable().comment('the version that it began as; 0: before the first');
        table.bigInteger('changed_at').notNullable();
        table.string('changed_by', 22);
        table.binary('sealed').notNullable().comment('JSON: set');
      });
      await schema.schema.createTable('name_lists', (table) => {
        table.string('id', 22).notNullable().primary();
        table.string('kind', 10).notNullable();
        table.bigInteger('added_at').notNullable();
        table.string('added_by', 22);
        table.integer('people').notNullable();
        table.binary('sealed').notNullable().comment('JSON: title, people');
      });
    },
  },
];
