import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import type { PictureUse } from '@/domain/pictures/library';
import { db, type Prisma } from '@/prisma/client';
import { type ConsentRow, lastDayOf } from '../consent';
import type { OwnData, OwnPicture } from './own-data';

const PICTURES_MAX = 500;

export const ownPictureSelect = {
  createdAt: true,
  mediaTexts: { select: { locale: true, alt: true }, take: 2 },
} as const;

/** As she can be recognised in it. */
type PictureRow = Prisma.MediaPersonGetPayload<{ select: { picture: { select: typeof ownPictureSelect } } }>['picture'];

export function toOwnPicture(viewer: Pick<Viewer, 'locale'>, { createdAt, mediaTexts }: PictureRow): OwnPicture {
  const words = mediaTexts.find((text) => text.locale === viewer.locale) ?? mediaTexts[0];
  return { description: words?.alt || null, since: dayOf(createdAt) };
}

/** Every answer of hers with its wording, the picture and the use it was given for; newest first. */
export async function listOwnConsents(
  viewer: Pick<Viewer, 'locale'>,
  answers: readonly ConsentRow[],
): Promise<OwnData['consents']> {
  const asked = await db.mediaAsset.findMany({
    where: { id: { in: answers.flatMap(({ pictureId }) => pictureId ?? []) } },
    select: { id: true, ...ownPictureSelect },
    take: PICTURES_MAX,
  });
  const pictures = new Map(asked.map(({ id, ...row }) => [id, toOwnPicture(viewer, row)]));
  return answers.map((row) => ({
    purpose: row.purpose,
    answer: row.answer,
    channel: row.channel,
    on: dayOf(row.answeredAt),
    lastDay: lastDayOf(row),
    picture: (row.pictureId && pictures.get(row.pictureId)) || null,
    use: row.use as PictureUse | null,
    takenBy: row.takenBy,
    edition: row.text.edition,
    wording: row.text.body,
  }));
}
