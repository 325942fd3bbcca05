import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import type { Prisma } from '@/prisma/generated/client';
import { type SpotRound, type StratumTally, stateOf } from './round';
import { talliesSql } from './tally-queries';

/** As many as two a month for four years. */
const ROUNDS_MAX = 100;

const roundSelect = {
  id: true,
  countedOn: true,
  reading: true,
  percent: true,
  endsOn: true,
  commitment: true,
  seed: true,
  announcedAt: true,
  drawnAt: true,
  closedAt: true,
  withdrawnAt: true,
  demo: true,
  version: true,
} as const;

type Row = Prisma.SpotRoundGetPayload<{ select: typeof roundSelect }>;

/** A round as it is shown: its seed is told to nobody before the draw. */
function toRound({ endsOn, countedOn, seed, withdrawnAt, ...row }: Row): SpotRound {
  return {
    ...row,
    state: stateOf({ ...row, withdrawnAt }),
    countedOn: fromDate(countedOn),
    lastDay: addDays(fromDate(endsOn), -1),
    seed: row.drawnAt ? seed : null,
  };
}

/** Every round that was announced, the newest first, for who sees the whole province; with what was drawn and answered. */
export async function listSpotRounds(viewer: Viewer): Promise<(SpotRound & { drawn: number })[]> {
  if (!mayForProvince(viewer, 'spot-checks.see')) return [];
  const rows = await db.spotRound.findMany({
    orderBy: { id: 'desc' },
    take: ROUNDS_MAX,
    select: { ...roundSelect, _count: { select: { checks: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...toRound(row), drawn: _count.checks }));
}

/** One round with its strata and what came of each so far; null for who does not see the whole province. */
export async function findSpotRound(
  viewer: Viewer,
  roundId: string,
): Promise<(SpotRound & { tallies: StratumTally[] }) | null> {
  if (!mayForProvince(viewer, 'spot-checks.see') || !isId(roundId)) return null;
  const [row, tallies] = await Promise.all([
    db.spotRound.findUnique({ where: { id: roundId }, select: roundSelect }),
    db.$queryRaw<StratumTally[]>(talliesSql(roundId)),
  ]);
  return row && { ...toRound(row), tallies };
}

export type ListRow = { stratum: string; unitId: string; drawn: boolean };
export type RoundList = { countedOn: Day; demo: boolean; seed: string; commitment: string; rows: ListRow[] };

/** The list that a round was drawn from, so that anybody can repeat the draw; null before it, and for who does not see the province. */
export async function findRoundList(viewer: Viewer, roundId: string): Promise<RoundList | null> {
  if (!mayForProvince(viewer, 'spot-checks.see') || !isId(roundId)) return null;
  const [round, rows] = await Promise.all([
    db.spotRound.findFirst({
      where: { id: roundId, drawnAt: { not: null } },
      select: { countedOn: true, seed: true, commitment: true, demo: true },
    }),
    db.$queryRaw<ListRow[]>`
      SELECT s.name AS stratum, x.id::text AS "unitId", k.id IS NOT NULL AS drawn
      FROM spot_stratum s CROSS JOIN LATERAL unnest(s.unit_ids) x(id)
        LEFT JOIN spot_check k ON k.round_id = s.round_id AND k.unit_id = x.id
      WHERE s.round_id = ${roundId}::uuid ORDER BY s.name, x.id`,
  ]);
  return round && { ...round, countedOn: fromDate(round.countedOn), rows };
}
