import { useTranslations } from 'next-intl';
import type { ShareStep } from '@/domain/coverage/view/places';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type CoverStep, coverStep } from '../map/hexagon';
import type { ChartWords } from '../map/tile-words';
import { drawSpread, type SpreadBar } from './spread-geometry';

type SpreadProps = { locale: Locale; steps: readonly ShareStep[] };

const fills: Record<CoverStep, string> = {
  1: 'fill-cover-1 stroke-[#CFA06A]',
  2: 'fill-cover-2',
  3: 'fill-cover-3',
  4: 'fill-cover-4',
  5: 'fill-cover-5',
};

/** How many places stand at which share: a list to read, with a bar beside each number for the eye. */
export function Spread({ locale, steps }: SpreadProps) {
  const t = useTranslations('charts.spread') as ChartWords;
  return (
    <ul className="max-w-[44rem]">
      {drawSpread(steps).map((bar) => (
        <li key={bar.from} className="grid min-h-9 grid-cols-[5.5em_1fr] items-center gap-3 tabular-nums">
          <span className="text-right text-ink-2 text-sm">{t('step', { from: bar.from, to: bar.last })}</span>
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <Bar {...bar} />
            </span>
            <span className="w-[7em] text-sm">
              {t('places', { count: bar.places, shown: formatNumber(locale, bar.places) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const Bar = ({ from, length }: SpreadBar) => (
  <svg width="100%" height="22" aria-hidden="true" className="block overflow-visible [print-color-adjust:exact]">
    {length > 0 && <rect width={`${length}%`} height="22" rx="2" className={fills[coverStep(from)]} />}
  </svg>
);
