import { isPublicSql } from '@/domain/articles/card-queries';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import { type Guide, type PartRow, partsOf } from './guide';

type GuideRow = Pick<Guide, 'reviewedOn' | 'reviewOn'> & { parts: PartRow[] };

/** The parts of a guide that is public in a language, and the days of its review (calendar days of Viet Nam); null where it is not. */
export async function findPublishedGuide(locale: Locale, articleId: string): Promise<Guide | null> {
  const [row] = await db.$queryRaw<GuideRow[]>`
    SELECT a.reviewed_on::text AS "reviewedOn", a.review_on::text AS "reviewOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('part', g.part, 'title', g.title, 'body', g.body, 'screen', g.screen, 'beside', g.beside) ORDER BY g.position)
        FROM guide_step g WHERE g.text_id = p.text_id), '[]') AS parts
    FROM publication p JOIN article a ON a.id = p.article_id AND a.kind = 'guide'
    WHERE p.article_id = ${articleId}::uuid AND p.locale = ${locale} AND ${isPublicSql} LIMIT 1`;
  return row ? { ...partsOf(row.parts), reviewedOn: row.reviewedOn, reviewOn: row.reviewOn } : null;
}
