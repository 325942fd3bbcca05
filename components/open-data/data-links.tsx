import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { type Asked, addressOf, type DatasetName, formats, LIMIT } from '@/domain/open-data/datasets';
import { LICENCE_NAME, SOURCE } from '@/domain/open-data/licence';
import type { Locale } from '@/i18n/locales';

type LinksProps = {
  locale: Locale;
  dataset: DatasetName;
  asked?: Asked;
  /** of which day, or of what: told apart where several stand on a page */
  what: string;
  /** begins the line on the page of open data, which says by itself whose they are */
  label?: string;
};

/**
 * The same figures as data, of the day and place that the page shows: plain links, without a script. On paper, where no link leads to it,
 * whose figures these are and what may be done with them.
 */
export function DataLinks({ locale, dataset, asked = {}, what, label }: LinksProps) {
  const t = useTranslations('open-data.page');
  const links = (
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
  if (label) return links;
  return (
    <>
      {links}
      <p className="print-only mt-4 text-sm">{t('from', { source: SOURCE, licence: LICENCE_NAME })}</p>
    </>
  );
}
