import { mayAnywhere, reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { bandOf, isCompleteEnough } from './band';
import type { StratumTally } from './round';
import type { BandHere, PublishedBand, RoundBand } from './tally';

/** So many closed rounds are looked through for one that may be told in public. */
const LOOKED_BACK = 6;

/** What came of the strata of a round, as rows of `StratumTally`; `roundId` may be an expression of SQL. */
export const talliesSql = (roundId: Prisma.Sql | string): Prisma.Sql => Prisma.sql`
  SELECT s.name, cardinality(s.unit_ids) AS size, count(k.id)::int AS drawn, count(k.result)::int AS answered,
    (count(*) FILTER (WHERE k.result = 'held'))::int AS held, (count(*) FILTER (WHERE k.result = 'differs'))::int AS differs
  FROM spot_stratum s LEFT JOIN spot_check k ON k.stratum_id = s.id
  WHERE s.round_id = ${typeof roundId === 'string' ? Prisma.sql`${roundId}::uuid` : roundId}
  GROUP BY s.id, s.name ORDER BY s.name`;

type Closed = Omit<RoundBand, 'band' | 'complete'> & { tallies: StratumTally[] | null };

/** Closed rounds, the newest first. One that lapsed is closed on the day after its last one. */
const closedSql = (most: number) => Prisma.sql`
  SELECT r.id::text, r.counted_on::text AS "countedOn", (r.drawn_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "firstDay",
    least((r.closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, r.ends_on - 1)::text AS "lastDay", r.demo, (SELECT json_agg(t) FROM (${talliesSql(Prisma.sql`r.id`)}) t) AS tallies
  FROM (SELECT * FROM spot_round WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ${most}) r ORDER BY r.closed_at DESC, r.id DESC`;

function toBand({ tallies, ...round }: Closed): RoundBand[] {
  const band = bandOf(tallies ?? []);
  return band ? [{ ...round, band, complete: isCompleteEnough(band) }] : [];
}

/** The newest closed round for those who see figures at work, and how its checks in one commune came out; null before the first. */
export async function findLastBand(viewer: Viewer, communeId?: string): Promise<BandHere | null> {
  if (!mayAnywhere(viewer, 'coverage.see')) return null;
  const commune = communeId ? Prisma.sql`${communeId}::uuid` : Prisma.sql`NULL::uuid`;
  const [row] = await db.$queryRaw<(Closed & Pick<BandHere, 'here'>)[]>`
    SELECT c.*, CASE WHEN ${commune} IS NOT NULL THEN (
      SELECT jsonb_build_object('drawn', count(*), 'held', count(*) FILTER (WHERE k.result = 'held'), 'differs', count(*) FILTER (WHERE k.result = 'differs'))
      FROM spot_check k JOIN app.unit_place p ON p.unit_id = k.unit_id WHERE k.round_id = c.id::uuid AND p.commune_id = ${commune}
        AND ${withinAreasSql(Prisma.sql`p.path`, reach(viewer, 'spot-checks.see'))}) END AS here
    FROM (${closedSql(1)}) c`;
  const [found] = row ? toBand(row) : [];
  return found && row ? { ...found, here: row.here } : null;
}

/** What everybody is told of spot checks; kept until a round is announced, drawn or closed. */
export const findPublishedBand = (): Promise<PublishedBand> =>
  keptValue(`spot checks ${today()}`, ['figures:province', 'figures', 'today'], async () => {
    const [row] = await db.$queryRaw<{ closed: Closed[] | null; running: PublishedBand['running'] }[]>`
      SELECT (SELECT json_agg(c) FROM (${closedSql(LOOKED_BACK)}) c) AS closed,
        (SELECT jsonb_build_object('commitment', commitment, 'announcedOn', (announced_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) FROM spot_round
          WHERE closed_at IS NULL AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 1) AS running`;
    const told = (row?.closed ?? []).flatMap(toBand).find(({ complete }) => complete);
    return { told: told ?? null, running: row?.running ?? null };
  });
