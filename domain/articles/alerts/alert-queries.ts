import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { db } from '@/prisma/client';
import type { ArticleDraft } from '../draft';
import { type AlertLack, type AlertParts, alertOf, lackOf } from './alert';
import { alertMax, alertParts } from './written-alert';

const LINES_MAX = alertParts.reduce((sum, part) => sum + alertMax[part], 0);

/** The parts of an alert's newest edition by language, as its editors see it; null where it is no alert, or beyond her reach. */
export async function findAlertDraft(
  viewer: Viewer,
  articleId: string,
): Promise<Partial<Record<Locale, AlertParts>> | null> {
  if (!isId(articleId)) return null;
  const lines = {
    select: { part: true, title: true, number: true },
    orderBy: { position: 'asc' },
    take: LINES_MAX,
  } as const;
  const row = await db.article.findFirst({
    where: { id: articleId, kind: 'alert', unit: withinReach(viewer, 'articles.see') },
    select: {
      editions: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { editionTexts: { take: 2, select: { locale: true, alertParts: lines } } },
      },
    },
  });
  if (!row) return null;
  const texts = row.editions[0]?.editionTexts ?? [];
  const parts = locales.flatMap((locale) => {
    const text = texts.find((each) => each.locale === locale);
    return text ? [[locale, alertOf(text.alertParts)]] : [];
  });
  return Object.fromEntries(parts);
}

/** What an alert lacks before it is handed on or goes out; null of what is whole, and of every other kind. */
export async function findAlertLack(viewer: Viewer, article: ArticleDraft): Promise<AlertLack | null> {
  return article.kind === 'alert' ? lackOf(article, (await findAlertDraft(viewer, article.id)) ?? {}) : null;
}
