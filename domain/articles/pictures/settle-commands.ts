import type { ShownArticle } from '@/domain/articles/article';
import { shownOf } from '@/domain/articles/shown-writes';
import { db, transaction } from '@/prisma/client';

/** Uses that are told in one step. */
const AT_ONCE = 50;
/** Days after the last day of a yes for which a stopped clock makes up. */
const DAYS_MAX = 60;

type UseRow = { pictureId: string; articleId: string };

/**
 * Hides pictures whose last agreed day is over, and tells each use that was hidden or shown again, with how readers find the article. Answers
 * with how many it told.
 */
export async function settlePictureUses(
  mayGoOn: () => Promise<boolean>,
  tell: (pictureId: string, shown: ShownArticle[]) => void,
): Promise<number> {
  await db.$queryRaw`SELECT app.follow_picture_uses(ARRAY (SELECT DISTINCT c.asset_id FROM consent c JOIN media_use u ON u.asset_id = c.asset_id AND u.hidden_at IS NULL
    WHERE c.use IS NOT NULL AND c.until <= app.today() AND c.until > app.today() - ${DAYS_MAX}::int))::text`;
  let told = 0;
  for (;;) {
    const step = await transaction(async (tx) => {
      const uses = await tx.$queryRaw<UseRow[]>`
        UPDATE media_use u SET told_at = now() FROM edition_text t JOIN edition e ON e.id = t.edition_id
        WHERE t.id = u.text_id AND (u.asset_id, u.text_id, u.use) IN (SELECT m.asset_id, m.text_id, m.use FROM media_use m WHERE m.told_at IS NULL LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
        RETURNING u.asset_id::text AS "pictureId", e.article_id::text AS "articleId"`;
      const shown = await Promise.all(
        [...new Set(uses.map(({ articleId }) => articleId))].map((id) => shownOf(tx, id)),
      );
      return { uses, shown: shown.flat() };
    });
    for (const { pictureId, articleId } of step.uses)
      tell(
        pictureId,
        step.shown.filter(({ id }) => id === articleId),
      );
    told += step.uses.length;
    if (step.uses.length < AT_ONCE || !(await mayGoOn())) return told;
  }
}
