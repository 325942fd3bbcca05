import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate } from '@/domain/days/day';
import { type ArticleEvent, ofNoEdition } from '@/domain/newsroom/event';
import { listLookEvents } from '@/domain/newsroom/refused-names/look-event-queries';
import { db } from '@/prisma/client';

const NAMINGS_MAX = 200;

/** What was said of names in an article, and who looked at which, as events of its history: all that somebody said at a moment is one. For who writes there. */
export async function listNamingEvents(viewer: Viewer, articleId: string): Promise<ArticleEvent[]> {
  const [rows, looks] = await Promise.all([findNamings(viewer, articleId), listLookEvents(viewer, articleId)]);
  const moments = new Map<string, ArticleEvent>();
  for (const { name, answer, channel, agreedOn, saidAt, saidBy } of rows) {
    const moment = `${saidAt.getTime()} ${saidBy.displayName}`;
    const before = moments.get(moment)?.names ?? [];
    const names = [{ name, answer, channel, agreedOn: agreedOn && fromDate(agreedOn) }, ...before];
    const what = answer === 'taken_back' ? 'nameTakenBack' : 'namesAnswered';
    moments.set(moment, { ...ofNoEdition, what, at: saidAt, by: saidBy.displayName, names });
  }
  return [...moments.values(), ...looks];
}

const findNamings = (viewer: Viewer, articleId: string) =>
  db.articleNaming.findMany({
    where: { articleId, article: { unit: withinReach(viewer, 'articles.write') } },
    orderBy: { id: 'desc' },
    select: {
      name: true,
      answer: true,
      channel: true,
      agreedOn: true,
      saidAt: true,
      saidBy: { select: { displayName: true } },
    },
    take: NAMINGS_MAX,
  });
