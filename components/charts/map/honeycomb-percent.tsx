import { useTranslations } from 'next-intl';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { combPlaces, outlinesOf, wholePercent } from './hexagon';
import type { ChartWords } from './tile-words';

type HoneycombPercentProps = {
  locale: Locale;
  /** the share with one decimal; null when nobody has reported, or without units */
  percent: number | null;
  level: CoverageLevel;
  /** the surface behind the drawing */
  ground?: 'paper' | 'plum';
};

const step = 17;
const radius = (step / Math.sqrt(3)) * 0.9;
const middles = combPlaces.map(({ x, y }) => ({ x: x * step + 8.5, y: y * step + 9.9 }));

/** A hundred tiles, one for each percent, filled from the left. */
export function HoneycombPercent({ locale, percent, level, ground = 'paper' }: HoneycombPercentProps) {
  const t = useTranslations('charts') as ChartWords;
  const filled = percent === null ? 0 : wholePercent(percent);
  const label =
    percent === null
      ? t('comb.unknown', { level })
      : t('comb.label', { level, percent: formatPercent(locale, percent) });
  const full = ground === 'plum' ? 'fill-[#F58BB2]' : level === 'group' ? 'fill-lake-mid' : 'fill-cover-4';
  const empty = ground === 'plum' ? 'fill-[#5C3466]' : 'fill-[#EADBBF]';
  return (
    <svg
      viewBox="0 0 350.2 78.6"
      role="img"
      aria-label={label}
      className="h-auto w-full [print-color-adjust:exact] forced-colors:stroke-[CanvasText]"
    >
      <path d={outlinesOf(middles.slice(0, filled), radius)} className={full} />
      <path d={outlinesOf(middles.slice(filled), radius)} className={`${empty} forced-colors:fill-[Canvas]`} />
    </svg>
  );
}
