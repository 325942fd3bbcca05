import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { Answering } from '@/domain/reminders/answering';

/** Who answers for a place, as what; her name leads to her record. */
export function PersonName({ who: { personId, name, title } }: { who: Answering }) {
  const t = useTranslations('reminders.receive');
  const office = useTranslations('people.office');
  return (
    <>
      {personId ? <Link href={`/admin/people/${personId}`}>{name}</Link> : name}{' '}
      <small className="block font-normal text-ink-2">{title ? office(title) : t('byRight')}</small>
    </>
  );
}
