import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';

/** The same for what does not exist and for what is not hers to see. */
export default async function NotFound() {
  const t = await getTranslations('overview.missing');
  return (
    <EmptyState
      icon="search"
      title={t('title')}
      action={
        <ButtonLink as={Link} href="/admin" variant="primary">
          {t('back')}
        </ButtonLink>
      }
    >
      {t('lead')}
    </EmptyState>
  );
}
