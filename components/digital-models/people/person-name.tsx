import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';

/** A person of a model, who leads to her record; erased at her request, she has no name. */
export function PersonName({ personId, name }: { personId: string; name: string | null }) {
  const t = useTranslations('digital-models.record');
  return name === null ? t('erased') : <Link href={`/admin/people/${personId}`}>{name}</Link>;
}
