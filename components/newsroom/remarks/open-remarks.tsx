import { useTranslations } from 'next-intl';

/** How many remarks are open, before approving: it informs, and keeps nobody from anything. */
export function OpenRemarks({ count }: { count: number }) {
  const t = useTranslations('remarks');
  if (count === 0) return null;
  return (
    <p className="mb-3 border-lotus border-l-4 pl-3">
      {t('before', { count })}{' '}
      <a href="#remarks" className="inline-flex min-h-11 items-center">
        {t('see')}
      </a>
    </p>
  );
}
