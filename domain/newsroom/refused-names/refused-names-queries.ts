import { may, reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { ArticleDraft } from '@/domain/articles/draft';
import { addDays, startOf, today } from '@/domain/days/day';
import type { Rows } from '@/domain/newsroom/namings/name-queries';
import { db, Prisma } from '@/prisma/client';
import { type RefusedInText, refusedIn } from './refused-in';
import type { RefusedName } from './refused-name';

const PIECES_MAX = 50;
/** For so many days it is said on the first page; the next publication asks for good. */
const TOLD_DAYS = 30;
const FIRST = 3;
const IN_PIECE_MAX = 100;

/** Pieces that name somebody who has lately said no on record: how many, fifty at most, and the newest three with their titles. */
export type RefusedNames = { count: number; first: { id: string; title: string }[] };
type Piece = Pick<ArticleDraft, 'id' | 'unit'>;

/** Women who have lately said no to being named and not agreed since, as `her`: what was answered before `at` knew nothing of it. `named`: of which names. */
const herSql = (named = Prisma.sql`true`) => Prisma.sql`lately AS MATERIALIZED (
  SELECT p.id, p.full_name AS name, p.search_key AS plain FROM (SELECT DISTINCT CASE WHEN q.merged_into_id IS NULL THEN q.id ELSE app.record_today(q.id) END AS id
    FROM consent x JOIN person q ON q.id = x.person_id
    WHERE x.purpose = 'name_in_story' AND x.answer <> 'given' AND x.created_at > ${startOf(addDays(today(), -TOLD_DAYS))}) r
  JOIN person p ON p.id = r.id AND p.erased_on IS NULL WHERE ${named}),
  her AS MATERIALIZED (SELECT p.*, app.name_key(p.name) AS key, date_trunc('milliseconds', c.created_at) AS at
  FROM lately p CROSS JOIN LATERAL app.standing_consent(p.id, 'name_in_story') c WHERE c.answer <> 'given')`;

/** What readers read of a text `t`, as `w`. */
const wordsSql = Prisma.sql`CROSS JOIN LATERAL (SELECT concat_ws(' | ', app.words_of_text(t), t.lines) AS words) w`;

/** Words of a name, all of them, in the language of PostgreSQL's text search. */
const askedSql = Prisma.sql`to_tsquery('simple', regexp_replace(btrim(regexp_replace(h.plain, '[^a-z0-9]+', ' ', 'g')), ' ', ' & ', 'g'))`;

/**
 * Texts in which their letters stand, as `near`: public ones by the index of their words; those with an hour, who reads aloud and what is said at
 * pictures are few, or fold once.
 */
const nearSql = Prisma.sql`${herSql()}, asked AS MATERIALIZED (SELECT h.id, h.plain, ${askedSql} AS q FROM her h),
  planned AS MATERIALIZED (SELECT t.id, app.search_key(w.words) AS plain FROM publication u JOIN edition_text t ON t.id = u.text_id ${wordsSql}
    WHERE u.published_at IS NULL AND u.ended_at IS NULL AND EXISTS (SELECT FROM her)),
  aloud AS MATERIALIZED (SELECT n.text_id, app.search_key(n.read_by) AS plain FROM sound n WHERE EXISTS (SELECT FROM her)),
  near AS MATERIALIZED (
  SELECT h.id, u.text_id FROM asked h JOIN app.published_words w ON w.words @@ h.q JOIN publication u ON u.id = w.publication_id JOIN edition_text t ON t.id = u.text_id
    WHERE strpos(t.search_key, h.plain) > 0
      OR strpos(app.search_key(concat_ws(' ', t.what_changed, t.easy_read, t.lines)), h.plain) > 0
  UNION SELECT h.id, p.id FROM her h JOIN planned p ON strpos(p.plain, h.plain) > 0
  UNION SELECT h.id, n.text_id FROM her h JOIN aloud n ON strpos(n.plain, h.plain) > 0
  UNION SELECT h.id, t.id FROM her h JOIN media_text w ON w.search_key LIKE '%' || h.plain || '%'
    JOIN media_use m ON m.asset_id = w.asset_id AND m.use = 'portal' JOIN edition_text t ON t.id = m.text_id AND t.locale = w.locale)`;

/** The same of one piece, which begins with its own texts: of thousands of women few are in them, whichever piece it is. */
const nearInSql = (articleId: string) => Prisma.sql`/* one plan */ own AS MATERIALIZED (
  SELECT t.id, app.search_key(w.words) AS plain FROM publication u JOIN edition_text t ON t.id = u.text_id ${wordsSql}
  WHERE u.article_id = ${articleId}::uuid AND u.ended_at IS NULL),
  ${herSql(Prisma.sql`EXISTS (SELECT FROM own WHERE strpos(own.plain, p.search_key) > 0)`)},
  near AS MATERIALIZED (SELECT h.id, own.id AS text_id FROM her h JOIN own ON strpos(own.plain, h.plain) > 0)`;

/** Whether a person is on record in the communes of the piece `a`. */
const isThere = (
  person: string,
) => Prisma.sql`EXISTS (SELECT FROM person k JOIN unit_span s ON s.unit_id = k.keeper_unit_id
  WHERE k.id = ${Prisma.raw(person)} AND s.valid_from <= app.today() AND (s.is_last OR s.valid_to > app.today())
    AND coalesce(s.commune_id, s.unit_id) = ANY (app.places_of_article(a.id)))`;

/**
 * Such texts before readers, or with an hour, by name, as `told`, where the viewer lets them out: no other of her name agrees, nobody has answered
 * since, and nobody looked at these words.
 */
const toldSql = (viewer: Viewer, articleId?: string) => Prisma.sql`
  ${articleId ? nearInSql(articleId) : nearSql}, told AS (
  SELECT a.id, t.locale, t.title, h.name, h.key, h.at, s.hash FROM near x JOIN her h ON h.id = x.id JOIN edition_text t ON t.id = x.text_id
    JOIN publication u ON u.text_id = t.id AND u.ended_at IS NULL JOIN article a ON a.id = u.article_id
    ${wordsSql}
    CROSS JOIN LATERAL (SELECT sha256(convert_to(w.words, 'UTF8')) AS hash) s
  WHERE ${articleId ? Prisma.sql`a.id = ${articleId}::uuid` : unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, 'articles.publish'))}
    AND app.name_stands_in(w.words, h.name) AND ${isThere('h.id')}
    AND NOT EXISTS (SELECT FROM (SELECT n.answer, n.said_at FROM article_naming n WHERE n.article_id = a.id AND app.name_key(n.name) IN (h.key, h.plain)
      ORDER BY n.id DESC LIMIT 1) n WHERE n.said_at > h.at OR n.answer <> 'agreed')
    AND NOT EXISTS (SELECT FROM person p WHERE app.name_key(p.full_name) = h.key AND p.merged_into_id IS NULL AND p.erased_on IS NULL
      AND ${isThere('p.id')} AND app.consent_stands(p.id, 'name_in_story'))
    AND NOT EXISTS (SELECT FROM refused_name_look l WHERE l.article_id = a.id AND app.name_key(l.name) = h.key AND l.refused_at = h.at AND l.words = s.hash))`;

/** Pieces that the viewer lets out that say the name of a woman there who has since said no on record: of each until somebody has answered, or looked. */
export async function findRefusedNames(viewer: Viewer): Promise<RefusedNames> {
  const rows = await db.$queryRaw<RefusedNames['first']>`
    WITH ${toldSql(viewer)} SELECT DISTINCT ON (id) id::text, title FROM told ORDER BY id DESC, locale DESC LIMIT ${PIECES_MAX}`;
  return { count: rows.length, first: rows.slice(0, FIRST) };
}

/** The same of one piece, by its texts; nothing for whoever does not let it out. */
export async function readRefused(viewer: Viewer, { id, unit }: Piece, rows: Rows): Promise<RefusedInText[]> {
  if (!may(viewer, 'articles.publish', unit.path)) return [];
  return rows.$queryRaw<RefusedInText[]>`
    WITH ${toldSql(viewer, id)} SELECT DISTINCT name, key, at AS "refusedAt", encode(hash, 'hex') AS words FROM told
    ORDER BY key, words, at LIMIT ${IN_PIECE_MAX}`;
}

/** Names in a piece whose bearers have since said no on record, for who lets it out. */
export async function listRefusedNames(viewer: Viewer, article: Piece): Promise<RefusedName[]> {
  return refusedIn(await readRefused(viewer, article, db));
}
