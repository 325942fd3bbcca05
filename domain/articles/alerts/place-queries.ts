import { mayForProvince, reach, withinReach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';

/**
 * Whether an alert that names these communes warns nobody but whom she publishes for: each of them lies within her reach. One that names
 * none is of the whole city, and for the province.
 */
export async function mayWarn(viewer: Viewer, communeIds: readonly string[]): Promise<boolean> {
  if (mayForProvince(viewer, 'articles.publish')) return true;
  const named = [...new Set(communeIds)];
  const where = { id: { in: named }, level: 'commune' as const, ...withinReach(viewer, 'articles.publish') };
  return named.length > 0 && (await db.unit.count({ where })) === named.length;
}

/** The same of an article `a` with the places that its newest edition `e` brings, as SQL; true of one that is no alert. */
export function placesHersSql(viewer: Viewer): Prisma.Sql {
  if (mayForProvince(viewer, 'articles.publish')) return Prisma.sql`true`;
  const isHers = withinAreasSql(Prisma.sql`cs.path`, reach(viewer, 'articles.publish'));
  return Prisma.sql`(a.kind <> 'alert' OR coalesce((SELECT bool_and(EXISTS (SELECT FROM unit_span cs
    WHERE cs.unit_id = c.unit_id AND ${placedTodaySql(Prisma.sql`cs`)} AND ${isHers})) FROM (SELECT own.unit_id FROM article_commune own
    WHERE own.article_id = a.id AND e.surroundings IS NULL UNION ALL SELECT x::uuid FROM jsonb_array_elements_text(e.surroundings->'communeIds') x) c), false))`;
}
