import { toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { compareWords } from '@/domain/order';
import { instantKeyOf, pageOf, readInstantKey } from '@/domain/page';
import { db, Prisma } from '@/prisma/client';
import type { ArticleCard, ArticleKind, PublishedArticle, Topic } from './article';
import { cardSelect, live, toCard } from './article-card';
import type { ArticleNode } from './document';

const PAGE = 12;
const TOPICS_MAX = 60;
const ADDRESSES_MAX = 5_000;

/** A commune is asked for by its slug, a topic by its code. */
export type ArticleFilter = { kind: ArticleKind; topic?: string; commune?: string; after?: string; take?: number };

/**
 * A page of the public articles of a kind in a language; `next` is the key of the page after it. Articles stand by
 * when they were first public, so a corrected one keeps its place.
 */
export async function listPublishedArticles(
  locale: Locale,
  filter: ArticleFilter,
): Promise<{ articles: ArticleCard[]; next: string | null }> {
  const take = filter.take ?? PAGE;
  const rows = await newest(locale, take + 1, [
    Prisma.sql`a.kind = ${filter.kind}::article_kind`,
    ...(filter.topic ? [hasTopic([filter.topic])] : []),
    ...(filter.commune ? [hasCommune([filter.commune])] : []),
    ...isAfter(filter.after),
  ]);
  const { page, next } = pageOf(rows, take, ({ first, articleId }) => instantKeyOf(first, articleId));
  return { articles: await cardsOf(locale, page), next };
}

type Row = { id: string; articleId: string; first: Date };

/** Public articles that meet all conditions, the one that was first public last comes first. */
const newest = (locale: Locale, take: number, conditions: Prisma.Sql[]) => db.$queryRaw<Row[]>`
  SELECT p.id::text, p.article_id::text AS "articleId", f.first
  FROM publication p
    JOIN article a ON a.id = p.article_id AND a.kind IN ('news', 'story')
    CROSS JOIN LATERAL (
      SELECT date_trunc('milliseconds', min(x.published_at)) AS first
      FROM publication x WHERE x.article_id = p.article_id AND x.locale = p.locale
    ) f
  WHERE p.locale = ${locale} AND p.published_at IS NOT NULL AND p.ended_at IS NULL
    ${conditions.length > 0 ? Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}` : Prisma.empty}
  ORDER BY f.first DESC, p.article_id DESC
  LIMIT ${take}`;

const hasTopic = (codes: string[]) => Prisma.sql`EXISTS (
  SELECT FROM article_topic t JOIN skill s ON s.id = t.skill_id WHERE t.article_id = a.id AND s.code = ANY (${codes}))`;

const hasCommune = (slugs: string[]) => Prisma.sql`EXISTS (
  SELECT FROM article_commune c JOIN unit u ON u.id = c.unit_id WHERE c.article_id = a.id AND u.slug = ANY (${slugs}))`;

/** Behind the last one of the page before; a key that is none means the beginning. */
function isAfter(after: string | undefined): Prisma.Sql[] {
  const last = readInstantKey(after);
  return last ? [Prisma.sql`(f.first, p.article_id) < (${last.instant}::timestamptz, ${last.id}::uuid)`] : [];
}

/** The cards of publications, in the order given. */
async function cardsOf(locale: Locale, rows: Row[]): Promise<ArticleCard[]> {
  const found = await db.publication.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: cardSelect(locale),
    take: rows.length,
  });
  const byId = new Map(found.map((row) => [row.id, row]));
  return rows.flatMap(({ id, first }) => {
    const row = byId.get(id);
    return row ? [toCard(locale, row, first)] : [];
  });
}

/** One public article by its address; null when there is none, `movedTo` when the address is an old one. */
export async function findPublishedArticle(
  locale: Locale,
  kind: ArticleKind,
  slug: string,
): Promise<PublishedArticle | { movedTo: string } | null> {
  const row = await db.publication.findFirst({
    where: { locale, ...live(), article: { kind, articleSlugs: { some: { locale, slug } } } },
    select: {
      ...cardSelect(locale),
      text: { select: { title: true, summary: true, body: true, plain: true } },
    },
  });
  if (!row) return null;
  const other = locale === 'vi' ? 'en' : 'vi';
  const articleId = row.article.id;
  const [first, twin] = await Promise.all([
    db.publication.aggregate({ where: { articleId, locale }, _min: { publishedAt: true } }),
    db.publication.findFirst({ where: { articleId, locale: other, ...live() }, select: { id: true } }),
  ]);
  const card = toCard(locale, row, first._min.publishedAt);
  if (card.slug !== slug) return { movedTo: card.slug };
  const { sourceName, sourceUrl, articleSlugs } = row.article;
  return {
    ...card,
    changedAt: (row.publishedAt ?? new Date(0)).toISOString(),
    body: row.text.body as ArticleNode,
    plain: row.text.plain,
    twinSlug: twin ? (articleSlugs.find((entry) => entry.locale === other)?.slug ?? null) : null,
    source: sourceName ? { name: sourceName, url: sourceUrl } : null,
  };
}

const RELATED = 3;

/**
 * Three other articles at most that share a topic or a commune with one, newest first; filled up with the newest of
 * its kind.
 */
export async function listPublishedRelated(locale: Locale, article: PublishedArticle): Promise<ArticleCard[]> {
  const other = Prisma.sql`a.id <> ${article.id}::uuid`;
  const topics = hasTopic(article.topics.map(({ code }) => code));
  const communes = hasCommune(article.places.map(({ slug }) => slug));
  const near = await newest(locale, RELATED, [other, Prisma.sql`(${topics} OR ${communes})`]);
  if (near.length === RELATED) return cardsOf(locale, near);
  const rest = await newest(locale, 2 * RELATED, [other, Prisma.sql`a.kind = ${article.kind}::article_kind`]);
  const known = new Set(near.map(({ id }) => id));
  return cardsOf(locale, [...near, ...rest.filter(({ id }) => !known.has(id))].slice(0, RELATED));
}

/** Topics that at least one public article of a kind has, by name in Vietnamese order. */
export async function listPublishedTopics(locale: Locale, kind: ArticleKind): Promise<Topic[]> {
  const skills = await db.skill.findMany({
    where: { articleTopics: { some: { article: { kind, publications: { some: { locale, ...live() } } } } } },
    select: { code: true, nameVi: true, nameEn: true },
    take: TOPICS_MAX,
  });
  return skills
    .map(({ code, nameVi, nameEn }) => ({ code, name: locale === 'vi' ? nameVi : nameEn }))
    .sort((a, b) => compareWords(a.name, b.name, locale));
}

/** All topics an editor can choose from. */
export async function listPublishedSkills(locale: Locale): Promise<Topic[]> {
  const skills = await db.skill.findMany({
    where: { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
    orderBy: { position: 'asc' },
    select: { code: true, nameVi: true, nameEn: true },
    take: TOPICS_MAX,
  });
  return skills.map(({ code, nameVi, nameEn }) => ({ code, name: locale === 'vi' ? nameVi : nameEn }));
}

/** Every public address of articles in a language, for the map of the site and the feeds; newest first, at most 5,000. */
export const listPublishedAddresses = async (locale: Locale, take = ADDRESSES_MAX): Promise<ArticleCard[]> =>
  cardsOf(locale, await newest(locale, Math.min(take, ADDRESSES_MAX), []));
