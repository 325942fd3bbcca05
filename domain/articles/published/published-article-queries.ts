import type { Locale } from '@/domain/locale';
import { Prisma } from '@/prisma/client';
import { type AlertRow, alertOf } from '../alerts/alert';
import type { PublishedArticle } from '../article';
import { type CardRow, cardColumnsSql, toPublishedCard } from '../card-queries';
import { textPicturesSql } from '../pictures/published-picture-queries';
import { soundSql } from '../sounds/published-sound-queries';
import { shownSql } from '../surroundings/surroundings-queries';
import { behindSql } from '../translations/seen-behind-queries';

export type PublishedArticleRow = CardRow &
  Pick<
    PublishedArticle,
    | 'number'
    | 'body'
    | 'pictures'
    | 'sound'
    | 'plain'
    | 'easyRead'
    | 'whatChanged'
    | 'subjectModelId'
    | 'subjectUnitId'
    | 'twinSlug'
    | 'untranslatedSlug'
    | 'behind'
    | 'corrections'
  > & {
    changedAt: Date;
    sourceName: string | null;
    sourceUrl: string | null;
    lines: AlertRow[] | null;
  };

/** What the publications of an article `a` in the language of `p` told its readers of their corrections; of a woman whom it does not name, nothing. */
const CORRECTIONS = Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('at', c.published_at, 'note', c.change_note) ORDER BY c.published_at DESC)
  FROM publication c WHERE c.article_id = a.id AND c.locale = p.locale AND c.published_at IS NOT NULL AND c.change_note IS NOT NULL
    AND app.note_may_show(c.change_note, t.id)), '[]')`;

/** The lines of a public alert, in the statement that reads its text. */
const LINES = Prisma.sql`CASE a.kind WHEN 'alert' THEN coalesce((SELECT jsonb_agg(jsonb_build_object('part', l.part, 'title', l.title, 'number', l.number) ORDER BY l.position)
  FROM alert_part l WHERE l.text_id = t.id), '[]') END`;

/** All that the page of a publication `p` of an article `a` shows of it, topics and the picture at its head told in the language of `names`; `beside`: what stands beside its words. */
export function articleColumnsSql(locale: Locale, names: Locale, beside = shownSql): Prisma.Sql {
  const other = locale === 'vi' ? 'en' : 'vi';
  return Prisma.sql`${cardColumnsSql(names, beside)}, p.published_at AS "changedAt", a.number, t.body, t.plain, t.easy_read AS "easyRead", t.what_changed AS "whatChanged", ${beside.subjectModelId} AS "subjectModelId", ${beside.subjectUnitId} AS "subjectUnitId", ${beside.sourceName} AS "sourceName", ${beside.sourceUrl} AS "sourceUrl",
      (SELECT o.slug FROM article_slug o JOIN publication x ON x.article_id = o.article_id AND x.locale = o.locale
        WHERE o.article_id = a.id AND o.locale = ${other} AND o.retired_at IS NULL AND x.published_at IS NOT NULL AND x.ended_at IS NULL LIMIT 1) AS "twinSlug",
      CASE WHEN NOT EXISTS (SELECT FROM article_slug o WHERE o.locale = ${other} AND o.slug = s.slug) THEN s.slug END AS "untranslatedSlug",
      ${behindSql()} AS behind, ${CORRECTIONS} AS corrections, ${LINES} AS lines, ${textPicturesSql(locale)} AS pictures,
      ${soundSql} AS sound`;
}

export function toPublishedArticle(row: PublishedArticleRow): PublishedArticle {
  const { number, body, pictures, sound, plain, twinSlug, untranslatedSlug, behind, corrections, lines } = row;
  const own = { number, body, pictures, sound, plain, twinSlug, untranslatedSlug, behind, corrections };
  const { easyRead, whatChanged, subjectModelId, subjectUnitId } = row;
  const ofStory = { easyRead, whatChanged, subjectModelId, subjectUnitId };
  return {
    ...toPublishedCard(row),
    ...own,
    ...ofStory,
    source: row.sourceName ? { name: row.sourceName, url: row.sourceUrl } : null,
    alert: lines && alertOf(lines),
    changedAt: row.changedAt.toISOString(),
  };
}
