import type { ArticleCard } from '@/domain/articles/article';
import { listPublishedArticles } from '@/domain/articles/queries';
import { writtenAt } from '@/domain/days/day';
import { readInstantKey } from '@/domain/page';
import { ok } from '@/domain/result';
import { type Question, refused } from '../question';
import type { ArticleRow } from '../rows';
import { findPublishedPlace } from './place-queries';
import type { PageAddresses, Telling } from './told';

/** Articles that are public at this moment in a language, the newest first. */
export async function listPublishedArticleRows(question: Question, addresses: PageAddresses): Telling<ArticleRow> {
  const { commune, after, limit, language } = question;
  if (after !== undefined && !readInstantKey(after)) return refused('no-such-place-in-list', 'after');
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  if (commune !== undefined && !place) return refused('no-such-commune', 'commune');
  const { articles, next } = await listPublishedArticles(language, {
    take: limit,
    ...(after === undefined ? {} : { after }),
    ...(place ? { commune: place.slug } : {}),
  });
  const toRow = (card: ArticleCard): ArticleRow => ({
    article: card.id,
    article_kind: card.kind,
    language,
    title: card.title,
    summary: card.summary,
    topics: card.topics.map(({ code }) => code),
    communes: card.places.map(({ code }) => code),
    published_at: writtenAt(new Date(card.publishedAt)),
    page: addresses.article(language, card.kind, card.slug),
    demonstration: card.demo,
  });
  return ok({ rows: articles.map(toRow), next, day: null, from: null, to: null });
}
