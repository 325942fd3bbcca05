import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type ArticleEvent, ofNoEdition } from '@/domain/newsroom/event';
import { db } from '@/prisma/client';

const LOOKS_MAX = 200;

/** Who looked at which name of an article, newest first, as events of its history; a look at the texts of both languages is one. For who writes there. */
export async function listLookEvents(viewer: Viewer, articleId: string): Promise<ArticleEvent[]> {
  const rows = await db.refusedNameLook.findMany({
    where: { articleId, article: { unit: withinReach(viewer, 'articles.write') } },
    orderBy: { id: 'desc' },
    select: { name: true, lookedAt: true, lookedBy: { select: { displayName: true } } },
    take: LOOKS_MAX,
  });
  const looks = new Map(rows.map((row) => [`${row.lookedAt.getTime()} ${row.name}`, row]));
  return [...looks.values()].map(({ name, lookedAt, lookedBy }) => ({
    ...ofNoEdition,
    what: 'nameLookedAt',
    at: lookedAt,
    by: lookedBy.displayName,
    said: name,
  }));
}
