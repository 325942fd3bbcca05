import { mayForProvince, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, fromDate, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { listPublishedNames } from '@/domain/units/name-queries';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { Prisma } from '@/prisma/generated/client';
import { checkFor, checkSelect, parentOf } from './check-row';
import { LATE_DAYS, type SpotCheck } from './spot-check';

export const CHECKS_PAGE = 50;

/** One check, for whom it concerns: who visits it, the province, and its commune once the round is closed. */
export async function findSpotCheck(viewer: Viewer, checkId: string): Promise<SpotCheck | null> {
  if (!isId(checkId)) return null;
  const [check] = await read(viewer, { id: checkId }, 1);
  return check ?? null;
}

export const roundFilters = ['waiting', 'late', 'differs', 'held', 'unseen'] as const;
export type RoundFilter = (typeof roundFilters)[number];
type Page = { checks: SpotCheck[]; next: string | null };

/** The checks of a round, for the province: all, or those that wait, are late, or came to one result. */
export async function listChecksOfRound(
  viewer: Viewer,
  roundId: string,
  { filter, after }: { filter?: RoundFilter | undefined; after?: string | undefined } = {},
): Promise<Page> {
  if (!mayForProvince(viewer, 'spot-checks.see') || !isId(roundId)) return { checks: [], next: null };
  const asked = filter && (filter === 'late' ? late() : filter === 'waiting' ? { result: null } : { result: filter });
  const behind = after && isId(after) ? { id: { gt: after } } : {};
  const checks = await read(viewer, { AND: [{ roundId }, asked ?? {}, behind] }, CHECKS_PAGE + 1);
  const { page, next } = pageOf(checks, CHECKS_PAGE, ({ id }) => id);
  return { checks: page, next };
}

const hers = (viewer: Viewer): Prisma.SpotCheckWhereInput =>
  mayForProvince(viewer, 'spot-checks.draw')
    ? { OR: [{ visitorId: viewer.accountId }, { visitorId: null }] }
    : { visitorId: viewer.accountId };

/** What she is to visit in the round under way, what she has answered too; of the province what fell to it. */
export const listChecksToVisit = (viewer: Viewer): Promise<SpotCheck[]> =>
  read(viewer, { AND: [hers(viewer), { round: { drawnAt: { not: null }, closedAt: null } }] }, CHECKS_PAGE);

/** What was found in her commune, the newest round first; none before a round is closed. */
export const listChecksOfCommunes = (viewer: Viewer): Promise<SpotCheck[]> =>
  read(viewer, { round: { closedAt: { not: null } }, unit: withinReach(viewer, 'spot-checks.see') }, CHECKS_PAGE);

const late = (): Prisma.SpotCheckWhereInput => ({
  result: null,
  round: { drawnAt: { not: null }, closedAt: null, endsOn: { lte: toDate(addDays(today(), LATE_DAYS)) } },
});

export type ChecksWaiting = {
  /** hers to visit, the one where it is one, and the first day on which it is too late */
  toVisit: number;
  only: { id: string; roundId: string } | null;
  until: Day | null;
  /** unanswered with few days left, all of the province, and the round they are in */
  late: number;
  running: string | null;
  /** found to differ in her commune, and not remarked on */
  toRemedy: number;
};

/** What waits for her of spot checks. */
export async function countChecksWaiting(viewer: Viewer): Promise<ChecksWaiting> {
  const province = mayForProvince(viewer, 'spot-checks.draw');
  const [visits, count, [lateOnes], toRemedy] = await Promise.all([
    db.spotCheck.findMany({
      where: { AND: [hers(viewer), waitingNow()] },
      orderBy: { id: 'asc' },
      take: 2,
      select: { id: true, roundId: true, round: { select: { endsOn: true } } },
    }),
    db.spotCheck.count({ where: { AND: [hers(viewer), waitingNow()] } }),
    province
      ? db.spotCheck.groupBy({ by: ['roundId'], where: late(), _count: true, orderBy: { roundId: 'desc' }, take: 1 })
      : [],
    db.spotCheck.count({
      where: {
        result: 'differs',
        remark: null,
        round: { closedAt: { not: null } },
        unit: withinReach(viewer, 'spot-checks.remark'),
      },
    }),
  ]);
  const [first, other] = visits;
  return {
    toVisit: count,
    only: first && !other ? { id: first.id, roundId: first.roundId } : null,
    until: first ? fromDate(first.round.endsOn) : null,
    late: lateOnes?._count ?? 0,
    running: lateOnes?.roundId ?? null,
    toRemedy,
  };
}

const waitingNow = (): Prisma.SpotCheckWhereInput => ({
  result: null,
  round: { drawnAt: { not: null }, closedAt: null, endsOn: { gt: toDate(today()) } },
});

async function read(viewer: Viewer, where: Prisma.SpotCheckWhereInput, take: number): Promise<SpotCheck[]> {
  const [rows, communes] = await Promise.all([
    db.spotCheck.findMany({
      where,
      orderBy: [{ roundId: 'desc' }, { id: 'asc' }],
      take,
      select: checkSelect(),
    }),
    mapPublishedCommunes(),
  ]);
  const names = await listPublishedNames(rows.map(parentOf));
  return rows.flatMap((row) => checkFor(viewer, row, { names, communes }) ?? []);
}
