import { fieldModel, type FormState, type Translate } from '#web/index.ts';
import { nextBegin, type Schedule, type WallTime } from './schedule.ts';
import type { Hold } from './schedules.service.ts';
import { WEEK } from './schedules.schema.ts';
import type { SourceRecord } from './sources.store.ts';

/** When a source is scanned, as its page shows it. */
export function presentSchedule(given: {
  t: Translate;
  source: SourceRecord;
  schedule: Schedule | null;
  hold: Hold | null;
  now: WallTime;
  form: FormState;
  address: string;
}) {
  const { t, source, schedule, hold, now, form, address } = given;
  const sent = Object.keys(form.values).length > 0;
  return {
    sentence: scheduleSentence(t, schedule, source),
    // words: sources:schedule.hold.*
    hold: hold === null ? null : t(`sources:schedule.hold.${hold}`, { next: nextText(t, schedule, now) }),
    next:
      schedule === null || hold !== null
        ? null
        : t('sources:schedule.next', { next: nextText(t, schedule, now) }),
    paused: hold === 'paused',
    // words: sources:schedule.weekday.*
    days: WEEK.map((day) => ({
      name: `day${day}`,
      label: t(`sources:schedule.weekday.${day}`),
      on: sent ? form.values[`day${day}`] === 'on' : (schedule?.days.includes(day) ?? false),
    })),
    form,
    open: Object.keys(form.errors).length > 0,
    fields: [
      fieldModel(t, form, {
        name: 'begin',
        label: t('sources:schedule.begin'),
        hint: t('sources:schedule.begin-hint'),
        maxlength: 5,
        initial: timeText(schedule?.beginMinute ?? null),
        autocomplete: 'off',
      }),
      fieldModel(t, form, {
        name: 'end',
        label: t('sources:schedule.end'),
        hint: t('sources:schedule.end-hint'),
        maxlength: 5,
        initial: timeText(schedule?.endMinute ?? null),
        autocomplete: 'off',
      }),
    ],
    action: `${address}/schedule`,
    pause: `${address}/pause`,
    resume: `${address}/resumption`,
  };
}

/** "Every night 22:00–06:00, at most 20 MB/s": all that is set about when and how fast a source is read. */
export function scheduleSentence(t: Translate, schedule: Schedule | null, source: SourceRecord): string {
  const { filesPerSecond, megabytesPerSecond } = source;
  return [
    schedule === null ? t('sources:schedule.by-hand') : timesText(t, schedule),
    ...(megabytesPerSecond === null
      ? []
      : [t('sources:schedule.at-most-megabytes', { count: megabytesPerSecond })]),
    ...(filesPerSecond === null ? [] : [t('sources:schedule.at-most-files', { count: filesPerSecond })]),
  ].join(', ');
}

function timesText(t: Translate, { days, beginMinute, endMinute }: Schedule): string {
  const begin = timeText(beginMinute);
  if (endMinute === null) return t('sources:schedule.from', { days: daysText(t, days, 'day'), begin });
  const overMidnight = endMinute <= beginMinute;
  return t('sources:schedule.between', {
    days: daysText(t, days, overMidnight ? 'night' : 'day'),
    begin,
    end: timeText(endMinute),
  });
}

// words: sources:schedule.every.*
// words: sources:schedule.short.*
function daysText(t: Translate, days: readonly number[], what: 'day' | 'night'): string {
  const set = days.join('');
  if (set === '1234567') return t(`sources:schedule.every.${what}`);
  if (set === '12345') return t('sources:schedule.every.workday');
  if (set === '67') return t('sources:schedule.every.weekend');
  const names = days.map((day) => t(`sources:schedule.short.${day}`));
  return t('sources:schedule.every.these', { days: names.join(', ') });
}

function nextText(t: Translate, schedule: Schedule | null, now: WallTime): string {
  if (schedule === null) return '';
  const { inDays, weekday } = nextBegin(schedule, now);
  const time = timeText(schedule.beginMinute);
  if (inDays === 0) return t('sources:schedule.today', { time });
  if (inDays === 1) return t('sources:schedule.tomorrow', { time });
  return t('sources:schedule.on-weekday', { day: t(`sources:schedule.weekday.${weekday}`), time });
}

/** Null: no time. */
function timeText(minute: number | null): string {
  if (minute === null) return '';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
