import { z } from 'zod';
import { dayInput, instantAt } from '@/domain/day';
import { optional, prose } from '@/domain/text';
import { audiences, deliveryModes, type Times } from './session';

export const SEATS_MAX = 2000;
export const TRAINERS_MAX = 6;
/** Nobody plans further ahead: a day beyond is a slip of the finger. */
export const DAYS_AHEAD_MAX = 731;

const REASON_MIN = 5;
const REASON_MAX = 500;
const NOTES_MAX = 1000;

const clockInput = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time', abort: true });
const seatsInput = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'not-a-number')
  .transform(Number)
  .refine((seats) => seats >= 1 && seats <= SEATS_MAX, 'seats-out-of-range');
/** A choice that must be made: an empty one is missed, not wrong. */
const idInput = z.guid('required');
const versionInput = z.coerce.number().int().positive();

const sessionFields = z.object({
  courseId: idInput,
  unitId: idInput,
  venueId: optional(idInput),
  day: dayInput,
  from: clockInput,
  to: clockInput,
  seats: seatsInput,
  mode: z.enum(deliveryModes),
  audience: z.enum(audiences),
  notes: optional(prose(0, NOTES_MAX)),
  trainerIds: z.array(idInput).max(TRAINERS_MAX, 'too-many').default([]),
});

type Fields = z.output<typeof sessionFields>;

/** Women meet in a hall, on the screen or both; only a unit's own meeting may take place where it always does. */
const needsHall = ({ mode, venueId }: Fields) => !(mode === 'in_person' || mode === 'mixed') || venueId !== undefined;
const ends = ({ from, to }: Fields) => from < to;

const HALL = { message: 'hall-required', path: ['venueId'] };
const END = { message: 'ends-before-start', path: ['to'] };

/** What is proposed. `approve` is the official's "Duyệt luôn": decided in the same step. */
export const proposeSessionInput = sessionFields
  .extend({ approve: optional(z.literal('yes')) })
  .refine(needsHall, HALL)
  .refine(ends, END);
export type ProposeSessionInput = z.output<typeof proposeSessionInput>;

export const editSessionInput = sessionFields
  .extend({ sessionId: idInput, version: versionInput, reason: optional(prose(0, REASON_MAX)) })
  .refine(needsHall, HALL)
  .refine(ends, END);
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
export const timesOf = ({ day, from, to }: Pick<Fields, 'day' | 'from' | 'to'>): Times => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(day, to),
});
