import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import { isCurrentSql } from './published-sound-queries';
import type { DraftSound } from './sound';

/** The sounds of the newest edition of an article, Vietnamese first; none of one that is beyond her reach. */
export async function listSounds(viewer: Viewer, articleId: string): Promise<DraftSound[]> {
  if (!isId(articleId)) return [];
  return db.$queryRaw<DraftSound[]>`
    SELECT n.text_id::text AS "textId", n.format, n.seconds, n.bytes, n.read_by AS "readBy", t.locale, NOT (${isCurrentSql}) AS stale,
      c.display_name AS "addedBy", n.added_at AS "addedAt"
    FROM (SELECT x.id FROM edition x JOIN article a ON a.id = x.article_id WHERE a.id = ${articleId}::uuid
        AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})
        ORDER BY x.number DESC LIMIT 1) e
      JOIN edition_text t ON t.edition_id = e.id JOIN sound n ON n.text_id = t.id LEFT JOIN account c ON c.id = n.added_by_id
    ORDER BY t.locale DESC LIMIT 2`;
}
