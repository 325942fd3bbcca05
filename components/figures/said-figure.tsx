import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { periodWithin } from '@/components/reports/report-words';
import { today } from '@/domain/days/day';
import { type CitedFigure, isRestated, saidOf } from '@/domain/figures/figure';
import { type Figure, toldOf } from '@/domain/indicators/indicator';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type Cited, citedWord, shareWord } from './cited-words';

type SaidProps = { locale: Locale; figure: CitedFigure; cited: Cited; place: string };

/** The number that was said first, large, and whether it was closed and stands. */
export function SaidFigure({ locale, figure, cited, place }: SaidProps) {
  const t = useTranslations('indicators');
  const flow = toldOf(figure.code).flow === true;
  return (
    <>
      <ToldNumber locale={locale} cited={cited} figure={saidOf(figure)}>
        {place} {' · '}
        {t(flow ? 'since' : 'on', { day: formatDay(locale, figure.day) })}
      </ToldNumber>
      <p className="mt-3 max-w-[34em]">
        <Standing locale={locale} figure={figure} />
      </p>
    </>
  );
}

type NumberProps = { locale: Locale; cited: Cited; figure: Figure; children: ReactNode };

/** A number of a page, with what it is of. */
export async function ToldNumber({ locale, cited, figure, children }: NumberProps) {
  const [t, states] = await Promise.all([
    getTranslations({ locale, namespace: 'figures' }),
    getTranslations({ locale, namespace: 'indicators' }),
  ]);
  const share = shareWord(t, locale, figure);
  return (
    <p>
      <b
        className={`block font-extrabold font-serif text-lotus lining-nums ${figure.state === 'known' ? 'text-figure' : 'text-h2'}`}
      >
        {citedWord(t, states, locale, cited, figure)}
      </b>{' '}
      <span className="mt-1 block text-ui">
        {share !== null && `${share} · `}
        {children}
      </span>
    </p>
  );
}

/** In a sentence or two: closed when and where, changed or not; or not closed, and what that means. */
function Standing({ locale, figure }: { locale: Locale; figure: CitedFigure }) {
  const [t, r] = [useTranslations('figures.standing'), useTranslations('reports')];
  const [first] = figure.filings;
  if (first)
    return (
      <>
        {t('filed', { closed: formatDay(locale, first.closedOn), period: periodWithin(r, first.period) })}{' '}
        {!isRestated(figure) && t('same')}
      </>
    );
  if (figure.place.closed) return t('within', { period: periodWithin(r, figure.place.closed) });
  return (
    <>
      {t('open')} {figure.day === today() && t('running')}
    </>
  );
}
