import { useTranslations } from 'next-intl';
import type { Day } from '@/domain/days/day';
import type { Figure, UnitOfMeasure } from '@/domain/indicators/indicator';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { figureWord } from './figure-words';

type HeadlineProps = {
  locale: Locale;
  figure: Figure;
  measure: UnitOfMeasure;
  day: Day;
  /** from the beginning of the year */
  flow: boolean;
  place: string;
};

/** The one number of a place, large, with what it is of and of which days. */
export function FigureHeadline({ locale, figure, measure, day, flow, place }: HeadlineProps) {
  const t = useTranslations('indicators');
  const { done, whole, state } = figure;
  const word = figureWord(t, locale, figure, measure);
  return (
    <p>
      <b
        className={`block font-extrabold font-serif text-lotus lining-nums ${state === 'known' ? 'text-figure' : 'text-h2'}`}
      >
        {measure === 'hours' && state === 'known' ? t('hours', { count: word }) : word}
      </b>{' '}
      <span className="mt-1 block text-ui">
        {place}
        {state === 'known' && whole !== null && (
          <>
            {' · '}
            {t('ofWhole', { done: formatNumber(locale, done ?? 0), whole: formatNumber(locale, whole) })}
          </>
        )}
        {' · '}
        {t(flow ? 'since' : 'on', { day: formatDay(locale, day) })}
      </span>
    </p>
  );
}
