import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { type ChangeKind, kindsOf, levelBelow } from '@/domain/units/restructuring/change';
import type { UnitRecord } from '@/domain/units/tree';

const kinds = ['rename', 'change_kind', 'move', 'merge', 'split', 'close'] as const satisfies ChangeKind[];

/** The changes that she may make to the unit; each leads to a form and then to its preview. */
export function ChangeLinks({ unit }: { unit: UnitRecord }) {
  const t = useTranslations('units');
  const below = levelBelow[unit.level];
  const offered = kinds.filter(
    (kind) =>
      (kind !== 'change_kind' || kindsOf[unit.level].length > 1) && (kind !== 'move' || unit.level !== 'commune'),
  );
  if (!unit.may.change && !unit.may.found) return null;
  return (
    <Panel id="change" title={t('record.change')}>
      <p className="mb-4 text-ink-2 text-sm">{t('record.changeLead')}</p>
      <div className="flex flex-wrap gap-2.5">
        {unit.may.found && below && (
          <ButtonLink as={Link} href={`/admin/units/new?parent=${unit.id}`} icon="plus" compact>
            {t(`record.foundBelow.${below as 'group'}`)}
          </ButtonLink>
        )}
        {unit.may.change &&
          offered.map((kind) => (
            <ButtonLink key={kind} as={Link} href={`/admin/units/${unit.id}/change/${kind.replace('_', '-')}`} compact>
              {t(`kind.${kind}`)}
            </ButtonLink>
          ))}
      </div>
    </Panel>
  );
}
