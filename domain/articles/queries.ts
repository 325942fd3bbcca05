import { toDate, today } from '@/domain/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import type { ArticleCard, ArticleKind, ArticleLocale, PublishedArticle, Topic } from './article';
import { cardSelect, live, toCard } from './article-card';
import type { ArticleNode } from './document';

const PAGE = 12;
const TOPICS_MAX = 60;
const ADDRESSES_MAX = 5_000;

const newestFirst = [{ publishedAt: 'desc' as const }, { id: 'desc' as const }];

export type ArticleFilter = { kind: ArticleKind; topic?: string; commune?: string; after?: string; take?: number };

/**
 * What is public of a kind in a language, newest first, a page at a time; `next` is the key of the page after it.
 * A commune is asked for by its slug, a topic by its code.
 */
export async function listPublishedArticles(
  locale: ArticleLocale,
  filter: ArticleFilter,
): Promise<{ articles: ArticleCard[]; next: string | null }> {
  const take = filter.take ?? PAGE;
  const after = filter.after ? keyOf(filter.after) : null;
  const rows = await db.publication.findMany({
    where: {
      locale,
      ...live(),
      article: {
        kind: filter.kind,
        ...(filter.topic ? { articleTopics: { some: { skill: { code: filter.topic } } } } : {}),
        ...(filter.commune ? { articleCommunes: { some: { unit: { slug: filter.commune } } } } : {}),
      },
      ...(after ? { OR: [{ publishedAt: { lt: after.at } }, { publishedAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: newestFirst,
    select: cardSelect(locale),
    take: take + 1,
  });
  const last = rows[take - 1];
  const next = rows.length > take && last?.publishedAt ? `${last.publishedAt.getTime()}.${last.id}` : null;
  return { articles: rows.slice(0, take).map((row) => toCard(locale, row)), next };
}

/** The place after which a page begins; null for a key that is none. */
function keyOf(text: string): { at: Date; id: string } | null {
  const [, time, id] = /^(\d{12,14})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  return time && id && isId(id) ? { at: new Date(Number(time)), id } : null;
}

/** One public article by its address; null when there is none, `movedTo` when the address is an old one. */
export async function findPublishedArticle(
  locale: ArticleLocale,
  kind: ArticleKind,
  slug: string,
): Promise<PublishedArticle | { movedTo: string } | null> {
  const row = await db.publication.findFirst({
    where: { locale, ...live(), article: { kind, articleSlugs: { some: { locale, slug } } } },
    select: { ...cardSelect(locale), text: { select: { title: true, summary: true, body: true, plain: true } } },
  });
  if (!row) return null;
  const card = toCard(locale, row);
  if (card.slug !== slug) return { movedTo: card.slug };
  const other = locale === 'vi' ? 'en' : 'vi';
  const twin = await db.publication.findFirst({
    where: { articleId: row.article.id, locale: other, ...live() },
    select: { id: true },
  });
  const { sourceName, sourceUrl, articleSlugs } = row.article;
  return {
    ...card,
    body: row.text.body as ArticleNode,
    plain: row.text.plain,
    twinSlug: twin ? (articleSlugs.find((entry) => entry.locale === other)?.slug ?? null) : null,
    source: sourceName ? { name: sourceName, url: sourceUrl } : null,
  };
}

/** Up to three others that share a topic or a commune with an article, newest first; filled up with the newest of its kind. */
export async function listPublishedRelated(locale: ArticleLocale, article: PublishedArticle): Promise<ArticleCard[]> {
  const near = await db.publication.findMany({
    where: {
      locale,
      ...live(),
      article: {
        id: { not: article.id },
        kind: { in: ['news', 'story'] },
        OR: [
          { articleTopics: { some: { skill: { code: { in: article.topics.map(({ code }) => code) } } } } },
          { articleCommunes: { some: { unit: { slug: { in: article.places.map(({ slug }) => slug) } } } } },
        ],
      },
    },
    orderBy: newestFirst,
    select: cardSelect(locale),
    take: 3,
  });
  const cards = near.map((row) => toCard(locale, row));
  if (cards.length === 3) return cards;
  const { articles } = await listPublishedArticles(locale, { kind: article.kind, take: 4 });
  const known = new Set([article.id, ...cards.map(({ id }) => id)]);
  return [...cards, ...articles.filter(({ id }) => !known.has(id))].slice(0, 3);
}

/** Topics that at least one public article of a kind has, by name in Vietnamese order. */
export async function listPublishedTopics(locale: ArticleLocale, kind: ArticleKind): Promise<Topic[]> {
  const skills = await db.skill.findMany({
    where: { articleTopics: { some: { article: { kind, publications: { some: { locale, ...live() } } } } } },
    select: { code: true, nameVi: true, nameEn: true },
    take: TOPICS_MAX,
  });
  return skills
    .map(({ code, nameVi, nameEn }) => ({ code, name: locale === 'vi' ? nameVi : nameEn }))
    .sort((a, b) => new Intl.Collator(locale).compare(a.name, b.name));
}

/** All topics an editor can choose from. */
export async function listPublishedSkills(locale: ArticleLocale): Promise<Topic[]> {
  const skills = await db.skill.findMany({
    where: { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
    orderBy: { position: 'asc' },
    select: { code: true, nameVi: true, nameEn: true },
    take: TOPICS_MAX,
  });
  return skills.map(({ code, nameVi, nameEn }) => ({ code, name: locale === 'vi' ? nameVi : nameEn }));
}

/** Every public address of articles in a language, for the map of the site and the feeds; newest first, at most 5,000. */
export async function listPublishedAddresses(locale: ArticleLocale, take = ADDRESSES_MAX): Promise<ArticleCard[]> {
  const rows = await db.publication.findMany({
    where: { locale, ...live(), article: { kind: { in: ['news', 'story'] } } },
    orderBy: newestFirst,
    select: cardSelect(locale),
    take: Math.min(take, ADDRESSES_MAX),
  });
  return rows.map((row) => toCard(locale, row));
}
