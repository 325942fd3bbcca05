import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, monthStart, toDate, today } from '@/domain/days/day';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { DUE_DAYS } from '@/domain/reports/periods/period';
import { findReport } from '@/domain/reports/queries';
import type { SignInput } from '@/domain/reports/report';
import { carryOutSignings } from '@/domain/reports/signing/carry-out-commands';
import { findSigningSoon } from '@/domain/reports/signing/signing-queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { signedIn, type TestUnit } from '@/test/union';

/** A month that is over, so many before this one, of which a report is owed; answers with its id. */
export async function makePastMonth(months = 1, { owed = true } = {}): Promise<string> {
  const startsOn = monthStart(today(), -months);
  const endsOn = monthStart(today(), 1 - months);
  const kind = 'month' as const;
  const days = {
    startsOn: toDate(startsOn),
    endsOn: toDate(endsOn),
    dueOn: toDate(addDays(endsOn, DUE_DAYS.month - 1)),
  };
  const { id } = await db.reportingPeriod.upsert({
    where: { kind_startsOn: { kind, startsOn: days.startsOn } },
    create: { kind, ...days, owed },
    update: { owed },
    select: { id: true },
  });
  return id;
}

/** First and last day of that month. */
export const pastMonth = (months = 1): { from: Day; to: Day } => ({
  from: monthStart(today(), -months),
  to: addDays(monthStart(today(), 1 - months), -1),
});

/** What the page sends of whoever signs the report as it stands now. */
export async function readyToSign(viewer: Viewer, unitId: string, periodId: string): Promise<SignInput> {
  const found = await findReport(viewer, unitId, periodId);
  if (!found) throw new Error('no report');
  return { unitId, periodId, version: found.row.version, seen: found.content.digest };
}

/** An official of the city with an account that holds the role: whoever works for her later finds her rights. */
export const makeCityOfficial = async ({ id }: TestUnit): Promise<Viewer> =>
  signedIn(await createAccountWithRole(db, 'province_official', [{ id }]));

/** Signs the report of the city and has the job do it: how it ended, or why it was not begun. */
export async function signCity(viewer: Viewer, input: SignInput): Promise<string> {
  const asked = await signReport(viewer, input);
  if (!asked.ok) return asked.problem;
  await carryOutSignings();
  const signing = await findSigningSoon(viewer, input.unitId, input.periodId);
  return signing?.problem ?? signing?.state ?? 'none';
}

/** A unit with an active family and a pair that is tied to it, since a day. */
export async function makeCovered(at: TestUnit, from: Day = '2025-08-15', women: readonly { id: string }[] = []) {
  const [instructor = await createMember(db, at), learner = await createMember(db, at)] = women;
  const family = await createModel(db, at, { from });
  await createPair(db, at, instructor, learner, { from, tiedTo: family });
  return family;
}

const MONTHS = { quarter: 3, half_year: 6, year: 12 } as const;

/** The last quarter, half-year or year that is over, of which a report is owed: its id, first and last day. */
export async function makePastPeriod(kind: keyof typeof MONTHS): Promise<{ id: string; from: Day; to: Day }> {
  const months = MONTHS[kind];
  const begun = Math.floor((Number(today().slice(5, 7)) - 1) / months) * months + 1;
  const ends = monthStart(`${today().slice(0, 5)}${String(begun).padStart(2, '0')}-01` as Day);
  const from = monthStart(ends, -months);
  const days = { startsOn: toDate(from), endsOn: toDate(ends), dueOn: toDate(addDays(ends, DUE_DAYS[kind] - 1)) };
  const { id } = await db.reportingPeriod.upsert({
    where: { kind_startsOn: { kind, startsOn: days.startsOn } },
    create: { kind, ...days, owed: true },
    update: { owed: true },
    select: { id: true },
  });
  return { id, from, to: addDays(ends, -1) };
}
