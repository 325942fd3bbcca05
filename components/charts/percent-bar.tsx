import { useTranslations } from 'next-intl';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type CoverStep, coverStep } from './map/hexagon';
import type { ChartWords } from './map/tile-words';

/** The colour of a bar by the step of its share. */
export const barFill: Record<CoverStep, string> = {
  1: 'fill-cover-1 stroke-[#CFA06A]',
  2: 'fill-cover-2 stroke-[#CFA06A]',
  3: 'fill-cover-3',
  4: 'fill-cover-4',
  5: 'fill-cover-5',
};

type PercentBarProps = {
  locale: Locale;
  /** Null is not known: the track stays empty and the word says so. */
  percent: number | null;
  /** A slim bar for tables, with the number beside it. */
  slim?: boolean;
};

/** A bar in the colour of its coverage, with the number after its end. The number is text, so the bar itself is silent. */
export function PercentBar({ locale, percent, slim = false }: PercentBarProps) {
  const t = useTranslations('charts') as ChartWords;
  const shown = percent ?? 0;
  const word = percent === null ? t('unknownShort') : formatPercent(locale, percent);
  // as large as the letters beside it
  const height = slim ? '0.875rem' : '1.375rem';
  const bar = (
    <svg width="100%" height={height} aria-hidden="true" className="block overflow-visible [print-color-adjust:exact]">
      <rect width="100%" height={height} rx="2" className="fill-comb" />
      {shown > 0 && <rect width={`${shown}%`} height={height} rx="2" className={barFill[coverStep(shown)]} />}
      {!slim && (
        <text x={`${shown}%`} dx="8" y="1.0625rem" className="fill-ink font-bold text-[1.0625rem] tabular-nums">
          {word}
        </text>
      )}
    </svg>
  );
  if (slim)
    return (
      <span className="inline-flex flex-wrap items-center justify-end gap-x-2.5">
        <span className="w-28 max-w-full flex-none">{bar}</span>
        <b className="whitespace-nowrap tabular-nums">{word}</b>
      </span>
    );
  return (
    <span className="block pr-14">
      {bar}
      <span className="sr-only">{word}</span>
    </span>
  );
}
