import { may, reach } from '@/domain/access/access';
import { placedTodaySql, unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { db, Prisma } from '@/prisma/client';
import { changesOf, newestWords, type WaitingWords, wordsOf } from './words';

const ARTICLES_MAX = 500;

export const waitingSelect = {
  locale: true,
  alt: true,
  caption: true,
  writtenByIds: true,
  writtenAt: true,
  returnedBy: { select: { displayName: true } },
  remark: true,
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
  const mayDecide = mayPublish && !hers && newest.returnedBy === null;
  return {
    changes: changesOf(wordsOf(mediaTexts), newestWords(mediaTexts, textWaitings)),
    by: authors.map(({ displayName }) => displayName),
    at: newest.writtenAt,
    hers,
    returnedBy: newest.returnedBy?.displayName ?? null,
    remark: newest.remark,
    mayDecide,
  };
}

/** The paths of units whose articles show a picture in an approved text. */
async function listUnitsThatShow(pictureId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ path: string }[]>`
    SELECT DISTINCT coalesce(s.path, '') AS path FROM app.articles_approved_with(${pictureId}::uuid) x(id) JOIN article a ON a.id = x.id
      LEFT JOIN unit_span s ON s.unit_id = a.unit_id AND ${placedTodaySql(Prisma.sql`s`)} LIMIT ${ARTICLES_MAX}`;
  return rows.map(({ path }) => path);
}

/** Pictures whose new words wait for somebody: how many, and the first of them with what it will be said to show. */
export type PicturesToWord = { count: number; first: { id: string; alt: string } | null };

/** Those whose new words wait for the viewer: she may publish wherever approved texts show them, and wrote none of the words. */
export async function findPicturesToWord(viewer: Viewer): Promise<PicturesToWord> {
  const shown = Prisma.sql`article a WHERE a.id IN (SELECT app.articles_approved_with(w.asset_id))`;
  const publishes = unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, 'articles.publish'));
  const [row] = await db.$queryRaw<{ id: string; alt: string; count: number }[]>`
    SELECT w.asset_id::text AS id, min(w.alt) AS alt, count(*) OVER ()::int AS count FROM media_text_waiting w
    WHERE NOT EXISTS (SELECT FROM media_text_waiting o WHERE o.asset_id = w.asset_id
        AND (o.returned_by_id IS NOT NULL OR ${viewer.accountId}::uuid = ANY (o.written_by_ids)))
      AND EXISTS (SELECT FROM ${shown}) AND NOT EXISTS (SELECT FROM ${shown} AND NOT ${publishes})
    GROUP BY w.asset_id ORDER BY w.asset_id LIMIT 1`;
  return { count: row?.count ?? 0, first: row ? { id: row.id, alt: row.alt } : null };
}

/** Pictures whose new words were returned: how many, and the first of them with what it was to say, whose words they are, who returned them and why. */
export type ReturnedWords = { count: number; first: ReturnedPicture | null };
type ReturnedPicture = { id: string; alt: string; writers: string; by: string; remark: string | null };

/** Those that the viewer wrote at and can still write on. */
export async function findReturnedWords(viewer: Viewer): Promise<ReturnedWords> {
  const kept = unitWithinSql(Prisma.sql`m.unit_id`, reach(viewer, 'pictures.keep'));
  const [row] = await db.$queryRaw<(ReturnedPicture & { count: number })[]>`
    SELECT m.id::text, (array_agg(w.alt ORDER BY w.locale DESC))[1] AS alt, min(b.display_name) AS by, min(w.remark) AS remark,
      (SELECT string_agg(c.display_name, ', ' ORDER BY c.id) FROM account c WHERE c.id IN
        (SELECT unnest(o.written_by_ids) FROM media_text_waiting o WHERE o.asset_id = m.id)) AS writers, count(*) OVER ()::int AS count
    FROM media_text_waiting w JOIN media_asset m ON m.id = w.asset_id JOIN account b ON b.id = w.returned_by_id
    WHERE EXISTS (SELECT FROM media_text_waiting o WHERE o.asset_id = m.id AND ${viewer.accountId}::uuid = ANY (o.written_by_ids)) AND ${kept}
    GROUP BY m.id ORDER BY m.id LIMIT 1`;
  if (!row) return { count: 0, first: null };
  const { count, ...first } = row;
  return { count, first };
}
