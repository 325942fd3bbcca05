import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, startOf, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { searchKey } from '@/domain/texts/clean-text';
import { db, Prisma } from '@/prisma/client';
import {
  type Foreseen,
  type FrontOrder,
  type FrontPiece,
  type FrontSpot,
  frontSpots,
  isHome,
  kindsIn,
  PLACES,
} from './front';
import { holdsPlaceSql, isForFrontSql, isUnpinnedSql, standsFirstSql } from './place-queries';

const FOUND_MAX = 12;

/** Who arranges the front page publishes for the whole city. */
export const mayArrange = (viewer: Viewer) => mayForProvince(viewer, 'articles.publish');

/** Title in the viewer's language or the other, and the languages of an article `a` that readers find now or by an hour. */
const pieceSql = (locale: Locale) => Prisma.sql`a.id::text AS "articleId",
  coalesce((SELECT t.title FROM edition e JOIN edition_text t ON t.edition_id = e.id WHERE e.article_id = a.id ORDER BY e.number DESC, t.locale = ${locale} DESC LIMIT 1), '') AS title,
  ARRAY (SELECT p.locale FROM publication p WHERE p.article_id = a.id AND p.published_at IS NOT NULL AND p.ended_at IS NULL ORDER BY p.locale DESC) AS "publicIn",
  ARRAY (SELECT p.locale FROM publication p WHERE p.article_id = a.id AND p.published_at IS NULL AND p.ended_at IS NULL ORDER BY p.locale DESC) AS "plannedIn"`;

type OrderRow = FrontPiece & {
  waits: boolean;
  number: number;
  arrangedBy: string;
  arrangedAt: Date;
  from: Day | null;
  to: Day | null;
};

/** How a spot is arranged, its lines in their order; null for whoever does not arrange it. */
export async function findFrontOrder(viewer: Viewer, spot: FrontSpot): Promise<FrontOrder | null> {
  if (!mayArrange(viewer)) return null;
  const rows = await db.$queryRaw<OrderRow[]>`
    SELECT h.number, c.display_name AS "arrangedBy", h.arranged_at AS "arrangedAt", w.valid_from::text AS "from", (w.valid_to - 1)::text AS "to", ${pieceSql(viewer.locale)},
      ${isHome(spot)} AND EXISTS (SELECT FROM publication p WHERE p.article_id = a.id AND p.ended_at IS NULL AND NOT ${holdsPlaceSql}) AS waits
    FROM (SELECT * FROM front_arrangement WHERE spot = ${spot}::front_spot ORDER BY number DESC LIMIT 1) h
      JOIN account c ON c.id = h.arranged_by_id
      LEFT JOIN front_place w ON w.arrangement_id = h.id LEFT JOIN article a ON a.id = w.article_id
    ORDER BY w.position LIMIT 100`;
  return {
    version: rows[0]?.number ?? 0,
    arrangedBy: rows[0]?.arrangedBy ?? null,
    arrangedAt: rows[0]?.arrangedAt ?? null,
    lines: rows.flatMap(({ articleId, title, publicIn, plannedIn, waits, from, to }) =>
      from ? [{ articleId, title, publicIn, plannedIn, waits, from, to }] : [],
    ),
  };
}

