import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Asked, addressOf, type DatasetName, formats, LIMIT } from '@/domain/open-data/datasets';
import type { Locale } from '@/i18n/locales';

type LinksProps = {
  locale: Locale;
  dataset: DatasetName;
  asked?: Asked;
  /** of which day, or of what: told apart where several stand on a page */
  what: string;
  /** begins the line where nothing else does */
  label?: string;
};

/** The same figures as data, of the day and place that the page shows: plain links, without a script. */
export function DataLinks({ locale, dataset, asked = {}, what, label }: LinksProps) {
  const t = useTranslations('open-data.page');
  return (
    <p className="no-print mt-5 flex flex-wrap items-center gap-2.5 text-sm">
      <span className="max-md:w-full">{label ?? t('take')}</span>{' '}
      {formats.map((format) => (
        <a
          key={format}
          href={addressOf(dataset, { ...asked, language: locale, format, limit: LIMIT.most })}
          rel="nofollow"
          className={buttonClass({ compact: true })}
        >
          <Icon name="download" />
          <span>
            {format.toUpperCase()}
            <span className="sr-only">{t('as', { format: '', what })}</span>
          </span>
        </a>
      ))}
    </p>
  );
}
