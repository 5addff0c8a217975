import type { Knex } from 'knex';

/** One step of the database's shape. Numbered, append-only: a migration that has shipped is never edited. */
export interface Migration {
  /** `NNNN-<room>-<what>`; stored in the database, so it holds no file extension. */
  readonly name: string;
  readonly up: (schema: Knex) => Promise<void>;
}
