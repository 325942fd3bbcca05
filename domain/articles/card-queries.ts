import type { Locale } from '@/domain/locale';
import { byVietnameseName } from '@/domain/order';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { ArticleCard } from './article';
import type { FrontSpot } from './front/front';
import { holdsPlaceSql, isForFrontSql, isPinnedSql, standsFirstSql } from './front/place-queries';
import { leadPictureSql } from './pictures/published-picture-queries';
import { toldHereSql } from './published/place-queries';
import { shownSql } from './surroundings/surroundings-queries';

/** A card as the database hands it over; `first`: when it was first public in its language. */
export type CardRow = Omit<ArticleCard, 'publishedAt' | 'until'> & { first: Date; until: Date | null };

/** `foremost`: one of those that stand before all others; `pinned`: put first by hand, in the spot that was asked for; `told`: its language. */
export type ChosenRow = CardRow & { foremost: boolean; pinned: boolean; told: Locale };

export const toPublishedCard = ({
  id,
  kind,
  slug,
  title,
  summary,
  topics,
  scene,
  lead,
  demo,
  first,
  places,
  until,
}: CardRow): ArticleCard => ({
  id,
  kind,
  slug,
  title,
  summary,
  topics,
  scene,
  lead,
  demo,
  publishedAt: first.toISOString(),
  places: places.sort(byVietnameseName),
  until: until?.toISOString() ?? null,
});

/** Public at this moment: what is only planned has no `published_at` yet. */
export const isPublicSql = Prisma.sql`p.published_at IS NOT NULL AND p.ended_at IS NULL`;

/** Of a kind that readers know: the table holds pages too. */
export const isArticleSql = Prisma.sql`a.kind <> 'page'`;

/** What belongs to a publication `p` of an article `a`, for `cardColumnsSql`. */
export const cardTablesSql = Prisma.sql`
  JOIN edition_text t ON t.id = p.text_id
  LEFT JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL`;

const PLACE = Prisma.sql`jsonb_build_object('slug', u.slug, 'code', coalesce(u.code, u.slug), 'q', coalesce(u.grid_q, 0), 'r', coalesce(u.grid_r, 0),
  'name', coalesce(${unitNameSql(Prisma.sql`u.id`)}, u.slug),
  'kind', coalesce((SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = u.id AND k.kind IN ('ward', 'special_zone')
    AND app.active_on(k.valid_from, k.valid_to, app.today()) LIMIT 1), 'commune'))`;

/** A card, everything that belongs to it with it, in one row; its places and topics are those of `beside`. */
export const cardColumnsSql = (
  locale: Locale,
  beside = shownSql,
) => Prisma.sql`a.id::text AS id, a.kind::text AS kind, a.scene::text AS scene, CASE a.kind WHEN 'alert' THEN p.planned_end END AS until, a.demo, p.first_at AS first, coalesce(s.slug, '') AS slug, t.title, t.summary, ${leadPictureSql(locale)} AS lead,
  coalesce((SELECT jsonb_agg(jsonb_build_object('code', k.code, 'name', ${locale === 'vi' ? Prisma.sql`k.name_vi` : Prisma.sql`k.name_en`}) ORDER BY k.position)
    FROM ${beside.topics} x JOIN skill k ON k.id = x.skill_id), '[]') AS topics,
  coalesce((SELECT jsonb_agg(${PLACE}) FROM ${beside.communes} x JOIN unit u ON u.id = x.unit_id), '[]') AS places`;

/**
 * Which cards are wanted: at most so many that meet all conditions. Before all others stand those that were put first in a spot by hand, then
 * those of which `before` is true; `notPinned`: without the former.
 */
export type Choice = {
  conditions: Prisma.Sql[];
  take: number;
  before?: Prisma.Sql;
  spot?: FrontSpot;
  notPinned?: boolean;
  /** it is a spot of the front page: by itself nothing stands there but what the city let out */
  isFront?: true;
  /** slugs of those that `isToldHereSql` asks about */
  communes?: readonly string[];
  /** those that readers have in the other language alone */
  lent?: true;
};

const NEWEST = Prisma.sql`p.first_at DESC, p.article_id DESC`;

/** The order of cards: by hand, then those before all others, then the newest. */
const orderOf = ({ before }: Choice, byHand: boolean) =>
  Prisma.sql`${byHand ? Prisma.sql`h.position NULLS LAST,` : Prisma.empty} ${before ? Prisma.sql`${before} DESC,` : Prisma.empty} ${NEWEST}`;

