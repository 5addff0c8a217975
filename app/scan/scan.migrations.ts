import type { Migration } from '#platform/db/index.ts';

export const scanMigrations: readonly Migration[] = [
  {
    name: '0006-scan',
    up: async (schema) => {
      await schema.schema.createTable('runs', (table) => {
        table.increments('id');
        table.string('public_id', 22).notNullable().unique();
        table.integer('source_id').notNullable().references('id').inTable('sources').onDelete('CASCADE');
        table.string('state', 12).notNullable();
        table.string('problem', 30).comment('why a run failed: a FailureCode');
        table.string('asked_by', 22);
        table.bigInteger('queued_at').notNullable();
        table.bigInteger('begun_at');
        table.bigInteger('ended_at');
        table.boolean('cancel_asked').notNullable().defaultTo(false);
        table.text('tally').notNullable().comment('JSON: run.ts, Tally');
        table.index(['source_id', 'id']);
        table.index(['state']);
      });
      await schema.schema.createTable('files', (table) => {
        table.increments('id');
        table.string('public_id', 22).notNullable().unique();
        table.integer('source_id').notNullable().references('id').inTable('sources').onDelete('CASCADE');
        table.integer('folder_id').notNullable().references('id').inTable('folders').onDelete('CASCADE');
        table.binary('name').notNullable();
        table.binary('path_key').notNullable();
        table.bigInteger('size').notNullable();
        table
          .double('modified_at')
          .notNullable()
          .comment('ms since 1970, with the fraction that the file system has');
        table.string('identity', 80).notNullable();
        table.string('status', 10).notNullable();
        table.string('reason', 14);
        table.string('mime', 120);
        table.string('language', 8);
        table.string('document_type', 40);
        table.string('risk', 6).notNullable();
        table.integer('score').notNullable();
        table
          .string('read_with', 200)
          .notNullable()
          .comment('what read it: the format and detectors, or what was lacking');
        table.binary('content_mac');
        table.bigInteger('read_at');
        table.integer('read_run').notNullable();
        table.bigInteger('gone_at');
        table.unique(['source_id', 'path_key']);
        table.index(['folder_id', 'gone_at']);
      });
      // In the order of the list of files, and with all that lists and dashboard narrow and count by: they read this
      // index and not a million rows.
      await schema.raw(
        `CREATE INDEX files_there ON files
           (score DESC, id, risk, status, reason, modified_at, size, folder_id, source_id, gone_at) WHERE gone_at IS NULL`,
      );
      // In the order of how files ended, so that a million are counted without being sorted.
      await schema.raw(
        'CREATE INDEX files_endings ON files (risk, status, reason, size, gone_at) WHERE gone_at IS NULL',
      );
      await schema.raw('CREATE INDEX files_gone ON files (id) WHERE gone_at IS NOT NULL');
      await schema.schema.createTable('file_findings', (table) => {
        table.integer('file_id').notNullable().references('id').inTable('files').onDelete('CASCADE');
        table.string('type', 40).notNullable();
        table.string('category', 14).notNullable();
        table.integer('count').notNullable();
        table.double('confidence').notNullable();
        table.primary(['file_id', 'type']);
        table.index(['type', 'category', 'file_id', 'count']);
      });
      await schema.schema.createTable('findings', (table) => {
        table.increments('id');
        // Without an index: it is asked for together with its file, and 128 random bits need no check.
        table.string('public_id', 22).notNullable();
        table.integer('file_id').notNullable().references('id').inTable('files').onDelete('CASCADE');
        table.string('type', 40).notNullable();
        table.string('category', 14).notNullable();
        table.double('confidence').notNullable();
        table.integer('count').notNullable();
        table.binary('blind_index').notNullable();
        table.binary('sealed').notNullable().comment('JSON: value, masked, snippet, evidence, places');
        table.index(['file_id']);
        table.index(['blind_index']);
      });
      await schema.schema.createTable('file_reads', (table) => {
        table
          .bigInteger('entry')
          .notNullable()
          .comment('the entry of the record whose Merkle root covers this read');
        table.integer('leaf').notNullable();
        table.integer('file_id').notNullable().comment('kept when the file is gone');
        table.binary('content_mac');
        table.bigInteger('at').notNullable();
        table.primary(['entry', 'leaf']);
        table.index(['file_id']);
      });
      await schema.schema.createTable('snapshots', (table) => {
        table.increments('id');
        table.bigInteger('at').notNullable();
        table.integer('files').notNullable();
        table.integer('with_findings').notNullable();
        table.integer('high').notNullable();
        table.integer('medium').notNullable();
        table.integer('low').notNullable();
      });
    },
  },
  {
    name: '0008-document-kinds',
    up: async (schema) => {
      await schema.schema.alterTable('files', (table) => {
        table.double('document_confidence').comment('0.5 to 1; null when document_type is');
        table.text('document_evidence').comment('JSON: detect, Evidence[]: codes, never text of the file');
      });
      // For the list by kind, in its order, and the dashboard's counts: only the few files that are of a kind.
      await schema.raw(
        `CREATE INDEX files_documents ON files
           (document_type, score DESC, id, risk, folder_id, source_id, gone_at)
         WHERE gone_at IS NULL AND document_type IS NOT NULL`,
      );
    },
  },
  {
    name: '0009-risk',
    up: async (schema) => {
      await schema.schema.createTable('risk_weights', (table) => {
        table.increments('version');
        table.bigInteger('at').notNullable();
        table.string('made_by', 22).comment("a person's id; null for the table that the product came with");
        table.binary('reason').comment('sealed');
        table.text('weights').notNullable().comment('JSON: detect, RiskWeights');
        table.integer('files').notNullable().comment('how many files there were to weigh anew');
        table.integer('done').notNullable();
        table.integer('through_id').notNullable().comment('the last file that was weighed');
        table.bigInteger('ended_at').comment('when all had been weighed');
      });
      await schema.schema.alterTable('file_findings', (table) => {
        table
          .integer('distinct_count')
          .notNullable()
          .defaultTo(0)
          .comment('distinct values; count is of places');
      });
      // The most that it can be, until the file is read again.
      await schema.raw('UPDATE file_findings SET distinct_count = count');
      await schema.schema.alterTable('files', (table) => {
        table.double('risk_points').notNullable().defaultTo(0).comment('the score before it is bent to 100');
        table
          .integer('risk_version')
          .notNullable()
          .defaultTo(0)
          .comment('risk_weights.version; 0: before there was one');
        table
          .integer('risk_age')
          .notNullable()
          .defaultTo(0)
          .comment('years: the step of age that was reached');
      });
      await schema.raw('UPDATE files SET risk_points = score');
      // As before, in the order of points: of files with one score the riskier comes first.
      await schema.raw('DROP INDEX files_there');
      await schema.raw(
        `CREATE INDEX files_there ON files
           (risk_points DESC, id, risk, status, reason, modified_at, size, folder_id, source_id, gone_at)
         WHERE gone_at IS NULL`,
      );
      await schema.raw('DROP INDEX files_documents');
      await schema.raw(
        `CREATE INDEX files_documents ON files
           (document_type, risk_points DESC, id, risk, folder_id, source_id, gone_at)
         WHERE gone_at IS NULL AND document_type IS NOT NULL`,
      );
      // For the nightly look at what has grown older.
      await schema.raw(
        "CREATE INDEX files_ageing ON files (risk_age, modified_at) WHERE gone_at IS NULL AND risk <> 'none'",
      );
    },
  },
  {
    name: '0011-allowed',
    up: async (schema) => {
      await schema.schema.createTable('file_allowed', (table) => {
        table.integer('file_id').notNullable().references('id').inTable('files').onDelete('CASCADE');
        table.string('type', 40).notNullable();
        table.integer('count').notNullable().comment('places that the company allows: no findings');
        table.primary(['file_id', 'type']);
      });
    },
  },
  {
    name: '0012-pictures',
    up: async (schema) => {
      await schema.schema.alterTable('files', (table) => {
        table.string('pictures', 7).comment('waiting to be read, or read; null: the file has none');
      });
      await schema.raw(
        "CREATE INDEX files_waiting ON files (source_id, id) WHERE pictures = 'waiting' AND gone_at IS NULL",
      );
    },
  },
  {
    name: '0013-coverage',
    up: async (schema) => {
      // Counts by type and ending, and the list by kind of file in the order of risk, without a look at the rows.
      await schema.raw(
        `CREATE INDEX files_coverage ON files (mime, status, reason, risk_points DESC, gone_at)
         WHERE gone_at IS NULL`,
      );
      // What may be tried again, and what is to be at the next scan: both the few.
      await schema.raw(
        "CREATE INDEX files_unread ON files (id) WHERE status <> 'scanned' AND gone_at IS NULL",
      );
      await schema.raw(
        "CREATE INDEX files_again ON files (source_id) WHERE read_with = 'again' AND gone_at IS NULL",
      );
    },
  },
  {
    name: '0015-copies',
    up: async (schema) => {
      // Which files hold this content: eight bytes of its HMAC tell a million of them apart.
      await schema.raw(
        'CREATE INDEX files_content ON files (substr(content_mac, 1, 8)) WHERE gone_at IS NULL AND content_mac IS NOT NULL',
      );
    },
  },
  {
    name: '0016-reading-passwords',
    up: async (schema) => {
      await schema.schema.createTable('reading_passwords', (table) => {
        table.string('id', 22).primary();
        table.bigInteger('added_at').notNullable();
        table.string('added_by', 22).comment("a person's id");
        table.binary('sealed').notNullable().comment('JSON: label, password');
      });
    },
  },
  {
    name: '0017-unreadable-folders',
    up: async (schema) => {
      await schema.raw(
        'CREATE INDEX folders_unreadable ON folders (id) WHERE unreadable IS NOT NULL AND gone_at IS NULL',
      );
    },
  },
];
