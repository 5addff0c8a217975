import assert from 'node:assert/strict';
import { dueDay, mayRead, nextBegin, wallTime, type Schedule } from '../../app/sources/schedule.ts';

const NIGHTS: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], beginMinute: 22 * 60, endMinute: 6 * 60 };
const MONDAYS: Schedule = { days: [1], beginMinute: 22 * 60, endMinute: 6 * 60 };
const NOON_BREAK: Schedule = { days: [1, 2, 3, 4, 5], beginMinute: 12 * 60, endMinute: 13 * 60 };
const SUNDAY_MORNING: Schedule = { days: [7], beginMinute: 3 * 60, endMinute: null };

/** Monday 23 November 2026 is in winter: Copenhagen is an hour ahead. */
const at = (time: string) => wallTime(new Date(`${time}+01:00`), 'Europe/Copenhagen');

describe('a schedule', () => {
  it('goes by the clock on the wall', () => {
    assert.deepEqual(wallTime(new Date('2026-07-31T22:30:00Z'), 'Europe/Copenhagen'), {
      day: '2026-08-01',
      weekday: 6,
      minute: 30,
    });
  });

  it('keeps its night when clocks are changed', () => {
    for (const end of ['2026-03-29T03:59:00Z', '2026-10-25T04:59:00Z'])
      assert.ok(mayRead(NIGHTS, wallTime(new Date(end), 'Europe/Copenhagen')), end);
    for (const after of ['2026-03-29T04:00:00Z', '2026-10-25T05:00:00Z'])
      assert.ok(!mayRead(NIGHTS, wallTime(new Date(after), 'Europe/Copenhagen')), after);
  });

  it('reads from its begin up to its end, over midnight', () => {
    const reads = ['21:59', '22:00', '23:59'].map((time) => mayRead(NIGHTS, at(`2026-11-23T${time}`)));
    assert.deepEqual(reads, [false, true, true]);
    const morning = ['00:00', '05:59', '06:00'].map((time) => mayRead(NIGHTS, at(`2026-11-24T${time}`)));
    assert.deepEqual(morning, [true, true, false]);
  });

  it('reads within one day', () => {
    const reads = ['11:59', '12:00', '12:59', '13:00'].map((time) =>
      mayRead(NOON_BREAK, at(`2026-11-23T${time}`)),
    );
    assert.deepEqual(reads, [false, true, true, false]);
    assert.ok(!mayRead(NOON_BREAK, at('2026-11-22T12:30')));
  });

  it('has a night belong to the day on which it begins', () => {
    assert.ok(mayRead(MONDAYS, at('2026-11-24T05:59')));
    assert.ok(!mayRead(MONDAYS, at('2026-11-23T05:59')));
    assert.equal(dueDay(MONDAYS, at('2026-11-24T02:00')), '2026-11-23');
  });

  it('reads all day and night when it ends as it begins', () => {
    const always: Schedule = { days: [1, 2, 3, 4, 5, 6, 7], beginMinute: 600, endMinute: 600 };
    for (const time of ['09:59', '10:00', '23:00'])
      assert.ok(mayRead(always, at(`2026-11-23T${time}`)), time);
  });

  it('reads at any time without an end', () => {
    assert.ok(mayRead(SUNDAY_MORNING, at('2026-11-24T12:00')));
  });

  it('is due after its begin and, without an end, for two hours', () => {
    const due = ['02:59', '03:00', '04:59', '05:00'].map((time) =>
      dueDay(SUNDAY_MORNING, at(`2026-11-22T${time}`)),
    );
    assert.deepEqual(due, [null, '2026-11-22', '2026-11-22', null]);
  });

  it('is due through its whole window, so that an appliance that was off does not miss it', () => {
    assert.equal(dueDay(NIGHTS, at('2026-11-24T05:59')), '2026-11-23');
    assert.equal(dueDay(NIGHTS, at('2026-11-24T06:00')), null);
  });

  it('knows its next begin', () => {
    assert.deepEqual(nextBegin(NIGHTS, at('2026-11-23T21:59')), { inDays: 0, weekday: 1 });
    assert.deepEqual(nextBegin(NIGHTS, at('2026-11-23T22:00')), { inDays: 1, weekday: 2 });
    assert.deepEqual(nextBegin(MONDAYS, at('2026-11-23T22:00')), { inDays: 7, weekday: 1 });
    assert.deepEqual(nextBegin(SUNDAY_MORNING, at('2026-11-27T12:00')), { inDays: 2, weekday: 7 });
  });
});
