import { query } from '../../scripts/database/database.mjs';

export const ARTICLES = 10_000;
export const PICTURES = 50_000;

/** Articles like those that are there, past the triggers, each with a number in its title; their words are put into the index. */
const FILL_ARTICLES = `
  SET session_replication_role = replica;
  CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS article, gen_random_uuid() AS edition, gen_random_uuid() AS text, n, p.text_id AS like_text, p.article_id AS like_article
    FROM generate_series(1, $1) n CROSS JOIN LATERAL (SELECT text_id, article_id FROM publication WHERE locale = 'vi' AND ended_at IS NULL ORDER BY id OFFSET n % 8 LIMIT 1) p;
  INSERT INTO article (id, kind, unit_id, demo) SELECT m.article, a.kind, a.unit_id, true FROM made m JOIN article a ON a.id = m.like_article;
  INSERT INTO article_slug (id, article_id, locale, slug) SELECT gen_random_uuid(), article, 'vi', 'bench-' || n FROM made;
  INSERT INTO edition (id, article_id, number, state) SELECT edition, article, 1, 'approved' FROM made;
  INSERT INTO edition_text (id, edition_id, locale, title, summary, body, plain)
    SELECT m.text, m.edition, 'vi', t.title || ' ' || m.n, t.summary, t.body, t.plain FROM made m JOIN edition_text t ON t.id = m.like_text;
  INSERT INTO publication (id, article_id, locale, text_id, planned_at, published_at, first_at, for_front)
    SELECT gen_random_uuid(), article, 'vi', text, at, at, date_trunc('milliseconds', at), n % 10 = 0 FROM made CROSS JOIN LATERAL (SELECT now() - n * interval '1 hour' AS at) h;
  INSERT INTO article_topic (article_id, skill_id) SELECT m.article, t.skill_id FROM made m JOIN article_topic t ON t.article_id = m.like_article;
  INSERT INTO article_commune (article_id, unit_id)
    SELECT m.article, c.ids[1 + m.n % cardinality(c.ids)] FROM made m CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids FROM unit WHERE level = 'commune') c WHERE m.n % 2 = 0;
  SET session_replication_role = origin;
  SELECT app.refresh_published_words()`;

/** Pictures of the communes with words in both languages and every size; a fifth stand at the head of an article of the bench. Nothing lies in storage. */
const FILL_PICTURES = `
  SET session_replication_role = replica;
  CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS picture, n FROM generate_series(1, $1) n;
  INSERT INTO media_asset (id, sha256, mime, bytes, width, height, focal_x, focal_y, unit_id, in_library, faces, demo, created_at)
    SELECT picture, sha256(convert_to('bench ' || n, 'UTF8')), 'image/webp', 240000, 1600, 1067, 0.5, 0.5, c.ids[1 + n % cardinality(c.ids)], true, 'nobody', true, now() - n * interval '30 minutes'
    FROM made CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids FROM unit WHERE level IN ('province', 'commune')) c;
  INSERT INTO media_text (asset_id, locale, alt)
    SELECT picture, l, CASE l WHEN 'vi' THEN 'Chị em học gọi video, buổi ' ELSE 'Women learn to call by video, session ' END || n FROM made CROSS JOIN unnest('{vi,en}'::text[]) l;
  INSERT INTO media_size (asset_id, width, format, sha256, bytes)
    SELECT picture, w, f, sha256(convert_to(n || f || w, 'UTF8')), w * 60 FROM made CROSS JOIN unnest('{480,800,1200,1600}'::int[]) w CROSS JOIN unnest('{avif,webp}'::text[]) f;
  INSERT INTO media_use (asset_id, text_id, use, at_head)
    SELECT m.picture, t.text_id, 'portal', true
    FROM (SELECT picture, row_number() OVER (ORDER BY n) AS at FROM made) m
      JOIN (SELECT p.text_id, row_number() OVER (ORDER BY p.published_at DESC) AS at FROM publication p JOIN article_slug s ON s.article_id = p.article_id
            WHERE s.slug LIKE 'bench-%' AND p.ended_at IS NULL) t ON t.at = m.at;
  SET session_replication_role = origin`;

/**
 * Sees to it that so many articles stand in public, in Vietnamese.
 * @param {string} databaseUrl
 */
export async function fillArticles(databaseUrl) {
  const [{ n }] = await query(
    databaseUrl,
    "SELECT count(*)::int AS n FROM publication WHERE locale = 'vi' AND ended_at IS NULL",
  );
  if (n >= ARTICLES) return;
  await query(databaseUrl, FILL_ARTICLES.replace('$1', String(ARTICLES - n)));
  await query(databaseUrl, 'ANALYZE');
}

/**
 * Sees to it that so many pictures lie in the library.
 * @param {string} databaseUrl
 */
export async function fillPictures(databaseUrl) {
  const [{ n }] = await query(databaseUrl, 'SELECT count(*)::int AS n FROM media_asset WHERE in_library');
  if (n >= PICTURES) return;
  await query(databaseUrl, FILL_PICTURES.replace('$1', String(PICTURES - n)));
  await query(databaseUrl, 'ANALYZE');
}
