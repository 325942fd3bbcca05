import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';

/** How many articles she could publish have a text that readers do not see yet. */
export const countUnpublishedArticles = (viewer: Viewer): Promise<number> =>
  db.article.count({ where: unpublishedWithin(viewer) });

/** The youngest of the same articles with the title of their newest text, in the viewer's language where there is one. */
export async function listFirstUnpublished(viewer: Viewer, most: number): Promise<{ id: string; title: string }[]> {
  const rows = await db.article.findMany({
    where: unpublishedWithin(viewer),
    orderBy: { id: 'desc' },
    select: {
      id: true,
      editions: {
        orderBy: { number: 'desc' },
        select: { editionTexts: { select: { locale: true, title: true }, take: 2 } },
        take: 1,
      },
    },
    take: most,
  });
  return rows.map(({ id, editions }) => {
    const texts = editions[0]?.editionTexts ?? [];
    return { id, title: (texts.find(({ locale }) => locale === viewer.locale) ?? texts[0])?.title ?? '' };
  });
}

const unpublishedWithin = (viewer: Viewer) => ({
  kind: { in: ['news' as const, 'story' as const] },
  unit: withinReach(viewer, 'articles.publish'),
  editions: { some: { state: { in: ['draft' as const, 'submitted' as const, 'returned' as const] } } },
});
