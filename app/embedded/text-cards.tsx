import type { ReactNode } from 'react';
import { dependsOn, dependsUntil } from '@/app/cache-tags';
import { TextCard } from '@/components/articles/cards/text-card';
import { keptCardsOf } from '@/domain/articles/cards/card';
import type { CardView } from '@/domain/articles/cards/card-view';
import { findPublishedTold } from '@/domain/articles/cards/published-card-queries';
import type { ArticleNode } from '@/domain/articles/document';
import type { Locale } from '@/i18n/locales';

/** What cards of a text are drawn as, by their keys; what is not public has no entry. */
export type DrawnCards = ReadonlyMap<string, ReactNode>;

/** What the cards of a text tell. */
export const cardsTold = (locale: Locale, body: ArticleNode) => findPublishedTold(locale, keptCardsOf(body));

/** The same, drawn as readers see them. */
export const drawnCards = (locale: Locale, told: ReadonlyMap<string, CardView>): DrawnCards =>
  new Map([...told].map(([key, view]) => [key, <TextCard key={key} locale={locale} view={view} />]));

/** The cards of a public text; its page is drawn anew when one of them moves, and when a session is over. */
export async function publicCards(locale: Locale, body: ArticleNode): Promise<DrawnCards> {
  const cards = keptCardsOf(body);
  const told = await cardsTold(locale, body);
  const sessions = [...told.values()].flatMap((view) => (view.of === 'session' ? [view.session] : []));
  await dependsOn(
    ...sessions.map(({ id }) => `session:${id}` as const),
    ...(cards.some(({ of }) => of === 'model') ? (['figures:province'] as const) : []),
  );
  await dependsUntil(...sessions.map(({ endsAt }) => endsAt));
  return drawnCards(locale, told);
}
