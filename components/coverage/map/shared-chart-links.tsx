import { useTranslations } from 'next-intl';
import { type ChartName, chartNames } from '@/components/charts/sharing/chart-names';
import { ChartLinks } from '@/components/figures/chart-links';
import type { CitedAt } from '@/components/figures/cite-link';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type Query } from '@/i18n/routes';

type LinksProps = { locale: Locale; of: ChartName; query: Query; cited: CitedAt };

/** A chart of coverage to be taken along as a picture. */
export function SharedChartLinks({ locale, of, query, cited }: LinksProps) {
  const t = useTranslations('coverage.sharing');
  const slug = chartNames[of][locale];
  const hrefs = {
    PNG: hrefTo(locale, 'coveragePicture', { slug }, query),
    SVG: hrefTo(locale, 'coverageDrawing', { slug }, query),
  };
  return <ChartLinks locale={locale} what={t(`what.${of}`)} hrefs={hrefs} cited={cited} />;
}
