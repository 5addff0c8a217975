/**
 * When a source is scanned by itself: on some days, from a time of the day on. With an end, nothing of the source is
 * read at other times, and a scan goes on at the next begin where it was. Times are those of the clock on the wall, so
 * that a night stays a night when clocks are changed.
 */
export interface Schedule {
  /** The days that it begins on, 1 (Monday) to 7, rising; never empty. */
  readonly days: readonly number[];
  /** Minutes since midnight, 0 to 1439. */
  readonly beginMinute: number;
  /** Minutes since midnight, of the next day when it is not after the begin; null: a scan reads until it is done. */
  readonly endMinute: number | null;
}

/** A moment as the clock on the wall shows it. */
export interface WallTime {
  /** `2026-11-24` */
  readonly day: string;
  /** 1 (Monday) to 7. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

export function wallTime(at: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return { day, weekday: weekdayOf(day), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** Whether a source may be read now: always without an end, otherwise between begin and end. */
export function mayRead(schedule: Schedule, now: WallTime): boolean {
  return schedule.endMinute === null || windowDay(schedule, now) !== null;
}

/**
 * The day of the begin that a scan is due for: within the window or, without an end, for a while after the begin (an
 * appliance that was off for the night must not begin in the middle of the day). Null: none is due.
 */
export function dueDay(schedule: Schedule, now: WallTime): string | null {
  if (schedule.endMinute !== null) return windowDay(schedule, now);
  const late = now.minute - schedule.beginMinute;
  return schedule.days.includes(now.weekday) && late >= 0 && late < LATEST_MINUTES ? now.day : null;
}

/** The next begin after now: how many days from today, and its weekday. */
export function nextBegin(
  { days, beginMinute }: Schedule,
  now: WallTime,
): { inDays: number; weekday: number } {
  for (let inDays = now.minute < beginMinute ? 0 : 1; ; inDays++) {
    const weekday = ((now.weekday - 1 + inDays) % 7) + 1;
    if (days.includes(weekday)) return { inDays, weekday };
  }
}

/** The day on which the window that is open now began; null: none is open. */
function windowDay({ days, beginMinute, endMinute }: Schedule, now: WallTime): string | null {
  const end = endMinute ?? beginMinute;
  const overMidnight = end <= beginMinute;
  const begun = now.minute >= beginMinute && (overMidnight || now.minute < end);
  if (begun && days.includes(now.weekday)) return now.day;
  const yesterday = ((now.weekday + 5) % 7) + 1;
  return overMidnight && now.minute < end && days.includes(yesterday) ? dayBefore(now.day) : null;
}

function weekdayOf(day: string): number {
  return ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

function dayBefore(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}

const LATEST_MINUTES = 120;
