import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import {
  type Found,
  type FoundArticle,
  type FoundCommune,
  placeKeyOf,
  placeNameOf,
  textQueryOf,
  wordsOf,
} from './search';

const ARTICLES_MAX = 20;
const COMMUNES_MAX = 12;

/** Public articles and communes for a question, best first; accents, capitals and former names make no difference. */
export async function searchPublished(locale: Locale, question: string): Promise<Found> {
  if (wordsOf(question).length === 0) return { articles: [], communes: [] };
  const [articles, communes] = await Promise.all([findArticles(locale, question), findCommunes(question)]);
  return { articles, communes };
}

/**
 * Those whose title holds the words come first, so where they fill the list nothing else is ranked: to rank a text, all of its words are
 * read. Texts are read of the best alone.
 */
function findArticles(locale: string, question: string): Promise<FoundArticle[]> {
  const words = textQueryOf(question);
  return db.$queryRaw<FoundArticle[]>`
    WITH /* one plan */ hit AS MATERIALIZED (
        SELECT p.article_id, p.text_id, p.locale, p.published_at, a.kind, w.words, w.title_key LIKE '%' || ${wordsOf(question).join(' ')} || '%' AS named
        FROM app.published_words w
          JOIN publication p ON p.id = w.publication_id AND p.locale = ${locale} AND p.published_at <= now() AND p.ended_at IS NULL
          JOIN article a ON a.id = p.article_id AND a.kind IN ('news', 'story')
        WHERE w.words @@ to_tsquery('simple', ${words})),
      best AS (SELECT h.*, ts_rank(h.words, to_tsquery('simple', ${words})) AS rank FROM hit h
        WHERE h.named OR (SELECT count(*) < ${ARTICLES_MAX} FROM hit WHERE named)
        ORDER BY h.named DESC, rank DESC, h.published_at DESC LIMIT ${ARTICLES_MAX})
    SELECT b.kind::text AS kind, s.slug, t.title, t.summary, to_char(b.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt"
    FROM best b
      JOIN edition_text t ON t.id = b.text_id
      JOIN article_slug s ON s.article_id = b.article_id AND s.locale = b.locale AND s.retired_at IS NULL
    ORDER BY b.named DESC, b.rank DESC, b.published_at DESC`;
}

/**
 * Communes by a name of today or a former one. Exactly that name, marks and all, comes first; then the same letters,
 * then a beginning, a part or a near miss; today's name before a former one.
 */
async function findCommunes(question: string): Promise<FoundCommune[]> {
  const [key, name] = [placeKeyOf(question), placeNameOf(question)];
  const rows = await db.$queryRaw<CommuneRow[]>`
    WITH /* one plan */ bearer AS (
        SELECT n.unit_id, n.name, n.search_key, NULL::text AS kind, NULL::text AS district, false AS part, app.active_on(n.valid_from, n.valid_to, app.today()) AS now
          FROM unit c JOIN unit_name n ON n.unit_id = c.id WHERE c.level = 'commune'
        UNION ALL SELECT unit_id, name, search_key, kind::text, district, part, false FROM former_unit),
      scored AS (SELECT b.*, similarity(b.search_key, ${key}) AS likeness,
          CASE WHEN app.name_key(b.name) = app.name_key(${name}) THEN 0 WHEN b.search_key = ${key} THEN 1 WHEN starts_with(b.search_key, ${key}) THEN 2
            WHEN strpos(b.search_key, ${key}) > 0 THEN 3 ELSE 4 END AS distance
        FROM bearer b WHERE strpos(b.search_key, ${key}) > 0 OR (length(${key}) > 4 AND similarity(b.search_key, ${key}) > 0.5)),
      best AS (SELECT DISTINCT ON (unit_id) * FROM scored ORDER BY unit_id, distance, now DESC, likeness DESC)
    SELECT u.slug, u.code, today.name, k.kind::text AS kind, s.distance,
      CASE WHEN s.now OR s.name = today.name AND s.kind IS NULL THEN NULL ELSE jsonb_build_object('name', s.name, 'kind', s.kind, 'district', s.district, 'part', s.part) END AS former
    FROM best s JOIN unit u ON u.id = s.unit_id
      JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= app.today() ORDER BY x.valid_from DESC LIMIT 1) today ON true
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, app.today())
    WHERE u.level = 'commune' AND (u.closed_on IS NULL OR u.closed_on > app.today())
    ORDER BY s.distance, s.now DESC, s.likeness DESC, today.name COLLATE "vi-x-icu", u.code
    LIMIT ${COMMUNES_MAX}`;
  const namesakes = Math.min(1, ...rows.map(({ distance }) => distance));
  return rows.map(({ distance, ...row }) => ({ ...row, namesake: distance <= namesakes }));
}

type CommuneRow = Omit<FoundCommune, 'namesake'> & { distance: number };
