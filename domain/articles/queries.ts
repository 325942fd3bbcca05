import { toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { instantKeyOf, pageOf, readInstantKey } from '@/domain/page';
import { db, Prisma } from '@/prisma/client';
import {
  type ArticleCard,
  type ArticleKind,
  articleKinds,
  kindsBeside,
  type PublishedArticle,
  type Topic,
} from './article';
import {
  type Choice,
  cardTablesSql,
  isArticleSql,
  isPublicSql,
  readPublishedCards,
  toPublishedCard,
} from './card-queries';
import { type FrontSpot, homeSpotOf } from './front/front';
import { isToldHereSql } from './published/place-queries';
import { articleColumnsSql, type PublishedArticleRow, toPublishedArticle } from './published/published-article-queries';

const PAGE = 12;
const TOPICS_MAX = 60;
/** With both languages below what one map of a site may hold (50,000, sitemaps.org). */
const ADDRESSES_MAX = 20_000;

/** A commune is asked for by its slug, a topic by its code. */
export type ArticleFilter = {
  kind?: ArticleKind;
  topic?: string;
  commune?: string;
  after?: string;
  take?: number;
  /** those put first there stand at the top of the first page, and on no further one */
  spot?: FrontSpot;
};

/**
 * A page of the public articles of a kind and those beside it, or of all; `next` is the key of the page after it. They stand by
 * when they were first public, so a corrected one keeps its place.
 */
export async function listPublishedArticles(
  locale: Locale,
  filter: ArticleFilter,
): Promise<{ articles: ArticleCard[]; next: string | null }> {
  const take = filter.take ?? PAGE;
  const rows = await readPublishedCards(locale, {
    take: take + 1,
    ...(filter.commune ? { communes: [filter.commune] } : {}),
    ...(filter.spot ? { spot: filter.spot, notPinned: readInstantKey(filter.after) !== null } : {}),
    conditions: [
      ...(filter.kind ? [besideSql(filter.kind)] : []),
      ...(filter.topic ? [hasTopic([filter.topic])] : []),
      ...(filter.commune ? [isToldHereSql] : []),
      ...isAfter(filter.after),
    ],
  });
  const { page, next } = pageOf(rows, take, ({ first, id }) => instantKeyOf(first, id));
  return { articles: page.map((row) => ({ ...toPublishedCard(row), pinned: row.pinned })), next };
}

/**
 * The newest of each kind, of a commune or several, named by their slugs, else those put first before what the city let out itself. Alerts hold now: that commune's come first, then
 * the whole city's, in either language.
 */
export async function listPublishedNewest(
  locale: Locale,
  most: Partial<Record<ArticleKind, number>>,
  commune?: string | readonly string[],
): Promise<Record<ArticleKind, ArticleCard[]>> {
  const [communes, isHere] = [[commune ?? []].flat(), commune !== undefined && commune.length > 0];
  const choiceOf = (kind: ArticleKind): Choice => ({
    take: most[kind] ?? 0,
    ...(!isHere && homeSpotOf[kind] ? { spot: homeSpotOf[kind], isFront: true as const } : {}),
    ...(isHere ? { communes } : {}),
    ...(isHere && kind === 'alert' ? { before: isToldHereSql } : {}),
    conditions: [isOfSql([kind]), ...(kind === 'alert' ? [holdsHere(isHere)] : isHere ? [isToldHereSql] : [])],
  });
  // alerts first: what stands before others among them orders the whole
  const asked = articleKinds.filter((kind) => most[kind]).sort((a, b) => Number(b === 'alert') - Number(a === 'alert'));
  const [first = 'news', ...further] = asked;
  const lent = most.alert ? [{ ...choiceOf('alert'), lent: true as const }] : [];
  const rows = await readPublishedCards(locale, choiceOf(first), ...further.map(choiceOf), ...lent);
  const cardsOf = (kind: ArticleKind) =>
    rows
      .filter((row) => row.kind === kind)
      .slice(0, most[kind])
      .map((row) => ({ ...toPublishedCard(row), ...(row.told === locale ? {} : { told: row.told }) }));
  return { news: cardsOf('news'), story: cardsOf('story'), guide: cardsOf('guide'), alert: cardsOf('alert') };
}

/** An alert that has not ended, of the whole city, or of a commune as well. */
const holdsHere = (isHere: boolean) => Prisma.sql`(p.planned_end IS NULL OR p.planned_end > now())
  AND (NOT EXISTS (SELECT FROM article_commune c WHERE c.article_id = a.id)${isHere ? Prisma.sql` OR ${isToldHereSql}` : Prisma.empty})`;

/** The kinds stand in the statement itself: how many pieces there are of each decides how it is best worked out. */
const isOfSql = (kinds: readonly ArticleKind[]) =>
  Prisma.raw(`a.kind IN (${articleKinds.flatMap((kind) => (kinds.includes(kind) ? `'${kind}'` : [])).join(', ')})`);

const besideSql = (kind: ArticleKind) => isOfSql(kindsBeside(kind));

const hasTopic = (codes: string[]) => Prisma.sql`EXISTS (
  SELECT FROM article_topic t JOIN skill s ON s.id = t.skill_id WHERE t.article_id = a.id AND s.code = ANY (${codes}))`;

/** Behind the last one of the page before; a key that is none means the beginning. */
function isAfter(after: string | undefined): Prisma.Sql[] {
  const last = readInstantKey(after);
  return last ? [Prisma.sql`(p.first_at, p.article_id) < (${last.instant}::timestamptz, ${last.id}::uuid)`] : [];
}

/**
 * One public article by its address, which those beside it share, topics and picture told in the language of `names`; null when there is
 * none, `movedTo` when the address is an old one.
 */
export async function findPublishedArticle(
  locale: Locale,
  kind: ArticleKind,
  slug: string,
  names = locale,
): Promise<PublishedArticle | { id: string; movedTo: string; twinSlug: string | null } | null> {
  const [row] = await db.$queryRaw<PublishedArticleRow[]>`
    SELECT ${articleColumnsSql(locale, names)}
    FROM article_slug known JOIN article a ON a.id = known.article_id AND ${besideSql(kind)}
      JOIN publication p ON p.article_id = a.id AND p.locale = known.locale AND ${isPublicSql}
      ${cardTablesSql}
    WHERE known.locale = ${locale} AND known.slug = ${slug} LIMIT 1`;
  if (!row) return null;
  if (row.slug !== slug) return { id: row.id, movedTo: row.slug, twinSlug: row.twinSlug };
  return toPublishedArticle(row);
}

const RELATED = 3;

/**
 * Three other articles at most that share a topic or a commune with one, newest first; `filled` up with the newest of
 * its kind.
 */
export async function listPublishedRelated(
  locale: Locale,
  article: PublishedArticle,
): Promise<{ articles: ArticleCard[]; filled: boolean }> {
  const topics = hasTopic(article.topics.map(({ code }) => code));
  const near = Prisma.sql`(${topics} OR ${isToldHereSql})`;
  const rows = await readPublishedCards(locale, {
    communes: article.places.map(({ slug }) => slug),
    take: RELATED,
    conditions: [Prisma.sql`a.id <> ${article.id}::uuid`, Prisma.sql`(${near} OR ${besideSql(article.kind)})`],
    before: near,
  });
  return { articles: rows.map(toPublishedCard), filled: rows.filter(({ foremost }) => foremost).length < RELATED };
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

/** Where an article stands in public, and since when with the words of today. */
export type PublishedAddress = Pick<ArticleCard, 'id' | 'kind' | 'slug'> & { changedAt: Date };

/** Every public address of articles in a language, for the map of the site: the newest first, at most 20,000. */
export const listPublishedAddresses = (locale: Locale, take = ADDRESSES_MAX): Promise<PublishedAddress[]> =>
  db.$queryRaw<PublishedAddress[]>`
    SELECT a.id::text AS id, a.kind::text AS kind, s.slug, p.published_at AS "changedAt"
    FROM publication p JOIN article a ON a.id = p.article_id AND ${isArticleSql}
      JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
    WHERE p.locale = ${locale} AND ${isPublicSql} ORDER BY p.first_at DESC, p.article_id DESC LIMIT ${Math.min(take, ADDRESSES_MAX)}`;
