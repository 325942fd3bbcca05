import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { MatrixUnit } from '@/domain/coverage/matrix/matrix';
import type { WhomToAsk } from '@/domain/coverage/matrix/whom-to-ask';

type WhomProps = { units: readonly MatrixUnit[]; heads: readonly WhomToAsk[] };

/** Each unit with what it lacks and who answers for it: those of a group, else those of its sub-association. */
export function WhomTable({ units, heads }: WhomProps) {
  const t = useTranslations('coverage');
  const title = useTranslations('people.office');
  const whom = ({ unitId, gap }: MatrixUnit) => {
    const own = heads.filter((head) => head.unitId === unitId);
    return own.length > 0 ? own : heads.filter((head) => head.unitId === gap?.subAssociationId);
  };
  return (
    <Table
      caption={t('matrix.whom.title')}
      rows={units}
      keyOf={({ unitId }) => unitId}
      columns={[
        {
          label: t('admin.unit'),
          kind: 'title',
          cell: ({ name, parentName }) => (parentName ? `${name}, ${parentName}` : name),
        },
        { label: t('admin.missing'), cell: ({ gap }) => gap?.missing.map((part) => t(`missing.${part}`)).join(', ') },
        {
          label: t('matrix.whom.person'),
          cell: (unit) => {
            const found = whom(unit);
            if (found.length === 0) return t('matrix.whom.nobody');
            return (
              <ul>
                {found.map((head) => (
                  <li key={`${head.personId} ${head.title}`}>
                    <Link href={`/admin/people/${head.personId}`}>{head.name}</Link>{' '}
                    <span className="text-ink-2 text-sm">{title(head.title)}</span>
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
    />
  );
}
