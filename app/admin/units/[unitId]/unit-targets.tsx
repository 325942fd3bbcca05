import { getTranslations } from 'next-intl/server';
import { TargetsHere } from '@/components/targets/targets-here';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import { yearOf } from '@/domain/targets/target';
import { listUnitPaces } from '@/domain/targets/unit-pace-queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { targetsAddress } from '../../targets/address';
import { besideUnit } from './load';

/** Every target that the unit has this year, its own or inherited, and how far it is. */
export async function UnitTargets({ unit }: { unit: UnitRecord }) {
  const viewer = await requireViewer();
  const [t, paces] = await Promise.all([
    getTranslations('targets.here'),
    besideUnit(unit, 'paces', (viewer) => listUnitPaces(viewer, { unitId: unit.id, day: today() })),
  ]);
  if (paces.length === 0) return null;
  const year = yearOf(today());
  return (
    <section className="mt-8" id="targets">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>{t('title', { year: String(year) })}</h3>
        <MoreLink as={Link} href={targetsAddress({ unitId: unit.id, year })}>
          {t('all')}
        </MoreLink>
      </div>
      <TargetsHere locale={viewer.locale} year={year} paces={paces} />
    </section>
  );
}
