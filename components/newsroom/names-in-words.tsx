import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

/** For who keeps words that everybody reads: whom they name. */
export function NamesInWords({ names }: { names: readonly string[] }) {
  const t = useTranslations('newsroom.inWords');
  if (names.length === 0) return null;
  return (
    <Notice tone="information" title={t('title', { names: names.join(' · ') })}>
      {t('lead')}
    </Notice>
  );
}
