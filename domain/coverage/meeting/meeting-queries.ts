import { mayAnywhere, mayForProvince, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, fromDate, toDate } from '@/domain/days/day';
import { unitNameOnSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import { keptCount } from '@/prisma/kept/kept-until-written';
import { communesInReachSql } from '../queries';
import type { MeetingFacts, UnitOfMonth } from './meeting';

/** As many as are told by name. */
const UNITS_MAX = 12;
const NOTHING: MeetingFacts = { pairs: null, pairsBefore: null, units: [], unitCount: 0 };

/** Running pairs on both days, by their indicator, and the units that were founded or closed between them, in communes within the viewer's reach. */
export async function findMeetingFacts(viewer: Viewer, { day, earlier }: Days): Promise<MeetingFacts> {
  if (!mayAnywhere(viewer, 'coverage.see')) return NOTHING;
  const [pairs, [row]] = await Promise.all([
    findPairs(viewer, { day, earlier }),
    db.$queryRaw<{ unitCount: number; units: UnitOfMonth[] | null }[]>`
    WITH moved AS MATERIALIZED (${movedSql(viewer, { day, earlier })})
    SELECT (SELECT count(*)::int FROM moved) AS "unitCount",
      (SELECT jsonb_agg(jsonb_build_object('unitId', m.unit_id, 'level', m.level, 'way', m.way, 'name', ${unitNameOnSql(Prisma.sql`m.unit_id`, day)},
        'communeName', ${unitNameOnSql(Prisma.sql`m.commune_id`, day)})) FROM (SELECT * FROM moved ORDER BY commune_id, unit_id LIMIT ${UNITS_MAX}) m) AS units`,
  ]);
  return { ...pairs, units: row?.units ?? [], unitCount: row?.unitCount ?? 0 };
}

type Days = { day: Day; earlier: Day };

/** The places whose pairs are counted: the province as one, else each commune all of which is within her reach; of one that she has a part of, none. */
const placesSql = (viewer: Viewer) =>
  mayForProvince(viewer, 'pairs.see')
    ? Prisma.sql`SELECT id FROM unit WHERE level = 'province' AND closed_on IS NULL`
    : Prisma.sql`SELECT s.unit_id AS id FROM unit_span s WHERE s.level = 'commune' AND ${placedTodaySql(Prisma.sql`s`)}
        AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'pairs.see'))}`;

type Pairs = Pick<MeetingFacts, 'pairs' | 'pairsBefore'>;

/**
 * Those of the whole city go through every pair and are the same for everybody: kept for a minute, or until something is written. Months that are met over are few, so that
 * few are kept.
 */
const findPairs = (viewer: Viewer, days: Days): Promise<Pairs> =>
  mayForProvince(viewer, 'pairs.see')
    ? keptCount(`pairs of ${days.earlier} and ${days.day}`, ['figures:province', 'figures', 'units', 'today'], () =>
        readPairs(viewer, days),
      )
    : readPairs(viewer, days);

async function readPairs(viewer: Viewer, { day, earlier }: Days): Promise<Pairs> {
  const rows = await db.$queryRaw<{ day: Date; pairs: number }[]>(pairsSql(viewer, [day, earlier]));
  const on = (asked: Day) => rows.find((row) => fromDate(row.day) === asked)?.pairs ?? null;
  return { pairs: on(day), pairsBefore: on(earlier) };
}

/** Both days are read at once: of the whole city each pair is. */
const pairsSql = (viewer: Viewer, days: Day[]) => Prisma.sql`
  SELECT f.day, sum(f.done)::int AS pairs FROM (${placesSql(viewer)}) here
    CROSS JOIN LATERAL app.indicator_over('pairs_active', here.id, ${days.map(toDate)}::date[]) f GROUP BY f.day`;

/** A unit that was founded by the place of the day, one that was closed by that of its last day. */
const movedSql = (viewer: Viewer, { day, earlier }: Days) => Prisma.sql`
  SELECT u.unit_id, u.level, s.commune_id, u.way
  FROM (SELECT id AS unit_id, level::text, 'opened' AS way, ${toDate(day)}::date AS lay_on FROM unit
      WHERE opened_on > ${toDate(earlier)}::date AND opened_on <= ${toDate(day)}::date AND (closed_on IS NULL OR closed_on > ${toDate(day)}::date)
    UNION ALL SELECT id, level::text, 'closed', closed_on - 1 FROM unit
      WHERE opened_on <= ${toDate(earlier)}::date AND closed_on > ${toDate(earlier)}::date AND closed_on <= ${toDate(day)}::date) u
    JOIN unit_span s ON s.unit_id = u.unit_id AND app.active_on(s.valid_from, s.valid_to, u.lay_on)
  WHERE u.level IN ('sub_association', 'group') AND s.commune_id IS NOT NULL
    AND ${mayForProvince(viewer, 'coverage.see') ? Prisma.sql`true` : Prisma.sql`s.commune_id IN (${communesInReachSql(viewer)})`}`;
