import type { ShownArticle } from '@/domain/articles/article';
import { goneOf } from '@/domain/articles/shown-writes';
import { db, transaction } from '@/prisma/client';

/** Publications that are told in one step. */
const AT_ONCE = 50;

/**
 * Ends stories of women whose yes has run out, and tells each story that has left the public since its woman does not agree, with how
 * readers found it. Answers with how many publications it told.
 */
export async function settleSubjectPersons(
  mayGoOn: () => Promise<boolean> = async () => true,
  tell: (gone: ShownArticle[]) => void = () => {},
): Promise<number> {
  await endRunOut();
  let told = 0;
  for (;;) {
    const { count, gone } = await transaction(async (tx) => {
      const ended = await tx.$queryRaw<{ articleId: string }[]>`
        UPDATE publication SET told_at = now() WHERE id IN (SELECT p.id FROM publication p
          WHERE p.end_reason = 'consent_withdrawn' AND p.published_at IS NOT NULL AND p.told_at IS NULL LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
        RETURNING article_id::text AS "articleId"`;
      return { count: ended.length, gone: await goneOf(tx, ...new Set(ended.map(({ articleId }) => articleId))) };
    });
    if (gone.length > 0) tell(gone);
    told += count;
    if (count < AT_ONCE || !(await mayGoOn())) return told;
  }
}

/** Of what is public or planned: stories of women of whom a yes has run out by now. What they answered since counts. */
const endRunOut = () => db.$queryRaw`
  SELECT app.end_untold(ARRAY (SELECT DISTINCT p.article_id FROM consent c JOIN article a ON a.subject_person_id = app.record_today(c.person_id)
    JOIN publication p ON p.article_id = a.id AND p.ended_at IS NULL
    WHERE c.purpose = 'name_in_story' AND c.until <= app.today() AND NOT app.may_tell_of_her(p.text_id, app.day_of_telling(p))))`;
