import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { dueForReview } from './due';

export type DueReviews = { count: number; first: { id: string; title: string }[] };

/** Public articles that the viewer is to look at again: how many, and `most` of them with their titles, the longest due first. */
export async function findDueReviews(viewer: Viewer, most: number): Promise<DueReviews> {
  const where = { ...dueForReview(), unit: withinReach(viewer, 'articles.publish') };
  const [count, rows] = await Promise.all([
    db.article.count({ where }),
    db.article.findMany({
      where,
      orderBy: [{ reviewOn: 'asc' }, { id: 'asc' }],
      take: most,
      select: {
        id: true,
        editions: {
          orderBy: { number: 'desc' },
          take: 1,
          select: { editionTexts: { select: { title: true, locale: true }, take: 2 } },
        },
      },
    }),
  ]);
  const titleOf = ({ editions }: (typeof rows)[number]) => {
    const texts = editions[0]?.editionTexts ?? [];
    return (texts.find(({ locale }) => locale === viewer.locale) ?? texts[0])?.title ?? '';
  };
  return { count, first: rows.map((row) => ({ id: row.id, title: titleOf(row) })) };
}
