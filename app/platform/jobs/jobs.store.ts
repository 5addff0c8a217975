import type { Migration, Tx } from '#platform/db/index.ts';

/** A piece of work that outlives the process. `subject` says on what; one job of a kind and subject at a time. */
export interface Job {
  readonly id: number;
  readonly kind: string;
  readonly subject: string;
  /** How often it was begun; more than once means that the process died under it. */
  readonly attempts: number;
}

type JobState = 'queued' | 'running' | 'done' | 'failed';

interface JobRow {
  id: number;
  kind: string;
  subject: string;
  state: JobState;
  attempts: number;
  queued_at: number;
  begun_at: number | null;
  ended_at: number | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    jobs: JobRow;
  }
}

export const jobMigrations: readonly Migration[] = [
  {
    name: '0001-jobs',
    up: async (schema) => {
      await schema.schema.createTable('jobs', (table) => {
        table.increments('id');
        table.string('kind', 60).notNullable();
        table.string('subject', 60).notNullable();
        table.string('state', 12).notNullable();
        table.integer('attempts').notNullable().defaultTo(0);
        table.bigInteger('queued_at').notNullable();
        table.bigInteger('begun_at');
        table.bigInteger('ended_at');
        table.index(['state', 'id']);
      });
      await schema.raw(
        "CREATE UNIQUE INDEX jobs_one_at_a_time ON jobs (kind, subject) WHERE state IN ('queued', 'running')",
      );
    },
  },
];

export const jobStore = {
  /** @returns false when a job of this kind and subject waits or runs already. */
  async enqueue(tx: Tx, kind: string, subject: string, at: Date): Promise<boolean> {
    const waiting = await tx('jobs')
      .where({ kind, subject })
      .whereIn('state', ['queued', 'running'])
      .first('id');
    if (waiting !== undefined) return false;
    await tx('jobs').insert({ kind, subject, state: 'queued', attempts: 0, queued_at: at.getTime() });
    return true;
  },

  /** Takes the oldest waiting job of one of these kinds, and marks it as running. */
  async takeNext(tx: Tx, kinds: readonly string[], at: Date): Promise<Job | null> {
    const row = await tx('jobs').where({ state: 'queued' }).whereIn('kind', kinds).orderBy('id').first();
    if (row === undefined) return null;
    const attempts = row.attempts + 1;
    await tx('jobs').where({ id: row.id }).update({ state: 'running', attempts, begun_at: at.getTime() });
    return { id: row.id, kind: row.kind, subject: row.subject, attempts };
  },

  async end(tx: Tx, id: number, state: 'done' | 'failed', at: Date): Promise<void> {
    await tx('jobs').where({ id }).update({ state, ended_at: at.getTime() });
  },

  /** Puts a job that the appliance's stop interrupted back at its place in the queue, as if it had not begun. */
  async putBack(tx: Tx, id: number): Promise<void> {
    await tx('jobs').where({ id }).update({ state: 'queued' }).decrement('attempts', 1);
  },

  /** After a start: whatever was running when the process died goes back into the queue. */
  async putBackAllRunning(tx: Tx): Promise<number> {
    return tx('jobs').where({ state: 'running' }).update({ state: 'queued' });
  },

  async kindsInQueue(tx: Tx): Promise<string[]> {
    const rows = await tx('jobs').where({ state: 'queued' }).distinct('kind');
    return rows.map(({ kind }) => kind);
  },

  async forgetEndedBefore(tx: Tx, before: Date): Promise<void> {
    await tx('jobs').whereIn('state', ['done', 'failed']).where('ended_at', '<', before.getTime()).delete();
  },
};
