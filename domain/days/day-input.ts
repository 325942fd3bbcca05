import { z } from 'zod';
import { readClock, readDay } from './day-spelling';

/** A day from a form, in any spelling of `readDay`. An empty one is missed, not wrong. */
export const dayInput = z
  .string({ error: 'day-needed' })
  .trim()
  .min(1, { error: 'day-needed', abort: true })
  .transform((written, { addIssue }) => {
    const read = readDay(written);
    if (read.ok) return read.value;
    addIssue(read.problem);
    return z.NEVER;
  });

/** A time of day from a form, as the 24 hours say it. */
export const clockInput = z.string().transform((written, { addIssue }) => {
  const clock = readClock(written);
  if (clock !== null) return clock;
  addIssue('not-a-time');
  return z.NEVER;
});

/** How far ahead a status may be announced: a year and a day. */
export const AHEAD_DAYS_MAX = 366;
