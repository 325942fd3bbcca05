import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { type Day, fromDate, toDate, today } from '@/domain/days/day';
import { type Ending, endDetail } from '@/domain/days/ending';
import { problem } from '@/domain/result';
import { lockedUntil } from '@/domain/units/period/period';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { holdVersion } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';

type Found = NonNullable<Awaited<ReturnType<typeof findMembership>>>;

/** One membership of hers as it stands, with its unit. */
export async function findMembership(
  tx: Transaction,
  { membershipId, personId }: { membershipId: string; personId: string },
) {
  const row = await tx.membership.findFirst({
    where: { id: membershipId, personId },
    select: { kind: true, validFrom: true, validTo: true, version: true, unit: { select: unitSelect() } },
  });
  return row && { ...row, unit: toUnit(row.unit) };
}

/** Why a membership cannot end then: it has ended, or the day is to come. */
export function refusalOfEnding({ validFrom, validTo }: Found, { lastDay }: Ending) {
  if (validTo) return problem('already-ended', endDetail(fromDate(validFrom), fromDate(validTo)));
  return lastDay && lastDay > today() ? problem('day-in-future') : null;
}

/** The same for a move: it cannot come before she came. */
export function refusalOfMove(found: Found, day: Day) {
  const first = fromDate(found.validFrom);
  return refusalOfEnding(found, { lastDay: day }) ?? (day < first ? problem('end-too-early', { day: first }) : null);
}

/** Days of an instructor's membership are counted in coverage: what is closed stays as it was. */
export async function refusalOfPeriod(tx: Transaction, personId: string, day: Day) {
  const until = await lockedUntil(tx, { instructorId: personId }, day);
  return until ? problem('period-locked', { until }) : null;
}

/** Ends a membership before this day; false where it is no more as she saw it. */
export async function closeMembership(
  tx: Transaction,
  { membershipId, version }: { membershipId: string; version: number },
  day: Day,
  endReason: string | null,
): Promise<boolean> {
  if (!(await holdVersion(tx, 'membership', membershipId, version))) return false;
  const data = { validTo: toDate(day), endReason };
  await tx.membership.update({ where: { id: membershipId }, data, select: { id: true } });
  return true;
}

export const changedMeanwhile = ({ version, kind }: Found) =>
  problem('changed-meanwhile', { version: String(version), kind });

/** What was done with her memberships, in the trail. */
export const trail = (
  tx: Transaction,
  viewer: Viewer,
  action: 'startMembership' | 'endMembership' | 'moveMembership',
  subjectId: string,
  unitId: string,
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'endMembership' ? 'ended' : 'changed',
    action,
    subjectType: 'person',
    subjectId,
    unitId,
    change,
  });
