import { may, pathOf, reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { unitSelect } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { changesOf, newestWords, type WaitingWords, wordsOf } from './words';

const PUBLICATIONS_MAX = 500;

export const waitingSelect = {
  locale: true,
  alt: true,
  caption: true,
  writtenByIds: true,
  writtenAt: true,
  returnedBy: { select: { displayName: true } },
} as const;
const wordedSelect = {
  id: true,
  mediaTexts: { select: { locale: true, alt: true, caption: true } },
  textWaitings: { select: waitingSelect },
} as const;

/** A picture with its words, those that readers see and those that wait. */
type Worded = NonNullable<
  Prisma.ModelActivityGetPayload<{ select: { picture: { select: typeof wordedSelect } } }>['picture']
>;

/** What waits of the words of a picture that the viewer sees; null where nothing does. `kept`: she keeps the picture. */
export async function findWaitingWords(viewer: Viewer, row: Worded, kept: boolean): Promise<WaitingWords | null> {
  const { id, mediaTexts, textWaitings } = row;
  const [newest] = textWaitings.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime());
  if (!newest) return null;
  const ids = textWaitings.flatMap(({ writtenByIds }) => writtenByIds);
  const [authors, units] = await Promise.all([
    db.account.findMany({ where: { id: { in: ids } }, select: { displayName: true }, take: 20 }),
    listUnitsThatShow(id),
  ]);
  const hers = ids.includes(viewer.accountId);
  // where no text shows it any more it is decided by whoever keeps it
  const mayPublish = units.length > 0 ? units.every((path) => may(viewer, 'articles.publish', path)) : kept;
  return {
    changes: changesOf(wordsOf(mediaTexts), newestWords(mediaTexts, textWaitings)),
    by: authors.map(({ displayName }) => displayName),
    at: newest.writtenAt,
    hers,
    returnedBy: newest.returnedBy?.displayName ?? null,
    mayDecide: mayPublish && !hers && newest.returnedBy === null,
  };
}

/** The paths of units whose articles show a picture to readers, or will at their hour. */
async function listUnitsThatShow(pictureId: string): Promise<string[]> {
  const rows = await db.publication.findMany({
    where: { endedAt: null, text: { mediaUses: { some: { pictureId, use: 'portal' } } } },
    distinct: ['articleId'],
    select: { article: { select: { unit: { select: unitSelect() } } } },
    take: PUBLICATIONS_MAX,
  });
  return rows.map(({ article }) => pathOf(article.unit));
}

/** Pictures whose new words wait for somebody: how many, and the first of them with what it will be said to show. */
export type PicturesToWord = { count: number; first: { id: string; alt: string } | null };

/** Those whose new words wait for the viewer: she may publish wherever readers see them, and wrote none of the words. */
export async function findPicturesToWord(viewer: Viewer): Promise<PicturesToWord> {
  const shown = Prisma.sql`media_use u JOIN publication p ON p.text_id = u.text_id AND p.ended_at IS NULL
    JOIN edition_text t ON t.id = u.text_id JOIN edition e ON e.id = t.edition_id JOIN article a ON a.id = e.article_id
    WHERE u.asset_id = w.asset_id AND u.use = 'portal'`;
  const publishes = unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, 'articles.publish'));
  const [row] = await db.$queryRaw<{ id: string; alt: string; count: number }[]>`
    SELECT w.asset_id::text AS id, min(w.alt) AS alt, count(*) OVER ()::int AS count FROM media_text_waiting w
    WHERE NOT EXISTS (SELECT FROM media_text_waiting o WHERE o.asset_id = w.asset_id
        AND (o.returned_by_id IS NOT NULL OR ${viewer.accountId}::uuid = ANY (o.written_by_ids)))
      AND EXISTS (SELECT FROM ${shown}) AND NOT EXISTS (SELECT FROM ${shown} AND NOT ${publishes})
    GROUP BY w.asset_id ORDER BY w.asset_id LIMIT 1`;
  return { count: row?.count ?? 0, first: row ? { id: row.id, alt: row.alt } : null };
}
