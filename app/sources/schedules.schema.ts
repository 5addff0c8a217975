import { z } from 'zod';
import type { Schedule } from './schedule.ts';

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

const day = z.literal('on').optional();
/** `22:00` or `6.30` as minutes since midnight; an empty field is no time. */
const timeOfDay = z
  .string()
  .trim()
  .regex(/^(([01]?\d|2[0-3])[:.][0-5]\d)?$/u, 'sources:schedule.no-time')
  .transform((text) => {
    const [hours = 0, minutes = 0] = text.split(/[:.]/u).map(Number);
    return text === '' ? null : hours * 60 + minutes;
  })
  .default(null);

/** No day at all: no schedule. An empty end: a scan reads until it is done. */
export const schedule = z
  .object({
    day1: day,
    day2: day,
    day3: day,
    day4: day,
    day5: day,
    day6: day,
    day7: day,
    begin: timeOfDay,
    end: timeOfDay,
  })
  .transform(({ begin, end, ...ticked }, context): Schedule | null => {
    const days = WEEK.filter((number) => ticked[`day${number}`] === 'on');
    if (days.length === 0) return null;
    if (begin === null) {
      context.addIssue({ code: 'custom', path: ['begin'], message: 'layout:form.required' });
      return z.NEVER;
    }
    return { days, beginMinute: begin, endMinute: end };
  });