/** Pieces that can stand in a spot, of those that readers find or will by an hour: the newest, or those whose title holds the words. */
export async function listFrontChoices(viewer: Viewer, spot: FrontSpot, words: string): Promise<FrontPiece[]> {
  if (!mayArrange(viewer)) return [];
  const key = `%${searchKey(words).replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw<FrontPiece[]>`
    SELECT ${pieceSql(viewer.locale)} FROM article a
    WHERE a.kind = ANY (${kindsIn(spot)}::article_kind[]) AND EXISTS (SELECT FROM publication p JOIN edition_text t ON t.id = p.text_id
      WHERE p.article_id = a.id AND p.ended_at IS NULL AND t.search_key LIKE ${key} AND app.search_key(t.title) LIKE ${key})
    ORDER BY a.id DESC LIMIT ${FOUND_MAX}::int`;
}

/** Which of these articles can stand in a spot, as they are. */
export async function listFrontPieces(viewer: Viewer, spot: FrontSpot, ids: readonly string[]): Promise<FrontPiece[]> {
  if (!mayArrange(viewer)) return [];
  return db.$queryRaw<FrontPiece[]>`
    SELECT ${pieceSql(viewer.locale)} FROM article a
    WHERE a.id = ANY (${[...ids]}::uuid[]) AND a.kind = ANY (${kindsIn(spot)}::article_kind[]) LIMIT 100`;
}

/**
 * What will stand first in every spot in a language on a day: now where it is today, else as the day ends, with what has its hour or its end
 * until then. Empty for whoever does not arrange it.
 */
export async function foreseeFront(viewer: Viewer, locale: Locale, day: Day): Promise<Foreseen[]> {
  if (!mayArrange(viewer)) return [];
  const at = day === today() ? new Date() : new Date(startOf(addDays(day, 1)).getTime() - 1);
  const ofSpot = (spot: FrontSpot) => foreseenIn(spot, { locale, day, at });
  return db.$queryRaw<Foreseen[]>`
    SELECT q.spot, q.id, q.title, q."byHand" FROM (${Prisma.join(frontSpots.map(ofSpot), ' UNION ALL ')}) q ORDER BY q.spot, q.n`;
}

/** What stands first in a spot at an instant of a day: what is put there, the newest, which an index hands over, and the few that have their hour until then. */
function foreseenIn(spot: FrontSpot, { locale, day, at }: { locale: Locale; day: Day; at: Date }): Prisma.Sql {
  const on = Prisma.sql`${day}::date`;
  // said in the statement itself: a plan for any number of them would read all
  const few = Prisma.raw(String(PLACES));
  const places = standsFirstSql([spot], on);
  const pinned = isHome(spot)
    ? Prisma.sql`h.position IS NOT NULL AND ${holdsPlaceSql}`
    : Prisma.sql`h.position IS NOT NULL`;
  const byItself = isHome(spot) ? isForFrontSql : Prisma.sql`true`;
  const isShown = Prisma.sql`p.published_at IS NOT NULL AND NOT EXISTS (SELECT FROM publication y
    WHERE y.article_id = a.id AND y.locale = p.locale AND y.published_at IS NULL AND y.ended_at IS NULL AND y.planned_at <= ${at})`;
  const those = (
    position: Prisma.Sql,
    beside: Prisma.Sql,
    is: Prisma.Sql,
  ) => Prisma.sql`SELECT p.text_id, p.article_id, ${position} AS position,
      coalesce(p.first_at, (SELECT min(x.first_at) FROM publication x WHERE x.article_id = a.id AND x.locale = p.locale), p.planned_at) AS first
    FROM publication p JOIN article a ON a.id = p.article_id AND a.kind = ANY (${kindsIn(spot)}::article_kind[]) ${beside}
    WHERE p.locale = ${locale} AND p.ended_at IS NULL AND (p.planned_end IS NULL OR p.planned_end > ${at}) AND ${is}`;
  const put = (is: Prisma.Sql) => those(Prisma.sql`h.position`, places, is);
  // a join that finds nothing PostgreSQL takes for one that leaves nothing, and went through all articles of a kind
  const newest = those(
    Prisma.sql`NULL::int`,
    Prisma.empty,
    Prisma.sql`${isShown} AND ${byItself} AND ${isUnpinnedSql(spot, on)}`,
  );
  return Prisma.sql`(
    SELECT ${spot} AS spot, q.article_id::text AS id, t.title, q.position IS NOT NULL AS "byHand",
      row_number() OVER (ORDER BY q.position NULLS LAST, q.first DESC, q.article_id DESC) AS n
    FROM (${put(Prisma.sql`${isShown} AND ${pinned}`)}
      UNION ALL (${newest} ORDER BY p.first_at DESC, p.article_id DESC LIMIT ${few})
      UNION ALL ${put(Prisma.sql`p.published_at IS NULL AND p.planned_at <= ${at} AND (${pinned} OR h.position IS NULL AND ${byItself})`)}) q
    JOIN edition_text t ON t.id = q.text_id ORDER BY n LIMIT ${few})`;
}
