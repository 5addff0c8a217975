import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { By } from './by.ts';
import { dueDay, mayRead, wallTime, type Schedule, type WallTime } from './schedule.ts';
import { scheduleStore } from './schedules.store.ts';
import type { SourceRecord, SourceStore } from './sources.store.ts';

/** Why nothing of a source is read at the moment: somebody paused it, or its schedule's window is closed. */
export type Hold = 'paused' | 'window';

/** When sources are scanned by themselves, and when nothing of them may be read. */
export interface Schedules {
  of(sourceId: number): Promise<Schedule | null>;
  /** Null: it is scanned when somebody asks for it. @throws Failure not-found */
  set(by: By, publicId: string, schedule: Schedule | null): Promise<void>;
  /** Nothing of the source is read until `resume`; a scan under way goes on from there. @throws Failure not-found */
  pause(by: By, publicId: string): Promise<void>;
  resume(by: By, publicId: string): Promise<void>;
  holdOf(sourceId: number): Promise<Hold | null>;
  /** Every source with what holds it, and whether a scan of it is due. */
  standing(): Promise<readonly Standing[]>;
  /** From now on no scan is due for this begin. */
  noteBegin(sourceId: number, day: string): Promise<void>;
  /** This moment by the clock on the wall, in the appliance's time zone. */
  now(): WallTime;
}

export interface Standing {
  readonly source: SourceRecord;
  readonly schedule: Schedule | null;
  readonly hold: Hold | null;
  /** The day of the begin that a scan is due for; null: none is. */
  readonly dueDay: string | null;
}

/** @param needs.changed is called after each change: scans have to be held or let go on at once. */
export function createSchedules(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  store: SourceStore;
  timeZone: string;
  changed: () => void;
}): Schedules {
  const { db, audit, clock, store, timeZone } = needs;
  const now = (): WallTime => wallTime(clock.now(), timeZone);

  const change = async (
    by: By,
    publicId: string,
    deed: Pick<Entry, 'what' | 'details'>,
    work: (tx: Tx, source: SourceRecord) => Promise<void>,
  ): Promise<void> => {
    await db.write(async (tx) => {
      const source = await store.byPublicId(tx, publicId);
      if (source === null) throw notFound();
      await work(tx, source);
      const on = { kind: 'source', id: publicId };
      await audit.append(tx, { ...by, ...deed, on, purpose: null, outcome: 'done' });
    });
    needs.changed();
  };

  return {
    now,
    of: (sourceId) => scheduleStore.of(db.read, sourceId),

    async set(by, publicId, schedule) {
      const details =
        schedule === null
          ? { days: null }
          : { days: schedule.days.join(''), begin: schedule.beginMinute, end: schedule.endMinute };
      await change(by, publicId, { what: 'sources.scheduled', details }, async (tx, source) => {
        if (schedule === null) return scheduleStore.drop(tx, source.id);
        // A begin that has passed already is not made up for: the first scan is that of the next one.
        const lastDay = dueDay(schedule, now()) ?? '';
        await scheduleStore.keep(tx, source.id, { ...schedule, lastDay });
      });
    },

    pause: (by, publicId) =>
      change(by, publicId, { what: 'sources.paused', details: {} }, (tx, { id, pausedAt }) =>
        store.setPaused(tx, id, pausedAt ?? clock.now()),
      ),

    resume: (by, publicId) =>
      change(by, publicId, { what: 'sources.resumed', details: {} }, (tx, { id }) =>
        store.setPaused(tx, id, null),
      ),

    async holdOf(sourceId) {
      const source = await store.byId(db.read, sourceId);
      return source === null ? null : holdOf(source, await scheduleStore.of(db.read, sourceId), now());
    },

    async standing() {
      const [sources, schedules] = await Promise.all([store.all(db.read), scheduleStore.all(db.read)]);
      return sources.map((source) => {
        const schedule = schedules.get(source.id) ?? null;
        const day = schedule === null ? null : dueDay(schedule, now());
        const due = schedule !== null && day !== null && day > schedule.lastDay;
        return { source, schedule, hold: holdOf(source, schedule, now()), dueDay: due ? day : null };
      });
    },

    noteBegin: (sourceId, day) => db.write((tx) => scheduleStore.noteBegin(tx, sourceId, day)),
  };
}

function holdOf(source: SourceRecord, schedule: Schedule | null, now: WallTime): Hold | null {
  if (source.pausedAt !== null) return 'paused';
  return schedule === null || mayRead(schedule, now) ? null : 'window';
}

function notFound(): Failure {
  return new Failure(
    'not-found',
    'there is no such source',
    'It may have been removed; go back to the sources.',
  );
}
