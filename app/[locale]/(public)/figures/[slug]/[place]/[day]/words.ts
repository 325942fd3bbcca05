import { getTranslations } from 'next-intl/server';
import { placeName } from '@/components/coverage/coverage-table';
import { type Cited, citedWord, shareWord } from '@/components/figures/cited-words';
import { saidOf } from '@/domain/figures/figure';
import type { Locale } from '@/i18n/locales';
import type { LoadedFigure } from './load';

/** What a number is called and how it is read, as its page, its head and its citation say it. */
export async function figureWordsOf(locale: Locale, { figure, definition }: LoadedFigure) {
  const [t, states, c, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'figures' }),
    getTranslations({ locale, namespace: 'indicators' }),
    getTranslations({ locale, namespace: 'coverage' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const { level, kind, name } = figure.place;
  const isCity = level === 'province';
  const cited: Cited = { code: figure.code, measure: definition.measure };
  const said = saidOf(figure);
  const [word, share] = [citedWord(t, states, locale, cited, said), shareWord(t, locale, said)];
  // a province before it became a city
  const city = { kind: kind ?? 'city' };
  const place = isCity ? t('city', city) : placeName(c, { kind: kind ?? 'commune', name });
  return {
    cited,
    word,
    value: share ? t('citation.share', { percent: word, share }) : word,
    place,
    title: t('heading', { name: definition.name, place }),
    mark: figure.place.demo ? ui('demo') : null,
    placeTitle: isCity ? t('cityTitle', city) : place,
  };
}
