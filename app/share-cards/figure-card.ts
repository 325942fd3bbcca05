import { getTranslations } from 'next-intl/server';
import type { LoadedFigure } from '@/app/[locale]/(public)/figures/[slug]/[place]/[day]/load';
import { figureWordsOf } from '@/app/[locale]/(public)/figures/[slug]/[place]/[day]/words';
import { figureOr, type ShareCard } from '@/components/layout/share-cards/share-card';
import { figureSlug, saidOf } from '@/domain/figures/figure';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { sharedImages } from './shared-images';

/** What is seen of a number that can be cited: what it says, of which place and which day. */
export async function figureCard(locale: Locale, loaded: LoadedFigure): Promise<ShareCard> {
  const { figure } = loaded;
  const [t, ui, { word, value, title }] = await Promise.all([
    getTranslations({ locale, namespace: 'figures' }),
    getTranslations({ locale, namespace: 'ui' }),
    figureWordsOf(locale, loaded),
  ]);
  return {
    title,
    words: value,
    line: t('kicker', { day: formatDay(locale, figure.day) }),
    picture: figureOr(saidOf(figure).state === 'known' ? word : null, figure.code),
    place: null,
    subject: null,
    demo: figure.place.demo ? ui('demo') : null,
  };
}

export const figureImages = async (locale: Locale, loaded: LoadedFigure) => {
  const { code, place, day } = loaded.figure;
  return sharedImages(locale, await figureCard(locale, loaded), {
    route: 'figureCard',
    params: { slug: figureSlug(code, locale), place: place.slug, day },
  });
};
