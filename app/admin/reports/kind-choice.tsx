import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { type PeriodKind, periodKinds } from '@/domain/reports/periods/period';
import { reportsAddress } from './address';

/** Months, quarters, half-years or years. */
export function KindChoice({ shown, year }: { shown: PeriodKind; year?: number }) {
  const t = useTranslations('reports.kinds');
  return (
    <div className="mb-4">
      <Segmented
        as={Link}
        label={t('label')}
        segments={periodKinds.map((kind) => ({
          href: reportsAddress({ kind, year }),
          label: t(kind),
          current: kind === shown,
        }))}
      />
    </div>
  );
}
