import type { Reader, Tx } from '#platform/db/index.ts';
import { keptTally } from './kept.schema.ts';
import { nothingYet, type Run, type RunState, type Tally } from './run.ts';

interface RunRow {
  id: number;
  public_id: string;
  source_id: number;
  state: RunState;
  problem: string | null;
  asked_by: string | null;
  queued_at: number;
  begun_at: number | null;
  ended_at: number | null;
  cancel_asked: boolean | number;
  tally: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    runs: RunRow;
  }
}

export const runStore = {
  async add(
    tx: Tx,
    run: { publicId: string; sourceId: number; askedBy: string | null; at: Date },
  ): Promise<Run> {
    const row = {
      public_id: run.publicId,
      source_id: run.sourceId,
      state: 'queued' as const,
      problem: null,
      asked_by: run.askedBy,
      queued_at: run.at.getTime(),
      begun_at: null,
      ended_at: null,
      cancel_asked: false,
      tally: JSON.stringify(nothingYet),
    };
    const [id] = await tx('runs').insert(row);
    return runOf({ ...row, id: Number(id) });
  },

  async byPublicId(db: Reader | Tx, publicId: string): Promise<Run | null> {
    const row = await db('runs').where({ public_id: publicId }).first();
    return row === undefined ? null : runOf(row);
  },

  /** The run of this source that waits or is under way. */
  async active(db: Reader | Tx, sourceId: number): Promise<Run | null> {
    const row = await db('runs')
      .where({ source_id: sourceId })
      .whereIn('state', ['queued', 'running'])
      .first();
    return row === undefined ? null : runOf(row);
  },

  async newest(db: Reader | Tx, limit: number): Promise<Run[]> {
    return (await db('runs').orderBy('id', 'desc').limit(limit)).map(runOf);
  },

  async newestOf(db: Reader | Tx, sourceId: number): Promise<Run | null> {
    const row = await db('runs').where({ source_id: sourceId }).orderBy('id', 'desc').first();
    return row === undefined ? null : runOf(row);
  },

  /** The last run of this source that came to its end: what a first guess of the next one's size rests on. */
  async lastDone(db: Reader | Tx, sourceId: number): Promise<Run | null> {
    const row = await db('runs').where({ source_id: sourceId, state: 'done' }).orderBy('id', 'desc').first();
    return row === undefined ? null : runOf(row);
  },

  /** @returns false when it has ended in the meantime, or is there no more. */
  async begin(tx: Tx, id: number, tally: Tally, at: Date): Promise<boolean> {
    const begun = await tx('runs')
      .where({ id })
      .whereIn('state', ['queued', 'running'])
      .update({
        state: 'running',
        problem: null,
        tally: JSON.stringify(tally),
        begun_at: tx.raw('COALESCE(begun_at, ?)', [at.getTime()]),
      });
    return begun > 0;
  },

  /** @returns false when the run is there no more: its source was removed. */
  async keepTally(tx: Tx, id: number, tally: Tally): Promise<boolean> {
    const kept = await tx('runs')
      .where({ id })
      .update({ tally: JSON.stringify(tally) });
    return kept > 0;
  },

  /** It stays open, until its next job begins with it. */
  async wait(tx: Tx, id: number, wait: { problem: string; tally: Tally }): Promise<void> {
    await tx('runs')
      .where({ id })
      .update({ problem: wait.problem, tally: JSON.stringify(wait.tally) });
  },

  async end(
    tx: Tx,
    id: number,
    end: { state: 'done' | 'cancelled' | 'failed'; problem: string | null; tally: Tally; at: Date },
  ): Promise<void> {
    await tx('runs')
      .where({ id })
      .update({
        state: end.state,
        problem: end.problem,
        tally: JSON.stringify(end.tally),
        ended_at: end.at.getTime(),
      });
  },

  async askToCancel(tx: Tx, id: number): Promise<void> {
    await tx('runs').where({ id }).update({ cancel_asked: true });
  },
};

function runOf(row: RunRow): Run {
  const date = (at: number | null): Date | null => (at === null ? null : new Date(at));
  return {
    id: row.id,
    publicId: row.public_id,
    sourceId: row.source_id,
    state: row.state,
    problem: row.problem,
    askedBy: row.asked_by,
    queuedAt: new Date(row.queued_at),
    begunAt: date(row.begun_at),
    endedAt: date(row.ended_at),
    cancelAsked: Boolean(row.cancel_asked),
    tally: keptTally(row.tally),
  };
}
