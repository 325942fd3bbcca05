import { reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';

const PIECES_MAX = 50;
/** For so many days it is said on the first page; the next publication asks for good. */
const TOLD_DAYS = 30;

/** Pieces that name somebody who has lately said no on record: how many, fifty at most, and the newest three with their titles. */
export type RefusedNames = { count: number; first: { id: string; title: string }[] };
const FIRST = 3;

/** Women who have lately said no to being named and not agreed since, as `her`: what was answered before `at` knew nothing of it. */
const herSql = () => Prisma.sql`her AS MATERIALIZED (
  SELECT p.id, p.full_name AS name, app.name_key(p.full_name) AS key, app.search_key(p.full_name) AS plain, c.created_at AS at
  FROM (SELECT DISTINCT app.record_today(x.person_id) AS id FROM consent x
    WHERE x.purpose = 'name_in_story' AND x.answer <> 'given' AND x.created_at > ${startOf(addDays(today(), -TOLD_DAYS))}) r
  JOIN person p ON p.id = r.id AND p.erased_on IS NULL CROSS JOIN LATERAL app.standing_consent(p.id, 'name_in_story') c WHERE c.answer <> 'given')`;

/** Whether a person is on record in the communes of the piece `a`. */
const isThere = (
  person: string,
) => Prisma.sql`EXISTS (SELECT FROM person k JOIN unit_span s ON s.unit_id = k.keeper_unit_id
  WHERE k.id = ${Prisma.raw(person)} AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
    AND coalesce(s.commune_id, s.unit_id) = ANY (app.places_of_article(a.id)))`;

/**
 * Pieces that the viewer lets out, before readers or with an hour, that say the name of a woman there who has since said no on record; no
 * other of her name agrees, and nobody has answered since.
 */
export async function findRefusedNames(viewer: Viewer): Promise<RefusedNames> {
  const rows = await db.$queryRaw<RefusedNames['first']>`
    WITH ${herSql()}
    SELECT DISTINCT ON (a.id) a.id::text, t.title FROM her h
      JOIN edition_text t ON t.search_key LIKE '%' || h.plain || '%'
      JOIN publication u ON u.text_id = t.id AND u.ended_at IS NULL JOIN article a ON a.id = u.article_id
    WHERE ${unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, 'articles.publish'))} AND app.says_name(t, h.name) AND ${isThere('h.id')}
      AND NOT EXISTS (SELECT FROM (SELECT n.answer, n.said_at FROM article_naming n WHERE n.article_id = a.id AND app.name_key(n.name) IN (h.key, h.plain)
        ORDER BY n.id DESC LIMIT 1) n WHERE n.said_at > h.at OR n.answer <> 'agreed')
      AND NOT EXISTS (SELECT FROM person p WHERE app.name_key(p.full_name) = h.key AND p.merged_into_id IS NULL AND p.erased_on IS NULL
        AND ${isThere('p.id')} AND app.consent_stands(p.id, 'name_in_story'))
    ORDER BY a.id DESC, t.locale DESC LIMIT ${PIECES_MAX}`;
  return { count: rows.length, first: rows.slice(0, FIRST) };
}
