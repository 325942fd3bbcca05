import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** A quiet line above every page, to whom it concerns: from which day on a second factor is asked of her. */
export function SecondFactorBar({ day }: { day: string }) {
  const t = useTranslations('second-factors');
  return (
    <p className="no-print mb-4 rounded-tile bg-lake-soft px-4 py-2 text-lake-deep text-sm">
      {t('bar', { day })}{' '}
      <Link href="/admin/accounts/own/second-factor" className="underline">
        {t('barLink')}
      </Link>
    </p>
  );
}
