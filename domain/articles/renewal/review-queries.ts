import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import { reviewDaySql } from './due-queries';
import { holdsMonths, type Review } from './review';

/** When an article was looked at and is to be again; null where it is none that ages, or beyond her reach. */
export async function findReview(viewer: Viewer, articleId: string): Promise<Review | null> {
  if (!isId(articleId)) return null;
  const [row] = await db.$queryRaw<Review[]>`
    SELECT a.kind::text AS kind, a.reviewed_on::text AS "reviewedOn", ${reviewDaySql()}::text AS "reviewOn", a.version FROM article a
    WHERE a.id = ${articleId}::uuid AND a.kind <> 'page' AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id
      AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})`;
  return row && holdsMonths(row.kind) !== null ? row : null;
}
