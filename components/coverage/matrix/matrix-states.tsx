import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';

/** A commune that does not keep its records here: what is shown counts nowhere yet, and where it is said that they are kept. */
export function Silent({ communeId }: { communeId: string }) {
  const t = useTranslations('coverage');
  return (
    <Notice
      tone="information"
      title={t('states.not_reported')}
      action={<Link href={`/admin/units/${communeId}#records`}>{t('matrix.declare')}</Link>}
    >
      {t('matrix.silent')}
    </Notice>
  );
}

/** A commune without units: what would stand here, and where it begins. */
export function NoRows({ communeId }: { communeId: string }) {
  const t = useTranslations('coverage.matrix');
  return (
    <div className="mt-6">
      <EmptyState
        icon="hexagon"
        title={t('noUnits')}
        action={
          <ButtonLink as={Link} href={`/admin/units/${communeId}`}>
            {t('addUnits')}
          </ButtonLink>
        }
      >
        {t('noUnitsHint')}
      </EmptyState>
    </div>
  );
}

/** Deeds belong to today: of another day one only reads. */
export function OfAnotherDay({ day, today }: { day: string; today: string }) {
  const t = useTranslations('coverage.matrix');
  return (
    <p className="mb-4 flex flex-wrap gap-x-3">
      {t('otherDay', { day })} <Link href={today}>{t('toToday')}</Link>
    </p>
  );
}
