import { type Day, toDate } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { unlessFew } from '@/domain/small-count';
import { db } from '@/prisma/client';
import type { SubAssociationCoverage } from './coverage';

const SUB_ASSOCIATIONS_MAX = 300;

/** Every sub-association of a commune on a day, in Vietnamese order of names ("Khu phố 2" before "Khu phố 10"). */
export async function listPublishedSubAssociations(communeId: string, day: Day): Promise<SubAssociationCoverage[]> {
  const rows = await db.$queryRaw<SubAssociationCoverage[]>`
    with units as (select * from app.coverage_units(${toDate(day)}::date) where commune_id = ${communeId}::uuid),
      groups as (
        select sub_association_id, count(*)::int as groups, (count(*) filter (where covered))::int as covered
        from units where level = 'group' group by 1
      )
    select u.unit_id::text as id, n.name, coalesce(g.groups, 0) as groups, coalesce(g.covered, 0) as "groupsCovered",
      u.has_family as "hasFamily", u.has_pair as "hasPair", u.covered, unit.demo
    from units u
      join unit on unit.id = u.unit_id
      left join groups g on g.sub_association_id = u.unit_id
      join lateral (select name from unit_name x where x.unit_id = u.unit_id and x.valid_from <= ${toDate(day)}::date order by valid_from desc limit 1) n on true
    where u.level = 'sub_association'
    limit ${SUB_ASSOCIATIONS_MAX}`;
  return rows.sort(byVietnameseName);
}

/**
 * Two more figures of a commune's page: sessions held since the beginning of the year, and women guided in pairs that
 * ever ran (null below five: single persons could be told).
 */
export async function findPublishedReach(
  communeId: string,
  yearStart: Day,
): Promise<{ sessions: number; guided: number | null }> {
  const [row] = await db.$queryRaw<{ sessions: number; guided: number }[]>`
    select
      (select count(*)::int from session s join app.unit_place p on p.unit_id = s.unit_id
        where p.commune_id = ${communeId}::uuid and s.state = 'held' and s.starts_at >= ${toDate(yearStart)}) as sessions,
      (select count(distinct pair.learner_id)::int from pair join pair_host h on h.pair_id = pair.id join app.unit_place p on p.unit_id = h.unit_id
        where p.commune_id = ${communeId}::uuid and pair.valid_from <= app.today()) as guided`;
  return { sessions: row?.sessions ?? 0, guided: unlessFew(row?.guided ?? 0) };
}
