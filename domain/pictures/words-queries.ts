import { may, pathOf } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
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
  const [newest] = textWaitings;
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
