import { z } from 'zod';
import { idInput } from '@/domain/id';
import { phoneInput } from '@/domain/people/phones/phone-input';
import { BATCH_MAX } from '@/domain/phone/phone';
import { line, optional } from '@/domain/texts/text';
import { type Mark, saidMarks } from './mark';
import { NAME_MAX } from './roster/roster';

/** Sessions whose names are fetched at once. */
export const ROSTERS_MAX = 20;

/** A day beyond which no clock goes: what a phone says of time is kept as it is, right or wrong. */
const instant = z.number().int().min(0).max(8_640_000_000_000);

/** A woman at the door, as the phone wrote her down; the enrolment's id is the phone's own. */
export const walkInInput = z.strictObject({
  name: line(1, NAME_MAX),
  phone: optional(phoneInput),
  unitId: optional(idInput),
});

const tapInput = z.strictObject({
  /** the phone's own count, from 1 */
  sequence: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  sessionId: idInput,
  enrolmentId: idInput,
  mark: z.enum(saidMarks),
  /** by the phone's clock, milliseconds since 1970 */
  markedAt: instant,
  walkIn: walkInInput.optional(),
});

export const deliveryInput = z.strictObject({
  deviceId: idInput,
  /** the phone's clock when it sends */
  clock: instant,
  taps: z.array(tapInput).min(1).max(BATCH_MAX),
});
export type Delivery = z.output<typeof deliveryInput>;
export type Tap = z.output<typeof tapInput>;
export type WalkIn = z.output<typeof walkInInput>;

/**
 * The portal's answer to a phone. `safe` taps may be forgotten there; `unknown` ones are for nobody it knows, and
 * stay.
 */
export type Delivered = {
  /** the portal's clock, milliseconds since 1970 */
  now: number;
  safe: number[];
  /** of those that are safe: kept, to be decided on by an official */
  held: number[];
  unknown: number[];
  /** how the women spoken of stand now, by the id that the phone uses */
  lines: { id: string; mark: Mark | null; conflict: boolean }[];
};

export const rosterInput = z.strictObject({
  deviceId: idInput,
  sessionIds: z.array(idInput).min(1).max(ROSTERS_MAX),
});
export type RosterInput = z.output<typeof rosterInput>;
