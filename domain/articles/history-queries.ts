import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db, type Prisma } from '@/prisma/client';
import type { ArticleEvent } from './draft';

const EDITIONS_MAX = 50;
const PUBLICATIONS_MAX = 100;

const name = { select: { displayName: true } } as const;

const eventsSelect = {
  editions: {
    orderBy: { number: 'desc' },
    select: {
      number: true,
      editionTexts: { select: { locale: true }, take: 2 },
      editionAuthors: { select: { wroteAt: true, account: name }, take: 20 },
    },
    take: EDITIONS_MAX,
  },
  publications: {
    where: { publishedAt: { not: null } },
    orderBy: { publishedAt: 'desc' },
    select: {
      locale: true,
      publishedAt: true,
      publishedBy: name,
      endedAt: true,
      endReason: true,
      endedBy: name,
      notice: true,
      text: { select: { edition: { select: { number: true } } } },
    },
    take: PUBLICATIONS_MAX,
  },
} as const;
type Row = Prisma.ArticleGetPayload<{ select: typeof eventsSelect }>;

/** The events of an article, newest first; null when the viewer may not see it. */
export async function listArticleEvents(viewer: Viewer, articleId: string): Promise<ArticleEvent[] | null> {
  if (!isId(articleId)) return null;
  const row = await db.article.findFirst({
    where: { id: articleId, unit: withinReach(viewer, 'articles.see') },
    select: eventsSelect,
  });
  return row && [...together(row.publications.flatMap(publicEvents)), ...written(row.editions)].sort(newestFirst);
}

const newestFirst = (a: ArticleEvent, b: ArticleEvent) => b.at.getTime() - a.at.getTime();
const languagesOf = (locales: string[]) => (['vi', 'en'] as const).filter((locale) => locales.includes(locale));

const written = (editions: Row['editions']): ArticleEvent[] =>
  editions.flatMap(({ number, editionTexts, editionAuthors }) =>
    editionAuthors.map(({ wroteAt, account }) => ({
      what: 'wrote' as const,
      at: wroteAt,
      by: account.displayName,
      edition: number,
      languages: languagesOf(editionTexts.map(({ locale }) => locale)),
      notice: null,
    })),
  );

function publicEvents(row: Row['publications'][number]): ArticleEvent[] {
  const facts = { edition: row.text.edition.number, languages: languagesOf([row.locale]) };
  const begun = row.publishedAt
    ? [
        {
          ...facts,
          what: 'published' as const,
          at: row.publishedAt,
          by: row.publishedBy?.displayName ?? null,
          notice: null,
        },
      ]
    : [];
  const ended =
    row.endedAt && row.endReason === 'withdrawn'
      ? [
          {
            ...facts,
            what: 'withdrew' as const,
            at: row.endedAt,
            by: row.endedBy?.displayName ?? null,
            notice: row.notice,
          },
        ]
      : [];
  return [...begun, ...ended];
}

/** Both languages of one moment are one event. */
function together(events: ArticleEvent[]): ArticleEvent[] {
  const moments = new Map<string, ArticleEvent>();
  for (const event of events) {
    const moment = `${event.what} ${event.at.getTime()}`;
    const known = moments.get(moment)?.languages ?? [];
    moments.set(moment, { ...event, languages: languagesOf([...known, ...event.languages]) });
  }
  return [...moments.values()];
}
