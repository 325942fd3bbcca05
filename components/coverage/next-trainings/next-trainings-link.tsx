import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

/** From the figures to what follows from them: where a class should be held next. */
export function NextTrainingsLink() {
  const t = useTranslations('next-trainings');
  return (
    <ButtonLink as={Link} href="/admin/coverage/next-trainings" icon="calendar">
      {t('title')}
    </ButtonLink>
  );
}
