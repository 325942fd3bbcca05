import { mayForProvince, reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';

/** Whether communes, and what took them over, are all within her reach; of an alert that names none, which warns the whole city, they are not. */
function areHersSql(viewer: Viewer, named: Prisma.Sql, isAlert: Prisma.Sql): Prisma.Sql {
  const isHers = unitWithinSql(Prisma.sql`u.id`, reach(viewer, 'articles.publish'));
  const hasGoneOn = Prisma.sql`u.closed_on <= app.today() AND EXISTS (SELECT FROM unit_lineage l WHERE l.predecessor_id = u.id AND l.on_day = u.closed_on)`;
  return Prisma.sql`(SELECT coalesce(bool_and(${isHers} OR (${hasGoneOn})), NOT ${isAlert})
    FROM unnest(app.with_successors(${named})) named JOIN unit u ON u.id = named AND u.level = 'commune')`;
}

/** Whether what names these communes may stand with all of them by her word: it names her own alone, or, no alert, those of its unit. */
export async function arePlacesHers(
  viewer: Viewer,
  { kind, unit }: { kind: string; unit: { id: string } },
  communeIds: readonly string[],
): Promise<boolean> {
  if (mayForProvince(viewer, 'articles.publish')) return true;
  if (communeIds.every((id) => id === unit.id) && (kind !== 'alert' || communeIds.length > 0)) return true;
  const named = Prisma.sql`${[...communeIds]}::uuid[]`;
  const [row] = await db.$queryRaw<{ hers: boolean }[]>`
    SELECT ${areHersSql(viewer, named, Prisma.sql`${kind === 'alert'}`)} AS hers`;
  return row?.hers ?? false;
}

/** The same of an article `a` with the places that its newest edition `e` brings, as SQL. */
export function placesHersSql(viewer: Viewer): Prisma.Sql {
  if (mayForProvince(viewer, 'articles.publish')) return Prisma.sql`true`;
  const named = Prisma.sql`ARRAY (SELECT own.unit_id FROM article_commune own WHERE own.article_id = a.id AND e.surroundings IS NULL
    UNION SELECT x::uuid FROM jsonb_array_elements_text(e.surroundings->'communeIds') x)`;
  return areHersSql(viewer, named, Prisma.sql`(a.kind = 'alert')`);
}
