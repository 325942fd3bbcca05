import type { useTranslations } from 'next-intl';
import { figureWord } from '@/components/indicators/figure-words';
import { countsPersons } from '@/domain/figures/figure';
import type { Figure, IndicatorCode, UnitOfMeasure } from '@/domain/indicators/indicator';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Words = ReturnType<typeof useTranslations<'figures'>>;
type StateWords = Parameters<typeof figureWord>[0];

export type Cited = { code: IndicatorCode; measure: UnitOfMeasure };

/** A number as it is read and quoted: "57,9%", "1.234", "12,5 giờ", of persons the ten that it has passed. */
export function citedWord(
  t: Words,
  states: StateWords,
  locale: Locale,
  { code, measure }: Cited,
  figure: Figure,
): string {
  if (countsPersons(code) && figure.state === 'known')
    return figure.done ? t('tens', { count: formatNumber(locale, figure.done) }) : t('few');
  const word = figureWord(states, locale, figure, measure);
  return measure === 'hours' && figure.state === 'known' ? t('hours', { count: word }) : word;
}

/** What a share is of: "11 trên 19"; null of what is no share. */
export const shareWord = (t: Words, locale: Locale, { done, whole, state }: Figure): string | null =>
  state === 'known' && whole !== null
    ? t('ofWhole', { done: formatNumber(locale, done ?? 0), whole: formatNumber(locale, whole) })
    : null;
