import { z } from 'zod';
import { type Day, daysBetween } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

const NOTE_MAX = 500;

export const announceCallInput = z.object({
  courseId: idInput,
  unitId: idInput,
  wantedOn: dayInput,
  note: optional(prose(0, NOTE_MAX)),
});
export type AnnounceCallInput = z.output<typeof announceCallInput>;

export const withdrawCallInput = z.object({
  callId: idInput,
  version: versionInput,
  reason: prose(5, NOTE_MAX),
});
export type WithdrawCallInput = z.output<typeof withdrawCallInput>;

/** A call is answered while a session of it waits or stands: one that is refused or cancelled opens it again. */
export type CallState = 'open' | 'answered' | 'withdrawn';

/** Days from which on a day ahead is not near at all. */
const NEAR_DAYS = 60;
const WEIGHT_OF_TIME = 0.6;
const WEIGHT_OF_GAP = 0.4;
const HIGH = 70;
const MIDDLE = 40;

/**
 * How urgent a call is, 0 to 100: by how near its day is, and by how much of the commune is not covered. The weights
 * are our own judgement until the union gives others.
 */
export function urgencyOf({ daysLeft, gap }: { daysLeft: number; gap: number }): number {
  const nearness = Math.min(1, Math.max(0, 1 - daysLeft / NEAR_DAYS));
  return Math.round(100 * (WEIGHT_OF_TIME * nearness + WEIGHT_OF_GAP * Math.min(1, Math.max(0, gap))));
}

export type Urgency = 'high' | 'middle' | 'low';
export const urgencyWord = (urgency: number): Urgency =>
  urgency >= HIGH ? 'high' : urgency >= MIDDLE ? 'middle' : 'low';

/**
 * The share of a commune that is not covered, 0 to 1. A unit not known to be covered is not; without units nothing is
 * missing.
 */
export const gapOf = ({ units, covered, reported }: { units: number; covered: number; reported: boolean }): number =>
  units === 0 ? 0 : reported ? (units - covered) / units : 1;

export const daysLeftOf = (wantedOn: Day, today: Day) => Math.max(0, daysBetween(today, wantedOn));

/** A call as its list shows it, with why it is as urgent as it is. */
export type Call = {
  id: string;
  courseId: string;
  course: string;
  unit: { id: string; name: string };
  wantedOn: Day;
  note: string | null;
  state: CallState;
  urgency: number;
  daysLeft: number;
  /** in percent */
  gap: number;
  /** the session that answers it, where she may see it */
  sessionId: string | null;
  withdrawnReason: string | null;
  version: number;
  mayWithdraw: boolean;
};

/** The most urgent first; of equals the one wanted sooner. */
export const byUrgency = (one: Call, other: Call) =>
  other.urgency - one.urgency || one.wantedOn.localeCompare(other.wantedOn) || one.id.localeCompare(other.id);
