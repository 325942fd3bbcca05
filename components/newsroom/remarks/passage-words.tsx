import { useTranslations } from 'next-intl';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import { readPicture } from '@/domain/articles/pictures/text-picture';

/** How the words of a passage are said: a picture, which is kept by its number, by what it shows. */
export function usePassageWords(told: PictureWords): (words: string) => string {
  const t = useTranslations('remarks');
  return (words) => {
    const picture = readPicture(words);
    if (!picture) return words;
    const shows = told[picture];
    return shows ? t('picture', { words: shows }) : t('pictureGone');
  };
}