/** `beside`: what is joined, where the place by hand is told. */
type Part = { is: Prisma.Sql; order: Prisma.Sql; beside?: Prisma.Sql };

/** What stands first, and what follows it: each by itself, so that the newest are read from an index, and no further than is wanted. */
function partsOf({ before, spot, notPinned, isFront }: Choice): Part[] {
  const newest = (is: Prisma.Sql): Part => ({ is, order: NEWEST });
  if (spot) {
    const pinned = {
      is: isFront ? Prisma.sql`h.position IS NOT NULL AND ${holdsPlaceSql}` : Prisma.sql`h.position IS NOT NULL`,
      order: Prisma.sql`h.position`,
      beside: standsFirstSql([spot]),
    };
    return [
      ...(notPinned ? [] : [pinned]),
      newest(Prisma.sql`NOT ${isPinnedSql(spot)} AND ${isFront ? isForFrontSql : true}`),
    ];
  }
  return before ? [newest(before), newest(Prisma.sql`NOT ${before}`)] : [newest(Prisma.sql`true`)];
}

const OTHER = { vi: 'en', en: 'vi' } as const satisfies Record<Locale, Locale>;

/** Has no text in this language, and lends it the other one at an address that is nobody else's there. */
const lentSql = (
  locale: Locale,
) => Prisma.sql`NOT EXISTS (SELECT FROM publication x WHERE x.article_id = p.article_id AND x.locale = ${locale}
    AND x.published_at IS NOT NULL AND x.ended_at IS NULL)
  AND NOT EXISTS (SELECT FROM article_slug s JOIN article_slug o ON o.slug = s.slug AND o.locale = ${locale}
    WHERE s.article_id = p.article_id AND s.locale = p.locale AND s.retired_at IS NULL)`;

/** A number of the portal's own that stands in a statement itself: a plan for an unknown number of rows reads all of them first. */
const literal = (count: number) => Prisma.raw(String(Math.trunc(count)));

/** The publications of a choice. */
function chosen(locale: Locale, choice: Choice): Prisma.Sql {
  const { lent } = choice;
  const take = literal(choice.take);
  const told = lent ? OTHER[locale] : locale;
  const conditions = [...choice.conditions, ...(lent ? [lentSql(locale)] : [])];
  const parts = partsOf(choice).map(
    (
      { is, order, beside },
      part,
    ) => Prisma.sql`(SELECT p.id, p.article_id, p.first_at, ${beside ? Prisma.sql`h.position` : Prisma.sql`NULL::int`} AS position, ${literal(part)} AS part
      FROM publication p JOIN article a ON a.id = p.article_id AND ${isArticleSql} ${beside ?? Prisma.empty}
      WHERE ${Prisma.join([Prisma.sql`p.locale = ${told}`, isPublicSql, ...conditions, is], ' AND ')} ORDER BY ${order} LIMIT ${take})`,
  );
  return Prisma.sql`(SELECT p.id FROM (${Prisma.join(parts, ' UNION ALL ')}) p ORDER BY p.part, p.position, ${NEWEST} LIMIT ${take})`;
}

/** Cards of public articles, the one that was first public last comes first. They are chosen, then read whole, in one statement. */
export function readPublishedCards(locale: Locale, choice: Choice, ...further: Choice[]): Promise<ChosenRow[]> {
  const choices = [choice, ...further];
  const spots = choices.flatMap(({ spot }) => spot ?? []);
  const byHand = spots.length > 0;
  return db.$queryRaw<ChosenRow[]>`
    WITH /* one plan */ ${toldHereSql(choice.communes ?? [])}
    SELECT ${cardColumnsSql(locale)}, ${choice.before ?? true} AS foremost, ${byHand ? Prisma.sql`h.position IS NOT NULL` : false} AS pinned, p.locale AS told
    FROM publication p JOIN article a ON a.id = p.article_id
      ${cardTablesSql}
      ${byHand ? standsFirstSql(spots) : Prisma.empty}
    WHERE p.id IN (${Prisma.join(
      choices.map((one) => chosen(locale, one)),
      ' UNION ALL ',
    )})
    ORDER BY ${orderOf(choice, byHand)}`;
}
