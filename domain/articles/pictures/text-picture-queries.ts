import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { Locale } from '@/domain/locale';
import { db } from '@/prisma/client';
import type { ArticleDraft } from '../draft';
import { PICTURES_MAX, type PictureWithin, picturesOf } from './text-picture';

/**
 * The pictures of the newest texts of an article, within them and at their head, by their numbers, each told in a language of theirs; nothing is
 * asked where there is none. What is beyond her reach tells nothing.
 */
export async function mapTextPictures(
  viewer: Viewer,
  { id, editionId, texts }: Pick<ArticleDraft, 'id' | 'editionId' | 'texts'>,
  locale: Locale,
): Promise<Map<string, PictureWithin>> {
  const stand = [...new Set(texts.flatMap(({ body, lead }) => [...(lead ? [lead] : []), ...picturesOf(body)]))];
  if (stand.length === 0) return new Map();
  const uses = await db.mediaUse.findMany({
    where: {
      use: 'portal',
      text: { editionId, edition: { article: { id, unit: withinReach(viewer, 'articles.see') } } },
    },
    select: {
      hiddenAt: true,
      picture: { select: { id: true, mediaTexts: { select: { locale: true, alt: true, caption: true }, take: 2 } } },
    },
    take: (PICTURES_MAX + 1) * 2,
  });
  const told = new Map(
    uses.map(({ hiddenAt, picture: { id: picture, mediaTexts } }) => {
      const words = mediaTexts.find((text) => text.locale === locale) ?? mediaTexts[0];
      const state = hiddenAt ? ('hidden' as const) : ('shown' as const);
      return [picture, { id: picture, words: words?.alt ?? '', caption: words?.caption ?? '', state }];
    }),
  );
  const gone = { words: '', caption: '', state: 'gone' as const };
  return new Map(stand.map((picture) => [picture, told.get(picture) ?? { id: picture, ...gone }]));
}
