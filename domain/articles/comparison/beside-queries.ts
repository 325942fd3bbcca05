import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Locale, locales } from '@/domain/locale';
import { db } from '@/prisma/client';
import type { ArticleDraft } from '../draft';
import { PICTURES_MAX } from '../pictures/text-picture';

const NOTES_MAX = 20;

/** What is said in each language beside the words of a text: of its pictures, and of what was corrected. */
export type WordsBeside = Record<Locale, string[]>;

/**
 * What pictures of the newest edition are described and captioned as, and notes on corrections that were given in both languages at once; of
 * an article beyond her reach nothing.
 */
export async function findWordsBeside(
  viewer: Viewer,
  { id, editionId }: Pick<ArticleDraft, 'id' | 'editionId'>,
): Promise<WordsBeside> {
  const article = { id, unit: withinReach(viewer, 'articles.see') };
  const [uses, notes] = await Promise.all([
    db.mediaUse.findMany({
      where: { use: 'portal', text: { editionId, edition: { article } } },
      select: { picture: { select: { id: true, mediaTexts: { select: wordsOfPicture, take: 2 } } } },
      orderBy: { pictureId: 'asc' },
      take: (PICTURES_MAX + 1) * 2,
    }),
    db.publication.findMany({
      where: { article, changeNote: { not: null } },
      select: { locale: true, changeNote: true, text: { select: { editionId: true } } },
      orderBy: { id: 'desc' },
      take: NOTES_MAX,
    }),
  ]);
  const pictures = [...new Map(uses.map(({ picture }) => [picture.id, picture.mediaTexts])).values()];
  const editions = new Set(notes.map(({ text }) => text.editionId));
  const paired = [...editions]
    .map((edition) => notes.filter(({ text }) => text.editionId === edition))
    .filter((of) => locales.every((locale) => of.some((note) => note.locale === locale)));
  const said = (locale: Locale) => [
    ...pictures.flatMap((texts) => texts.filter((text) => text.locale === locale).flatMap(wordsIn)),
    ...paired.flatMap((of) => of.filter((note) => note.locale === locale).map(({ changeNote }) => changeNote ?? '')),
  ];
  return { vi: said('vi'), en: said('en') };
}

const wordsOfPicture = { locale: true, alt: true, caption: true } as const;
const wordsIn = ({ alt, caption }: { alt: string; caption: string | null }) => (caption ? [alt, caption] : [alt]);
