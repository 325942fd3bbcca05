import { type Day, fromDate, toDate } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { type Ruling, type SignedReading, UNDECIDED } from './ruling';

const RULINGS_MAX = 50;

/** The reading that holds on a day, as JSON inside a larger query; null where nothing was decided. */
export const signedSql = (
  day: Day,
) => Prisma.sql`(SELECT jsonb_build_object('reading', r.reading, 'households', r.needs_households, 'since', r.valid_from)
  FROM coverage_ruling r WHERE app.active_on(r.valid_from, r.valid_to, ${toDate(day)}::date))`;

/** What counts as covered on a day, and since when. */
export async function findPublishedReading(day: Day): Promise<SignedReading> {
  const [row] = await db.$queryRaw<{ signed: SignedReading | null }[]>`SELECT ${signedSql(day)} AS signed`;
  return row?.signed ?? UNDECIDED;
}

/** All that the province decided of it, the newest first. */
export async function listPublishedRulings(): Promise<Ruling[]> {
  const rows = await db.coverageRuling.findMany({
    orderBy: { validFrom: 'desc' },
    take: RULINGS_MAX,
    select: {
      id: true,
      reading: true,
      needsHouseholds: true,
      validFrom: true,
      validTo: true,
      decision: true,
      decidedBy: { select: { displayName: true } },
      withdrawnBy: { select: { displayName: true } },
      withdrawnAt: true,
      withdrawReason: true,
    },
  });
  return rows.map(
    ({ validFrom, validTo, decidedBy, withdrawnBy, withdrawnAt, withdrawReason, needsHouseholds, ...ruling }) => ({
      ...ruling,
      households: needsHouseholds,
      from: fromDate(validFrom),
      to: validTo && fromDate(validTo),
      decidedBy: decidedBy?.displayName ?? null,
      withdrawn: withdrawnAt && { by: withdrawnBy?.displayName ?? null, at: withdrawnAt, reason: withdrawReason ?? '' },
    }),
  );
}
