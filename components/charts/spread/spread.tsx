import { useTranslations } from 'next-intl';
import type { ShareStep } from '@/domain/coverage/view/places';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { BarDrawing } from '../bars/bar-drawing';
import { ChartTable } from '../chart-table';
import type { ChartWords } from '../map/tile-words';
import { drawSpread, type SpreadBar } from './spread-geometry';

type SpreadProps = {
  locale: Locale;
  steps: readonly ShareStep[];
  /** what is spread */
  title: string;
};

/** How many places stand at which share, as bars and as a table. */
export function Spread({ locale, steps, title }: SpreadProps) {
  const t = useTranslations('charts.spread') as ChartWords;
  const bars = drawSpread(steps);
  const stepOf = ({ from, last }: SpreadBar) => t('step', { from, to: last });
  const placesOf = ({ places }: SpreadBar) => t('places', { count: places, shown: formatNumber(locale, places) });
  const told = bars.filter(({ places }) => places > 0).map((bar) => `${stepOf(bar)}: ${placesOf(bar)}`);
  return (
    <>
      <BarDrawing
        label={`${title}. ${told.join('; ')}`}
        bars={bars.map((bar) => ({
          key: String(bar.from),
          label: stepOf(bar),
          length: bar.length,
          percent: bar.from,
          word: placesOf(bar),
        }))}
      />
      <ChartTable
        folded
        caption={t('table')}
        rows={bars}
        keyOf={({ from }) => String(from)}
        columns={[
          { label: t('share'), kind: 'title', cell: stepOf },
          { label: t('count'), kind: 'number', cell: ({ places }) => formatNumber(locale, places) },
        ]}
      />
    </>
  );
}
