import { useTranslations } from 'next-intl';
import { LICENCE_NAME, SOURCE } from '@/domain/open-data/licence';

/** On paper, where no link leads to it: whose figures these are, and what may be done with them. */
export function DataSource() {
  const t = useTranslations('open-data.page');
  return <p className="print-only mt-4 text-sm">{t('from', { source: SOURCE, licence: LICENCE_NAME })}</p>;
}
