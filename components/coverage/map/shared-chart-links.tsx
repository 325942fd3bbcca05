import { useTranslations } from 'next-intl';
import { type ChartName, chartNames } from '@/components/charts/sharing/chart-names';
import { type CitedAt, CiteLink } from '@/components/figures/cite-link';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/i18n/locales';
import { hrefTo, type Query } from '@/i18n/routes';

type LinksProps = { locale: Locale; of: ChartName; query: Query; cited: CitedAt };

const formats = [
  { format: 'PNG', route: 'coveragePicture' },
  { format: 'SVG', route: 'coverageDrawing' },
] as const;

/** A chart to be taken along as a picture: plain links, without a script. */
export function SharedChartLinks({ locale, of, query, cited }: LinksProps) {
  const t = useTranslations('coverage.sharing');
  const slug = chartNames[of][locale];
  return (
    <p className="no-print mt-5 flex flex-wrap items-center gap-2.5 text-sm">
      <span className="max-sm:basis-full">{t('take')}</span>{' '}
      {formats.map(({ format, route }) => (
        <a key={format} href={hrefTo(locale, route, { slug }, query)} className={buttonClass({ compact: true })}>
          <Icon name="download" />
          <span className="sr-only">{t('as', { format: '', what: t(`what.${of}`) })}</span> {format}
        </a>
      ))}{' '}
      <CiteLink locale={locale} {...cited} of={t(`what.${of}`)} />
    </p>
  );
}
