import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import { noRemarks, type OpenRemarks, REMARKS_MAX, type Remark } from './remark';

type RemarkRow = Remark & { resolvable: boolean };

/** Whether the viewer wrote in any edition of an article `a`, as SQL. */
export const wroteInSql = ({ accountId }: Pick<Viewer, 'accountId'>) =>
  Prisma.sql`EXISTS (SELECT FROM edition_author w JOIN edition f ON f.id = w.edition_id WHERE f.article_id = a.id AND w.account_id = ${accountId}::uuid)`;

/** How many remarks of an article `a` nobody is done with yet, as SQL. */
export const openRemarksSql = Prisma.sql`(SELECT count(*)::int FROM remark r JOIN edition x ON x.id = r.edition_id
  WHERE x.article_id = a.id AND r.resolved_at IS NULL)`;

/** The open remarks of all editions of an article, the oldest first; none where she may not see it. */
export async function listOpenRemarks(viewer: Viewer, articleId: string): Promise<OpenRemarks> {
  if (!isId(articleId)) return noRemarks;
  const rows = await db.$queryRaw<RemarkRow[]>`
    SELECT r.id::text, r.locale, r.passage, r.quote, r.text, c.display_name AS by, r.created_at AS at, e.number AS edition,
      ${wroteInSql(viewer)} AS resolvable
    FROM remark r JOIN edition e ON e.id = r.edition_id JOIN article a ON a.id = e.article_id JOIN account c ON c.id = r.written_by_id
    WHERE a.id = ${articleId}::uuid AND r.resolved_at IS NULL AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id
      AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})
    ORDER BY r.created_at, r.id LIMIT ${REMARKS_MAX}`;
  return {
    remarks: rows.map(({ resolvable: _of, ...remark }) => remark),
    resolvable: rows[0]?.resolvable ?? false,
  };
}
