import { Prisma } from '@/prisma/client';

/** Editions of an article `a`, each with its text in a language. */
const textsSql = (of: string, locale: 'vi' | 'en') =>
  Prisma.raw(
    `FROM edition_text ${of} JOIN edition ${of}e ON ${of}e.id = ${of}.edition_id WHERE ${of}e.article_id = a.id AND ${of}.locale = '${locale}'`,
  );

/** Another edition that was approved says of the same English words that they follow the Vietnamese ones that readers see. */
const VOUCHED = Prisma.sql`EXISTS (SELECT ${textsSql('s', 'en')} AND s.sha256 = t.sha256 AND s.translated_from_sha = vt.sha256
  AND se.state IN ('approved', 'superseded'))`;

/** English follows Vietnamese words of an edition that readers do not see yet. */
const AHEAD = Prisma.sql`EXISTS (SELECT FROM edition_text n JOIN edition ne ON ne.id = n.edition_id
  WHERE n.id = t.translated_from_id AND ne.number > ve.number)`;

const TRANSLATED = Prisma.sql`(SELECT min(x.published_at) FROM publication x JOIN edition_text xt ON xt.id = x.text_id
  WHERE x.article_id = a.id AND x.locale = 'en' AND xt.sha256 = t.sha256)`;

/**
 * Of a public English text `t` of an article `a`, published by `p`: when Vietnamese was corrected after what it follows, and when these
 * English words were first public; else nothing.
 */
export const behindSql =
  () => Prisma.sql`(SELECT jsonb_build_object('correctedAt', vp.published_at, 'translatedAt', ${TRANSLATED})
  FROM publication vp JOIN edition_text vt ON vt.id = vp.text_id JOIN edition ve ON ve.id = vt.edition_id
  WHERE p.locale = 'en' AND vp.article_id = a.id AND vp.locale = 'vi' AND vp.published_at IS NOT NULL AND vp.ended_at IS NULL
    AND t.translated_from_sha IS DISTINCT FROM vt.sha256 AND NOT ${VOUCHED} AND NOT ${AHEAD})`;
