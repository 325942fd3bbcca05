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
  /** unanswered with few days left, all of the province, the round they are in, who was sent, and the first day on which it is too late */
  late: { count: number; roundId: string; visitors: string[]; until: Day } | null;
  /** announced and not drawn yet, of the province */
  toDraw: { roundId: string; announcedAt: Date } | null;
  /** found to differ in her commune, and not remarked on */
  toRemedy: number;
};

/** What waits for her of spot checks. */
export async function countChecksWaiting(viewer: Viewer): Promise<ChecksWaiting> {
  const province = mayForProvince(viewer, 'spot-checks.draw');
  const [visits, count, lateCount, lateOnes, toDraw, toRemedy] = await Promise.all([
    db.spotCheck.findMany({
      where: { AND: [hers(viewer), waitingNow()] },
      orderBy: { id: 'asc' },
      take: 2,
      select: { id: true, roundId: true, round: { select: { endsOn: true } } },
    }),
    db.spotCheck.count({ where: { AND: [hers(viewer), waitingNow()] } }),
    province ? db.spotCheck.count({ where: late() }) : 0,
    province
      ? db.spotCheck.findMany({ where: late(), orderBy: { id: 'asc' }, take: LATE_MAX, select: lateSelect() })
      : [],
    province
      ? db.spotRound.findFirst({
          where: { drawnAt: null, withdrawnAt: null },
          select: { id: true, announcedAt: true },
        })
      : null,
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
    late: lateOf(lateCount, lateOnes),
    toDraw: toDraw && { roundId: toDraw.id, announcedAt: toDraw.announcedAt },
    toRemedy,
  };
}

/** One round is under way at a time, so all that are late are of one. */
const LATE_MAX = 100;
const lateSelect = () =>
  ({ roundId: true, visitor: { select: { displayName: true } }, round: { select: { endsOn: true } } }) as const;
type Late = Prisma.SpotCheckGetPayload<{ select: ReturnType<typeof lateSelect> }>;

function lateOf(count: number, rows: readonly Late[]): ChecksWaiting['late'] {
  const [first] = rows;
  if (!first) return null;
  const visitors = [...new Set(rows.flatMap(({ visitor }) => visitor?.displayName ?? []))];
  return { count, roundId: first.roundId, visitors, until: fromDate(first.round.endsOn) };
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
