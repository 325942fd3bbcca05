import type { ShownArticle } from '@/domain/articles/article';
import { shownOf } from '@/domain/articles/shown-writes';
import { db, transaction } from '@/prisma/client';

/** Uses that are told in one step. */
const AT_ONCE = 50;

/** A use that was hidden, or shown again, and how readers find the article. */
export type ToldUse = { pictureId: string; hidden: boolean; shown: ShownArticle[] };
type UseRow = { pictureId: string; articleId: string; hidden: boolean };

/**
 * Hides pictures whose last agreed day is over, and tells each use that was hidden or shown again, with how readers find the article. Answers
 * with how many it told.
 */
export async function settlePictureUses(
  mayGoOn: () => Promise<boolean>,
  tell: (told: ToldUse) => void,
): Promise<number> {
  await hideRunOut();
  let told = 0;
  for (;;) {
    const step = await transaction(async (tx) => {
      const uses = await tx.$queryRaw<UseRow[]>`
        UPDATE media_use u SET told_at = now() FROM edition_text t JOIN edition e ON e.id = t.edition_id
        WHERE t.id = u.text_id AND (u.asset_id, u.text_id, u.use) IN (SELECT m.asset_id, m.text_id, m.use FROM media_use m WHERE m.told_at IS NULL LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
        RETURNING u.asset_id::text AS "pictureId", e.article_id::text AS "articleId", u.hidden_at IS NOT NULL AS hidden`;
      return { uses, shown: await shownOf(tx, ...new Set(uses.map(({ articleId }) => articleId))) };
    });
    for (const { pictureId, articleId, hidden } of step.uses)
      tell({ pictureId, hidden, shown: step.shown.filter(({ id }) => id === articleId) });
    told += step.uses.length;
    if (step.uses.length < AT_ONCE || !(await mayGoOn())) return told;
  }
}

/** Of uses that are shown: those of which a newest yes has run out, however long ago. What was answered since is not asked again. */
const hideRunOut = () => db.$queryRaw`
  SELECT app.follow_picture_uses(ARRAY (SELECT DISTINCT u.asset_id FROM media_use u JOIN consent c ON c.asset_id = u.asset_id AND c.use = u.use
    WHERE u.hidden_at IS NULL AND c.until <= app.today()
      AND NOT EXISTS (SELECT FROM consent d WHERE d.person_id = c.person_id AND d.asset_id = c.asset_id AND d.use = c.use AND (d.answered_at, d.id) > (c.answered_at, c.id))
      AND EXISTS (SELECT FROM media_person m WHERE m.asset_id = u.asset_id AND app.record_today(m.person_id) = app.record_today(c.person_id))))::text`;
