import { z } from 'zod';
import { addDays, addMonths, type Day, fromDate, toDate } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { prose } from '@/domain/texts/text';
import type { Host } from '@/domain/units/host';
import { versionInput } from '@/domain/version';

export const QUALIFICATION = 'digital_instructor';

/**
 * The months for which somebody is recognised, and how early before its end that may be renewed. Our own assumption.
 */
export const MONTHS = 24;
export const RENEWABLE_DAYS = 60;
/** A recognition may be dated back or ahead by so many days. */
export const SHIFT_DAYS = 60;

/** A recognition from a day until another one, which is the first on which it no longer holds. */
export type Qualification = {
  id: string;
  from: Day;
  to: Day;
  grantedBy: string | null;
  endedOn: Day | null;
  endReason: string | null;
  version: number;
};

export type QualificationState = 'ahead' | 'running' | 'over';

/** The state of a recognition on a day. */
export function qualificationState({ from, to }: Pick<Qualification, 'from' | 'to'>, day: Day): QualificationState {
  if (day < from) return from === to ? 'over' : 'ahead';
  return day < to ? 'running' : 'over';
}

/** The one that counts today: what runs, else what is ahead, else nothing. */
export const standingQualification = (all: readonly Qualification[], day: Day): Qualification | undefined =>
  all.find((each) => qualificationState(each, day) === 'running') ??
  all.find((each) => qualificationState(each, day) === 'ahead');

/** The last of those that follow each other; it is the one to renew. */
export const lastQualification = (all: readonly Qualification[]): Qualification | undefined =>
  [...all].filter(({ from, to }) => from < to).sort((one, other) => (one.to < other.to ? 1 : -1))[0];

/**
 * A recognition is renewed in its last sixty days, or after it has run out; one that was ended with a reason is
 * granted anew instead.
 */
export const isRenewable = ({ to, endedOn }: Qualification, day: Day) =>
  endedOn === null && addDays(to, -RENEWABLE_DAYS) <= day;

/** A renewal begins where the last one ends, or today where that is over. */
export const renewalFrom = ({ to }: Qualification, day: Day): Day => (to > day ? to : day);

export const recogniseInput = z.object({ personId: idInput, from: dayInput });
export type RecogniseInput = z.output<typeof recogniseInput>;
const which = { qualificationId: idInput, version: versionInput };
export const renewInput = z.object(which);
export type RenewInput = z.output<typeof renewInput>;
export const endQualificationInput = z.object({ ...which, reason: prose(3, 500) });
export type EndQualificationInput = z.output<typeof endQualificationInput>;

export type NeededSkill = { id: string; nameVi: string; nameEn: string; alone: boolean };

/** One that runs out soon, as the list of them shows it. */
export type EndingQualification = {
  id: string;
  personId: string;
  name: string;
  /** where her record is kept */
  host: Host;
  to: Day;
  demo: boolean;
};

export const toQualification = (row: {
  id: string;
  validFrom: Date;
  validTo: Date;
  endedAt: Date | null;
  endReason: string | null;
  version: number;
  grantedBy: { displayName: string } | null;
}): Qualification => ({
  id: row.id,
  from: fromDate(row.validFrom),
  to: fromDate(row.validTo),
  grantedBy: row.grantedBy?.displayName ?? null,
  endedOn: row.endedAt ? fromDate(row.validTo) : null,
  endReason: row.endReason,
  version: row.version,
});

export const asDays = (from: Day) => ({ validFrom: toDate(from), validTo: toDate(addMonths(from, MONTHS)) });
