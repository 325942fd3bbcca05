import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import {
  articleColumnsSql,
  type PublishedArticleRow,
  toPublishedArticle,
} from '@/domain/articles/published/published-article-queries';
import { isCurrentSql, storedSql } from '@/domain/articles/sounds/published-sound-queries';
import type { SoundFormat, StoredSound } from '@/domain/articles/sounds/sound';
import { broughtSql } from '@/domain/articles/surroundings/surroundings-queries';
import { type Guide, type PartRow, partsOf } from '@/domain/guides/guide';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { db, Prisma } from '@/prisma/client';
import type { Preview, Publicity } from './preview';
import { isPreviewSecret, LINKS_MAX, type PreviewLink } from './preview-link';

type PreviewRow = PublishedArticleRow &
  Pick<Guide, 'reviewedOn' | 'reviewOn'> &
  Pick<Preview, 'edition' | 'superseded' | 'published' | 'locales' | 'expiresAt' | 'pictureHidden'> & {
    parts: PartRow[];
  };

/** A page reads a publication `p`: that of a text which has none begins now, and ends when it is planned to. */
const AS_PUBLISHED = Prisma.sql`
  CROSS JOIN LATERAL (SELECT now() AS published_at, t.locale,
    (SELECT x.planned_end FROM publication x WHERE x.text_id = t.id AND x.ended_at IS NULL LIMIT 1) AS planned_end,
    coalesce((SELECT min(x.first_at) FROM publication x WHERE x.article_id = a.id AND x.locale = t.locale), date_trunc('milliseconds', now())) AS first_at) p
  LEFT JOIN article_slug s ON s.article_id = a.id AND s.locale = t.locale AND s.retired_at IS NULL`;

/** One text of an edition `e` of an article `a`, everything that its page shows with it and beside it once it is public, in one row. */
const previewSql = (locale: Locale, from: Prisma.Sql, expiresAt: Prisma.Sql) => Prisma.sql`
  SELECT ${articleColumnsSql(locale, locale, broughtSql)},
    coalesce((SELECT jsonb_agg(jsonb_build_object('part', g.part, 'title', g.title, 'body', g.body, 'screen', g.screen, 'beside', g.beside) ORDER BY g.position)
      FROM guide_step g WHERE g.text_id = t.id), '[]') AS parts,
    a.reviewed_on::text AS "reviewedOn", a.review_on::text AS "reviewOn", e.number AS edition, ${expiresAt} AS "expiresAt",
    EXISTS (SELECT FROM edition x WHERE x.article_id = a.id AND x.number > e.number) AS superseded,
    EXISTS (SELECT FROM publication x JOIN edition_text xt ON xt.id = x.text_id WHERE xt.edition_id = e.id AND x.published_at IS NOT NULL) AS published,
    ARRAY (SELECT x.locale FROM edition_text x WHERE x.edition_id = e.id ORDER BY x.locale DESC) AS locales,
    EXISTS (SELECT FROM media_use m WHERE m.text_id = t.id AND m.use = 'portal' AND m.hidden_at IS NOT NULL) AS "pictureHidden"
  FROM ${from} JOIN edition_text t ON t.edition_id = e.id AND t.locale = ${locale} ${AS_PUBLISHED}
  WHERE a.kind <> 'page' LIMIT 1`;

function toPreview(row: PreviewRow | undefined): Preview | null {
  if (!row) return null;
  const { kind, edition, superseded, published, locales, expiresAt, parts, reviewedOn, reviewOn, pictureHidden } = row;
  const article = { ...toPublishedArticle(row), twinSlug: null, untranslatedSlug: null };
  return {
    article,
    guide: kind === 'guide' ? { ...partsOf(parts), reviewedOn, reviewOn } : null,
    edition,
    superseded,
    published,
    locales,
    pictureHidden,
    expiresAt,
  };
}

const newestSql = (viewer: Viewer, articleId: string) => Prisma.sql`(SELECT * FROM article
  WHERE id = ${articleId}::uuid AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = article.unit_id AND ${placedTodaySql(Prisma.sql`s`)}
    AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.see'))})) a
  JOIN LATERAL (SELECT x.id, x.number, x.surroundings FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true`;

/** The newest text of an article in a language, as its readers will see it; null where there is none, or it is beyond her reach. */
export async function findPreview(viewer: Viewer, articleId: string, locale: Locale): Promise<Preview | null> {
  if (!isId(articleId)) return null;
  const rows = await db.$queryRaw<PreviewRow[]>(
    previewSql(locale, newestSql(viewer, articleId), Prisma.sql`NULL::timestamptz`),
  );
  return toPreview(rows[0]);
}

/** Whether readers have had the newest edition of an article, in any language; never one that is beyond her reach. */
export async function findPublicity(viewer: Viewer, articleId: string): Promise<Publicity> {
  if (!isId(articleId)) return 'never';
  const [found] = await db.$queryRaw<{ publicity: Publicity }[]>`
    SELECT CASE WHEN bool_or(p.ended_at IS NULL) THEN 'now' WHEN count(*) > 0 THEN 'before' ELSE 'never' END AS publicity
    FROM ${newestSql(viewer, articleId)} JOIN edition_text t ON t.edition_id = e.id
      JOIN publication p ON p.text_id = t.id AND p.published_at IS NOT NULL LIMIT 1`;
  return found?.publicity ?? 'never';
}

