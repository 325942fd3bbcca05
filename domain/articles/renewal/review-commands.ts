import type { Viewer } from '@/domain/access/viewer';
import type { ShownArticle } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { shownOf } from '@/domain/articles/shown-writes';
import { record } from '@/domain/audit-writes';
import { toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { holdVersion } from '@/domain/version-writes';
import { transaction } from '@/prisma/client';
import { holdsMonths, type ReviewInput } from './review';

export type ReviewProblem = 'not-found' | 'not-allowed' | 'review-not-ahead' | 'reviewed-meanwhile';

/**
 * Says that an article was looked at today (in Viet Nam), and when it is to be again. Of a public one it is for who publishes. Stories do not age.
 */
export async function reviewArticle(
  viewer: Viewer,
  { articleId, version, reviewed, reviewOn }: ReviewInput,
): Promise<Result<{ id: string; shown: ShownArticle[] }, ReviewProblem>> {
  const article = await findArticle(viewer, articleId);
  if (!article || holdsMonths(article.kind) === null) return problem('not-found');
  if (!article.editable || !article.placeable) return problem('not-allowed');
  const day = today();
  if (reviewOn <= day) return problem('review-not-ahead');
  return transaction(async (tx) => {
    if (!(await holdVersion(tx, 'article', articleId, version))) return problem('reviewed-meanwhile');
    const data = { reviewOn: toDate(reviewOn), ...(reviewed ? { reviewedOn: toDate(day) } : {}) };
    await tx.article.update({ where: { id: articleId }, data, select: { id: true } });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'reviewArticle',
      subjectType: 'article',
      subjectId: articleId,
      unitId: article.unit.id,
      change: { reviewOn, ...(reviewed ? { reviewedOn: day } : {}) },
    });
    return ok({ id: articleId, shown: await shownOf(tx, articleId) });
  });
}
