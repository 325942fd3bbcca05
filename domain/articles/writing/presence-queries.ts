import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { PRESENT_MAX, type Present } from './presence';

/** Who else has the page of an article open to write, the longest there first; nobody where the viewer may not write. */
export async function listPresent(viewer: Viewer, articleId: string): Promise<Present[]> {
  if (!isId(articleId)) return [];
  const rows = await db.articlePresence.findMany({
    where: {
      articleId,
      accountId: { not: viewer.accountId },
      lapsesAt: { gt: new Date() },
      article: { unit: withinReach(viewer, 'articles.write') },
    },
    orderBy: [{ openedAt: 'asc' }, { accountId: 'asc' }],
    select: { openedAt: true, account: { select: { displayName: true } } },
    take: PRESENT_MAX,
  });
  return rows.map(({ openedAt, account }) => ({ name: account.displayName, since: openedAt.toISOString() }));
}
