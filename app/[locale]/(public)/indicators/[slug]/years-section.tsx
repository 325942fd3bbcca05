import { useTranslations } from 'next-intl';
import { SpanChoice } from '@/components/charts/trends/span-choice';
import { ChartLinks } from '@/components/figures/chart-links';
import { FigureTrend } from '@/components/indicators/figure-trend';
import { SectionHead } from '@/components/ui/panels/section-head';
import { yearsSaid } from '@/domain/coverage/view/span';
import { type FigureOnDay, slugOf, toldOf, type UnitOfMeasure } from '@/domain/indicators/indicator';
import { hrefTo } from '@/i18n/routes';
import { type AskedIndicator, hrefOf, onOf } from './asked';

type YearsProps = AskedIndicator & { name: string; measure: UnitOfMeasure; trend: readonly FigureOnDay[] };

/** The year behind, or several, as a drawing that can be taken along. */
export function YearsSection({ name, measure, trend, ...asked }: YearsProps) {
  const { locale, code, day, years } = asked;
  const t = useTranslations('indicators');
  const [slug, query] = [slugOf(code, locale), { on: onOf(day), years: yearsSaid(years) }];
  return (
    <div className="wrap section grid gap-8 lg:grid-cols-[18rem_1fr] lg:gap-12">
      <div>
        <SectionHead title={t('trend.title', { years })} />
        <p>
          {t('trend.lead', { years, place: t('list.inside') })} {toldOf(code).flow && t('trend.flow')}
        </p>
      </div>
      <div id="trend" className="scroll-mt-4">
        <SpanChoice years={years} hrefOf={(each) => `${hrefOf({ ...asked, years: each })}#trend`} />
        <FigureTrend locale={locale} name={name} points={trend} measure={measure} />
        <ChartLinks
          locale={locale}
          what={name}
          hrefs={{
            PNG: hrefTo(locale, 'indicatorPicture', { slug }, query),
            SVG: hrefTo(locale, 'indicatorDrawing', { slug }, query),
          }}
          cited={{ code, day }}
        />
      </div>
    </div>
  );
}
