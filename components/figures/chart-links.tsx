import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/i18n/locales';
import { type CitedAt, CiteLink } from './cite-link';

type LinksProps = {
  locale: Locale;
  /** what is drawn, for those who hear several links of a kind */
  what: string;
  hrefs: Record<'PNG' | 'SVG', string>;
  cited: CitedAt;
};

/** A chart to be taken along as a picture, and the address that keeps its number: plain links, without a script. */
export function ChartLinks({ locale, what, hrefs, cited }: LinksProps) {
  const t = useTranslations('coverage.sharing');
  return (
    <p className="no-print mt-5 flex flex-wrap items-center gap-2.5 text-sm">
      <span className="max-sm:basis-full">{t('take')}</span>{' '}
      {Object.entries(hrefs).map(([format, href]) => (
        <a key={format} href={href} className={buttonClass({ compact: true })}>
          <Icon name="download" />
          <span className="sr-only">{t('as', { format: '', what })}</span> {format}
        </a>
      ))}{' '}
      <CiteLink locale={locale} {...cited} of={what} className="py-2.5" />
    </p>
  );
}
