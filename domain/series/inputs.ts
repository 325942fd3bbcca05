import { z } from 'zod';
import { clockInput, dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import {
  checkTimes,
  HALL,
  needsHall,
  REASON_MAX,
  REASON_MIN,
  seatsInput,
  sessionFields,
  TRAINERS_MAX,
} from '@/domain/trainings/session-inputs';
import { EVERY_MAX, type Rule, repeats, SERIES_MAX, weekdays } from './series';

const SHIFT_MAX = 6;

const numberInput = (from: number, to: number, wrong: string) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,3}$/, { error: 'not-a-number', abort: true })
    .transform(Number)
    .refine((value) => value >= from && value <= to, wrong);

const fields = sessionFields.extend({
  repeat: z.enum(repeats),
  every: numberInput(1, EVERY_MAX, 'every-out-of-range'),
  /** besides that of the first day; read of a weekly one alone */
  weekdays: z.array(z.enum(weekdays)).max(weekdays.length).default([]),
  ends: z.enum(['count', 'until']),
  count: optional(numberInput(2, SERIES_MAX, 'count-out-of-range')),
  until: optional(dayInput),
  skipHolidays: optional(z.literal('yes')),
});
type Fields = z.output<typeof fields>;

function checkEnd({ day, ends, count, until }: Fields, { addIssue }: z.RefinementCtx) {
  if (ends === 'count' && count === undefined) addIssue({ code: 'custom', message: 'required', path: ['count'] });
  if (ends === 'until' && until === undefined) addIssue({ code: 'custom', message: 'day-needed', path: ['until'] });
  if (ends === 'until' && until && until <= day)
    addIssue({ code: 'custom', message: 'until-before-start', path: ['until'] });
}

/** A series as its form asks for it: one session, and how often. */
export const seriesInput = fields.refine(needsHall, HALL).superRefine(checkTimes).superRefine(checkEnd);
export type SeriesInput = z.output<typeof seriesInput>;

/** The same when it is confirmed: without the days that are left out. */
export const confirmSeriesInput = fields
  .extend({ leaveOut: z.array(dayInput).max(SERIES_MAX).default([]) })
  .refine(needsHall, HALL)
  .superRefine(checkTimes)
  .superRefine(checkEnd);
export type ConfirmSeriesInput = z.output<typeof confirmSeriesInput>;

export const ruleOf = ({ day, repeat, every, weekdays, ends, count, until, skipHolidays }: SeriesInput): Rule => ({
  first: day,
  repeat,
  every,
  weekdays,
  skipHolidays: skipHolidays === 'yes',
  ...(ends === 'until' && until ? { until } : { count: count ?? SERIES_MAX }),
});

const change = z.object({
  /** the first one that is changed */
  sessionId: idInput,
  from: optional(clockInput),
  to: optional(clockInput),
  /** it ends on the day after it begins */
  overnight: optional(z.literal('yes')),
  /** so many days later, or earlier */
  shiftDays: numberInput(-SHIFT_MAX, SHIFT_MAX, 'shift-out-of-range'),
  venueId: optional(idInput),
  trainerIds: z.array(idInput).max(TRAINERS_MAX, 'too-many').default([]),
  seats: seatsInput,
  reason: optional(prose(0, REASON_MAX)),
});

function checkHours({ from, to, overnight }: z.output<typeof change>, { addIssue }: z.RefinementCtx) {
  const wrong = (field: string, message: string) => addIssue({ code: 'custom', message, path: [field] });
  if (from && !to) wrong('to', 'required');
  if (to && !from) wrong('from', 'required');
  if (from && to && !overnight && to <= from) wrong('to', 'ends-before-start-overnight');
}

/** A change of a series from one session on; without hours it keeps those it has. */
export const changeSeriesInput = change.superRefine(checkHours);
export type ChangeSeriesInput = z.output<typeof changeSeriesInput>;

export const confirmChangeInput = change
  .extend({ leaveOut: z.array(idInput).max(SERIES_MAX).default([]) })
  .superRefine(checkHours);
export type ConfirmChangeInput = z.output<typeof confirmChangeInput>;

export const cancelSeriesInput = z.object({ sessionId: idInput, reason: prose(REASON_MIN, REASON_MAX) });
export type CancelSeriesInput = z.output<typeof cancelSeriesInput>;
