import { isWithin, mayAnywhere, reach } from '@/domain/access/access';
import { placedOnSql } from '@/domain/access/area-queries';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import { inTens } from '@/domain/small-count';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { ELDER_AGE } from './weights';

type Told = { communeId: string; path: UnitPath; women: number };

/**
 * In tens, of the communes whose members the viewer sees: members from sixty on who were at no class yet. Fewer than ten are told
 * nowhere. Read once an hour: it goes through all members.
 */
export async function mapElders(viewer: Viewer, day: Day): Promise<Map<string, number>> {
  if (!mayAnywhere(viewer, 'people.see')) return new Map();
  const areas = reach(viewer, 'people.see');
  const told = await keptValue(`elders ${day}`, ['units', 'today'], () => listElders(day));
  return new Map(
    told
      .filter(({ path }) => areas.some((area) => isWithin(path, area)))
      .map(({ communeId, women }) => [communeId, women]),
  );
}

async function listElders(day: Day): Promise<Told[]> {
  const rows = await db.$queryRaw<Told[]>`
    WITH elder AS MATERIALIZED (SELECT DISTINCT s.commune_id, p.id FROM person p
        JOIN membership b ON b.person_id = p.id AND app.active_on(b.valid_from, b.valid_to, ${toDate(day)}::date)
        JOIN unit_span s ON s.unit_id = b.unit_id AND ${placedOnSql(Prisma.sql`s`, day)}
      WHERE p.birth_year <= ${Number(day.slice(0, 4)) - ELDER_AGE}::int AND p.erased_on IS NULL AND p.merged_into_id IS NULL AND s.commune_id IS NOT NULL),
    taught AS MATERIALIZED (SELECT DISTINCT a.person_id AS id FROM attendance a JOIN session s ON s.id = a.session_id AND s.state = 'held'
      WHERE a.person_id IS NOT NULL AND a.mark IN ('present', 'late'))
    SELECT e.commune_id::text AS "communeId", c.path, count(*)::int AS women
    FROM elder e JOIN unit_span c ON c.unit_id = e.commune_id AND ${placedOnSql(Prisma.sql`c`, day)}
    WHERE NOT EXISTS (SELECT FROM taught t WHERE t.id = e.id) GROUP BY 1, 2`;
  return rows.flatMap(({ women, ...commune }) => {
    const told = inTens(women);
    return told === null ? [] : [{ ...commune, women: told }];
  });
}
