import { useTranslations } from 'next-intl';
import type { TrendPoint } from '@/components/charts/series';
import { SpanChoice } from '@/components/charts/trends/span-choice';
import { Trend, TrendTable } from '@/components/charts/trends/trend';
import { SharedChartLinks } from '@/components/coverage/map/shared-chart-links';
import { SectionHead } from '@/components/ui/panels/section-head';
import { type TrendYears, yearsSaid } from '@/domain/coverage/view/span';
import type { Day } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import type { Locale } from '@/i18n/locales';
import { queryOf } from './coverage-head';

/** Both levels are drawn; its address and the number to cite are those of the first. */
const LEVEL = 'sub_association';

type TrendSectionProps = {
  locale: Locale;
  points: readonly TrendPoint[];
  target: number | null;
  day: Day;
  years: TrendYears;
  /** the page with the trend over so many years */
  hrefOf: (years: TrendYears) => string;
};

/** The year behind, month by month, or several years, as a drawing and as a table. */
export function TrendSection({ locale, points, target, day, years, hrefOf }: TrendSectionProps) {
  const t = useTranslations('coverage.trend');
  return (
    <div className="wrap section grid gap-8 lg:grid-cols-[18rem_1fr] lg:gap-12 print:gap-2">
      <div className="break-after-avoid">
        <SectionHead title={t('title', { years })} />
        <p>{t('lead', { years })}</p>
      </div>
      <div id="trend" className="scroll-mt-4">
        <SpanChoice years={years} hrefOf={(each) => `${hrefOf(each)}#trend`} />
        <Trend locale={locale} points={points} target={target} />
        <SharedChartLinks
          locale={locale}
          of="trend"
          query={{ ...queryOf(LEVEL, day), years: yearsSaid(years) }}
          cited={{ code: coverageIndicator(LEVEL), day }}
        />
        <TrendTable locale={locale} points={points} />
      </div>
    </div>
  );
}
