import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';

/** What she asked for waits for somebody else; nothing of it is done yet. */
export function AskedOfSecond() {
  const t = useTranslations('second-pairs.said');
  return (
    <Notice tone="information" title={t('asked')}>
      {t('askedLead')} <Link href="/admin/second-pairs">{t('see')}</Link>
    </Notice>
  );
}
