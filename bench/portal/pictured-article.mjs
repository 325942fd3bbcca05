import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { query } from '../../scripts/database/database.mjs';

/** @import { Ground } from './ground.mjs' */

const SLUG = 'bench-picture';
const PATH = `/tin-tuc/${SLUG}`;
const [WIDTH, HEIGHT] = [1_200, 800];
const PAUSE_MS = 500;
/** Two minutes: the portal makes sizes one after the other, beside all other work. */
const TRIES = 240;

/** A piece of news like one that is there, with a picture at its head, past the triggers, as a dump is read in. */
const FILL = `
  SET session_replication_role = replica;
  CREATE TEMP TABLE pictured AS SELECT gen_random_uuid() AS article, gen_random_uuid() AS edition, gen_random_uuid() AS text, gen_random_uuid() AS picture,
      p.text_id AS like_text, a.unit_id
    FROM publication p JOIN article a ON a.id = p.article_id AND a.kind = 'news' WHERE p.locale = 'vi' AND p.ended_at IS NULL ORDER BY p.id LIMIT 1;
  INSERT INTO article (id, kind, unit_id, demo) SELECT article, 'news', unit_id, true FROM pictured;
  INSERT INTO article_slug (id, article_id, locale, slug) SELECT gen_random_uuid(), article, 'vi', '${SLUG}' FROM pictured;
  INSERT INTO edition (id, article_id, number, state) SELECT edition, article, 1, 'approved' FROM pictured;
  INSERT INTO edition_text (id, edition_id, locale, title, summary, body, plain)
    SELECT m.text, m.edition, 'vi', t.title, t.summary, t.body, t.plain FROM pictured m JOIN edition_text t ON t.id = m.like_text;
  INSERT INTO media_asset (id, sha256, mime, bytes, width, height, focal_x, focal_y, unit_id, in_library, faces, demo)
    SELECT picture, decode($1, 'hex'), 'image/webp', $2::int, ${WIDTH}, ${HEIGHT}, 0.5, 0.5, unit_id, true, 'nobody', true FROM pictured;
  INSERT INTO media_text (asset_id, locale, alt) SELECT picture, l, 'Sỏi' FROM pictured CROSS JOIN unnest('{vi,en}'::text[]) l;
  INSERT INTO media_use (asset_id, text_id, use, at_head) SELECT picture, text, 'portal', true FROM pictured;
  INSERT INTO publication (id, article_id, locale, text_id, planned_at, published_at, first_at)
    SELECT gen_random_uuid(), article, 'vi', text, at, at, at FROM pictured CROSS JOIN date_trunc('milliseconds', now()) at;
  SET session_replication_role = origin`;

/** As unquiet as pebbles: as heavy as the portal lets a picture be. */
const pebbles = () =>
  sharp(randomBytes((WIDTH * HEIGHT * 3) / 16), { raw: { width: WIDTH / 4, height: HEIGHT / 4, channels: 3 } })
    .resize({ width: WIDTH, kernel: 'cubic' })
    .webp({ quality: 90 })
    .toBuffer();

/**
 * Puts an article with a picture before the readers and has the portal make its sizes. Answers with its path.
 * @param {Ground} portal
 */
export async function picturedArticle({ databaseUrl, dataDir }) {
  // kept data (BENCH_DATA) has it from the last time
  const [there] = await query(databaseUrl, 'SELECT 1 AS one FROM article_slug WHERE slug = $1', [SLUG]);
  if (there) return PATH;
  const bytes = await pebbles();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const folder = join(dataDir, 'media', sha256.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, sha256), bytes);
  await query(databaseUrl, FILL.replace('$1', `'${sha256}'`).replace('$2', String(bytes.length)));
  for (let left = TRIES; left > 0; left--) {
    const [{ done }] = await query(
      databaseUrl,
      `SELECT count(*) = app.sizes_of(${WIDTH}) AS done FROM media_size s JOIN media_asset a ON a.id = s.asset_id WHERE a.sha256 = decode($1, 'hex')`,
      [sha256],
    );
    if (done) return PATH;
    await wait(PAUSE_MS);
  }
  throw new Error('The sizes of the picture were not made.');
}
