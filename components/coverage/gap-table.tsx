import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { UnitGap } from '@/domain/coverage/coverage';
import { keepTogether } from '@/i18n/compounds';
import { RemedyLink } from './remedy-link';

/** More rows than this help nobody decide; the first ones are enough work. */
const SHOWN_MAX = 200;

/** Each unit that is not covered, with what it lacks and where that is settled. */
export function GapTable({ gaps }: { gaps: UnitGap[] }) {
  const t = useTranslations('coverage');
  const names = new Map(gaps.map((gap) => [gap.unitId, gap.name]));
  const because = (reason: string) =>
    t.has(`because.${reason}` as 'title') ? t(`because.${reason}` as 'title') : reason;
  return (
    <>
      {gaps.length > SHOWN_MAX && <p className="mb-3 text-ink-2">{t('admin.more', { count: SHOWN_MAX })}</p>}
      <Table
        caption={t('admin.missingCaption')}
        rows={gaps.slice(0, SHOWN_MAX)}
        keyOf={({ unitId }) => unitId}
        columns={[
          {
            label: t('admin.unit'),
            kind: 'title',
            cell: ({ unitId, name, subAssociationId, parentName }) => (
              <span>
                <Link href={`/admin/units/${unitId}`} className="xl:whitespace-nowrap">
                  {keepTogether(name)}
                </Link>
                {subAssociationId && (
                  <span className="block font-normal text-ink-2 text-sm xl:whitespace-nowrap">
                    {keepTogether(parentName ?? names.get(subAssociationId) ?? '')}
                  </span>
                )}
              </span>
            ),
          },
          {
            label: t('admin.missing'),
            cell: ({ missing, because: reasons }) => (
              <span>
                {missing.map((part) => t(`missing.${part}`)).join(', ')}
                {reasons.length > 0 && (
                  <span className="block text-ink-2 text-sm">{reasons.map(because).join(', ')}</span>
                )}
              </span>
            ),
          },
          {
            label: t('admin.settle'),
            cell: (gap) => <RemedyLink gap={gap} />,
          },
        ]}
      />
    </>
  );
}
