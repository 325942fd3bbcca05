import { z } from 'zod';
import { addDays, type Day, daysBetween, instantAt, startOf } from '@/domain/days/day';
import { clockInput, dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { languages } from '@/domain/people/language';
import { audiences } from '@/domain/scales/audience';
import { deliveryModes } from '@/domain/scales/delivery-mode';
import { optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import type { Times } from './session';

export const SEATS_MAX = 2000;
export const TRAINERS_MAX = 6;
/** Nobody plans further ahead: a day beyond is a slip of the finger. */
export const DAYS_AHEAD_MAX = 731;

export const REASON_MIN = 5;
export const REASON_MAX = 500;
const NOTES_MAX = 1000;
/** A fair or a camp; more is a series. The database allows 31 days. */
const DAYS_LONG_MAX = 30;

export const seatsInput = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'not-a-number')
  .transform(Number)
  .refine((seats) => seats >= 1 && seats <= SEATS_MAX, 'seats-out-of-range');
/** A choice that must be made: an empty one is missed, not wrong. */
const onlineUrlInput = z
  .string()
  .trim()
  .max(500, 'too-long')
  .pipe(z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'link-not-https' }));

/** The fields of a session; a series asks for the same, once. */
export const sessionFields = z.object({
  courseId: idInput,
  unitId: idInput,
  venueId: optional(idInput),
  day: dayInput,
  /** the day on which it ends, where that is another one */
  endDay: optional(dayInput),
  /** a fair has no hours: from the beginning of its day to the end of its last */
  allDay: optional(z.literal('yes')),
  from: optional(clockInput),
  to: optional(clockInput),
  seats: seatsInput,
  mode: z.enum(deliveryModes),
  audience: z.enum(audiences),
  language: z.enum(languages).default('vi'),
  /** where it is followed from home; shown to those who come, never on public pages */
  onlineUrl: optional(onlineUrlInput),
  notes: optional(prose(0, NOTES_MAX)),
  trainerIds: z.array(idInput).max(TRAINERS_MAX, 'too-many').default([]),
});

type Fields = z.output<typeof sessionFields>;

/** Women meet in a hall, on the screen or both; only a unit's own meeting may take place where it always does. */
export const needsHall = ({ mode, venueId }: Fields) =>
  !(mode === 'in_person' || mode === 'mixed') || venueId !== undefined;

/** Hours are needed unless it takes whole days; it ends after it begins, on another day only where one is named. */
export function checkTimes({ day, endDay, allDay, from, to }: Fields, { addIssue }: z.RefinementCtx) {
  const wrong = (field: string, message: string) => addIssue({ code: 'custom', message, path: [field] });
  const last = endDay ?? day;
  if (last < day) return wrong('endDay', 'ends-before-start');
  if (daysBetween(day, last) > DAYS_LONG_MAX) return wrong('endDay', 'too-many-days');
  if (allDay) return;
  if (!from) wrong('from', 'required');
  if (!to) wrong('to', 'required');
  if (from && to && last === day && to <= from) wrong('to', 'ends-before-start');
}

export const HALL = { message: 'hall-required', path: ['venueId'] };

/**
 * A proposal, from a call for trainers or of her own. `approve`, "Duyệt luôn", decides in the same step. `commune` is
 * the one that the form was drawn for; the unit says where it takes place.
 */
export const proposeSessionInput = sessionFields
  .extend({ approve: optional(z.literal('yes')), callId: optional(idInput), commune: optional(idInput) })
  .refine(needsHall, HALL)
  .superRefine(checkTimes);
export type ProposeSessionInput = z.output<typeof proposeSessionInput>;

export const editSessionInput = sessionFields
  .extend({ sessionId: idInput, version: versionInput, reason: optional(prose(0, REASON_MAX)) })
  .refine(needsHall, HALL)
  .superRefine(checkTimes);
export type EditSessionInput = z.output<typeof editSessionInput>;

export const decideSessionInput = z
  .object({
    sessionId: idInput,
    version: versionInput,
    decision: z.enum(['approve', 'refuse']),
    reason: optional(prose(REASON_MIN, REASON_MAX)),
  })
  .refine(({ decision, reason }) => decision === 'approve' || reason !== undefined, {
    message: 'reason-required',
    path: ['reason'],
  });
export type DecideSessionInput = z.output<typeof decideSessionInput>;

export const cancelSessionInput = z.object({
  sessionId: idInput,
  version: versionInput,
  reason: prose(REASON_MIN, REASON_MAX),
});
export type CancelSessionInput = z.output<typeof cancelSessionInput>;

/** When a form's session begins and ends: its day and clock are those of Viet Nam. */
export function timesOf({ day, endDay, allDay, from, to }: WishedTimes): Times {
  const last = endDay ?? day;
  if (allDay || !from || !to) return { startsAt: startOf(day), endsAt: startOf(addDays(last, 1)) };
  return { startsAt: instantAt(day, from), endsAt: instantAt(last, to) };
}

export type WishedTimes = {
  day: Day;
  endDay?: Day | undefined;
  allDay?: 'yes' | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
