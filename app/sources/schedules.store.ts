import type { Reader, Tx } from '#platform/db/index.ts';
import type { Schedule } from './schedule.ts';

interface ScheduleRow {
  source_id: number;
  days: string;
  begin_minute: number;
  end_minute: number | null;
  last_day: string;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    schedules: ScheduleRow;
  }
}

/** A schedule, and the day of the newest begin that was seen to (`2026-11-24`). */
export interface KeptSchedule extends Schedule {
  readonly lastDay: string;
}

export const scheduleStore = {
  async of(db: Reader | Tx, sourceId: number): Promise<KeptSchedule | null> {
    const row = await db('schedules').where({ source_id: sourceId }).first();
    return row === undefined ? null : scheduleOf(row);
  },

  /** By the source's id. */
  async all(db: Reader | Tx): Promise<Map<number, KeptSchedule>> {
    return new Map((await db('schedules')).map((row) => [row.source_id, scheduleOf(row)]));
  },

  async keep(
    tx: Tx,
    sourceId: number,
    { days, beginMinute, endMinute, lastDay }: KeptSchedule,
  ): Promise<void> {
    const row = {
      days: days.join(','),
      begin_minute: beginMinute,
      end_minute: endMinute,
      last_day: lastDay,
    };
    await tx('schedules')
      .insert({ source_id: sourceId, ...row })
      .onConflict('source_id')
      .merge(row);
  },

  async drop(tx: Tx, sourceId: number): Promise<void> {
    await tx('schedules').where({ source_id: sourceId }).delete();
  },

  async noteBegin(tx: Tx, sourceId: number, day: string): Promise<void> {
    await tx('schedules').where({ source_id: sourceId }).update({ last_day: day });
  },
};

function scheduleOf(row: ScheduleRow): KeptSchedule {
  return {
    days: row.days.split(',').map(Number),
    beginMinute: row.begin_minute,
    endMinute: row.end_minute,
    lastDay: row.last_day,
  };
}
