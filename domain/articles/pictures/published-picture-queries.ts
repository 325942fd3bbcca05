import { isId } from '@/domain/id';
import { db, Prisma } from '@/prisma/client';
import type { PublishedSize } from './lead-picture';

/** Whether everybody in the picture of `m` agrees to what goes with its place on the page, too: asked of its own use. */
const alsoSql = (use: 'share_card' | 'print') => Prisma.sql`EXISTS (SELECT FROM media_use n
    WHERE n.asset_id = m.asset_id AND n.text_id = m.text_id AND n.at_head = m.at_head AND n.use = ${use} AND n.hidden_at IS NULL)`;

/** Use `m` of a picture in the text `t` as readers may see it at this moment, for a locale. */
const pictureSql = Prisma.sql`jsonb_build_object('id', m.asset_id, 'alt', x.alt, 'caption', x.caption, 'width', b.width, 'height', b.height,
    'widths', (SELECT jsonb_agg(DISTINCT z.width ORDER BY z.width) FROM media_size z WHERE z.asset_id = b.id),
    'focal', jsonb_build_object('x', round((coalesce(b.focal_x, .5) * 100)::numeric), 'y', round((coalesce(b.focal_y, .5) * 100)::numeric)),
    'onCard', ${alsoSql('share_card')}, 'onPaper', ${alsoSql('print')})`;
const shownSql = (locale: 'vi' | 'en') => Prisma.sql`media_use m JOIN media_asset b ON b.id = m.asset_id
  JOIN media_text x ON x.asset_id = b.id AND x.locale = ${locale} WHERE m.text_id = t.id AND m.use = 'portal' AND m.hidden_at IS NULL`;

/** The picture at the head of the text `t`; null where there is none, or it may not be shown. */
export const leadPictureSql = (locale: 'vi' | 'en') =>
  Prisma.sql`(SELECT ${pictureSql} FROM ${shownSql(locale)} AND m.at_head LIMIT 1)`;

/** The pictures within the text `t`, in no order; those alone that may be shown. */
export const textPicturesSql = (locale: 'vi' | 'en') =>
  Prisma.sql`coalesce((SELECT jsonb_agg(${pictureSql}) FROM ${shownSql(locale)} AND NOT m.at_head), '[]')`;

/**
 * A size of a picture, while a public page shows it and everybody in it agrees, to the card of that page too where it is for one; else null, as
 * if there were none.
 */
export async function findPublishedSize(
  pictureId: string,
  width: number,
  format: string,
  use: 'portal' | 'share_card' = 'portal',
): Promise<PublishedSize | null> {
  if (!isId(pictureId)) return null;
  const [row] = await db.$queryRaw<PublishedSize[]>`
    SELECT encode(s.sha256, 'hex') AS sha256, 'image/' || s.format AS mime, ARRAY (SELECT DISTINCT p.article_id::text
      FROM media_use m JOIN publication p ON p.text_id = m.text_id AND p.published_at IS NOT NULL AND p.ended_at IS NULL
      WHERE m.asset_id = s.asset_id AND m.use = ${use}) AS "articleIds"
    FROM media_size s WHERE s.asset_id = ${pictureId}::uuid AND s.width = ${width}::int AND s.format = ${format}
      AND app.picture_may_show(s.asset_id, 'portal') AND app.picture_may_show(s.asset_id, ${use}) LIMIT 1`;
  return row && row.articleIds.length > 0 ? row : null;
}