/** What names a woman who does not agree any more is shown to nobody, also where her name was written in later. */
const linkedSql = (secret: string) => Prisma.sql`(SELECT edition_id, expires_at FROM preview_link
  WHERE token_hash = ${tokenHash(secret)} AND expires_at > ${new Date()} AND NOT app.refused_by_her(edition_id)) k JOIN edition e ON e.id = k.edition_id JOIN article a ON a.id = e.article_id`;

/** The text of an edition in a language, for whoever knows the secret of an address to it; null for any other text. */
export async function findPreviewByLink(secret: string, locale: Locale): Promise<Preview | null> {
  if (!isPreviewSecret(secret)) return null;
  const rows = await db.$queryRaw<PreviewRow[]>(previewSql(locale, linkedSql(secret), Prisma.sql`k.expires_at`));
  return toPreview(rows[0]);
}

/** A size of a picture, for the page or for the card that is sent on. */
type Size = { pictureId: string; width: number; format: string; use?: 'portal' | 'share_card' };
type FoundSize = { sha256: string; mime: string };

/** A size of a picture of an edition `e`, while everybody in it agrees. */
const sizeSql = ({ pictureId, width, format, use = 'portal' }: Size, from: Prisma.Sql) => Prisma.sql`
  SELECT encode(z.sha256, 'hex') AS sha256, 'image/' || z.format AS mime
  FROM ${from} JOIN edition_text t ON t.edition_id = e.id JOIN media_use m ON m.text_id = t.id AND m.use = ${use} AND m.hidden_at IS NULL
    JOIN media_size z ON z.asset_id = m.asset_id
  WHERE m.asset_id = ${pictureId}::uuid AND z.width = ${width}::int AND z.format = ${format} AND app.picture_may_show(m.asset_id, 'portal') AND app.picture_may_show(m.asset_id, ${use}) LIMIT 1`;

/** A size of the picture that a preview shows, for who may see the article. */
export async function findPreviewSize(viewer: Viewer, articleId: string, size: Size): Promise<FoundSize | null> {
  if (!isId(articleId) || !isId(size.pictureId)) return null;
  const rows = await db.$queryRaw<FoundSize[]>(sizeSql(size, newestSql(viewer, articleId)));
  return rows[0] ?? null;
}

/** The same for whoever knows the secret of an address. */
export async function findPreviewSizeByLink(secret: string, size: Size): Promise<FoundSize | null> {
  if (!isPreviewSecret(secret) || !isId(size.pictureId)) return null;
  const rows = await db.$queryRaw<FoundSize[]>(sizeSql(size, linkedSql(secret)));
  return rows[0] ?? null;
}

/** A sound of an edition `e`. */
const storedSoundSql = (textId: string, format: SoundFormat, from: Prisma.Sql) => Prisma.sql`
  SELECT ${storedSql} FROM ${from} JOIN edition_text t ON t.edition_id = e.id JOIN sound n ON n.text_id = t.id
  WHERE t.id = ${textId}::uuid AND n.format = ${format}`;

/** The sound of a text of the newest edition, for who may see the article; whoever writes hears it also where its words were changed since. */
export async function findPreviewSound(
  viewer: Viewer,
  articleId: string,
  textId: string,
  format: SoundFormat,
): Promise<StoredSound | null> {
  if (!isId(articleId) || !isId(textId)) return null;
  const found = storedSoundSql(textId, format, newestSql(viewer, articleId));
  return (await db.$queryRaw<StoredSound[]>`${found} LIMIT 1`)[0] ?? null;
}

/** The same for whoever knows the secret of an address, while its words stand. */
export async function findPreviewSoundByLink(
  secret: string,
  textId: string,
  format: SoundFormat,
): Promise<StoredSound | null> {
  if (!isPreviewSecret(secret) || !isId(textId)) return null;
  const found = storedSoundSql(textId, format, linkedSql(secret));
  return (await db.$queryRaw<StoredSound[]>`${found} AND ${isCurrentSql} LIMIT 1`)[0] ?? null;
}

/** The addresses that lead to an edition of an article now, for who may write in it; the newest first. */
export async function listPreviewLinks(viewer: Viewer, articleId: string): Promise<PreviewLink[]> {
  if (!isId(articleId)) return [];
  return db.$queryRaw<PreviewLink[]>`
    SELECT k.id::text, e.number AS edition, c.display_name AS by, k.created_at AS "createdAt", k.expires_at AS "expiresAt"
    FROM preview_link k JOIN edition e ON e.id = k.edition_id JOIN article a ON a.id = e.article_id JOIN account c ON c.id = k.created_by_id
    WHERE a.id = ${articleId}::uuid AND k.expires_at > ${new Date()} AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = a.unit_id
      AND ${placedTodaySql(Prisma.sql`s`)} AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'articles.write'))})
    ORDER BY k.created_at DESC LIMIT ${LINKS_MAX}`;
}
