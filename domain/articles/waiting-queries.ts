import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';

/** How many articles she could publish have a text that readers do not see yet. */
export const countUnpublishedArticles = (viewer: Viewer): Promise<number> =>
  db.article.count({
    where: {
      kind: { in: ['news', 'story'] },
      unit: withinReach(viewer, 'articles.publish'),
      editions: { some: { state: { in: ['draft', 'submitted', 'returned'] } } },
    },
  });
