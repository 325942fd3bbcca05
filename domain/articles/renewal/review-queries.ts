import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { articleKinds } from '@/domain/articles/article';
import { fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { holdsMonths, type Review } from './review';

/** When an article was looked at and is to be again; null where it is none that ages, or beyond her reach. */
export async function findReview(viewer: Viewer, articleId: string): Promise<Review | null> {
  if (!isId(articleId)) return null;
  const row = await db.article.findFirst({
    where: { id: articleId, unit: withinReach(viewer, 'articles.see') },
    select: { kind: true, reviewedOn: true, reviewOn: true, version: true },
  });
  const kind = articleKinds.find((each) => each === row?.kind && holdsMonths(each) !== null);
  if (!row || !kind) return null;
  const { reviewedOn, reviewOn, version } = row;
  return { kind, reviewedOn: reviewedOn && fromDate(reviewedOn), reviewOn: reviewOn && fromDate(reviewOn), version };
}
