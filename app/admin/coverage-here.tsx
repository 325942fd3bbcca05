import { getTranslations } from 'next-intl/server';
import { HoneycombPercent } from '@/components/charts/map/honeycomb-percent';
import { CommuneFiguresInShort } from '@/components/coverage/commune-figures-in-short';
import { placeName } from '@/components/coverage/coverage-table';
import { holdsCommunes } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { findUnitRecord } from '@/domain/units/record-queries';
import { UnitCoverage } from './units/[unitId]/unit-coverage';

/**
 * How far her own place has come: a head's sub-association or group, else the one commune she sees, each figure with the
 * honeycomb that draws it. Nothing for who sees several communes.
 */
export async function CoverageHere({ viewer, rows }: { viewer: Viewer; rows: CommuneCoverage[] }) {
  const t = await getTranslations('overview');
  const unit = await unitOfHers(viewer);
  if (unit)
    return (
      <section>
        <h2 className="mb-3">{t('coverage.title', { place: unit.name })}</h2>
        <UnitCoverage unit={unit} untitled />
      </section>
    );
  const [only, other] = rows;
  if (!only || rows.length > 2 || (other && other.communeId !== only.communeId)) return null;
  return (
    <section>
      <h2 className="mb-3">{t('coverage.title', { place: placeName(await getTranslations('coverage'), only) })}</h2>
      <div className="grid gap-6">
        {rows.map((row) => (
          <div key={row.level}>
            <CommuneFiguresInShort locale={viewer.locale} rows={[row]} />
            <HoneycombPercent locale={viewer.locale} percent={row.percent} level={row.level} />
          </div>
        ))}
      </div>
    </section>
  );
}

/** The one sub-association or group that all her roles lie in. */
async function unitOfHers(viewer: Viewer) {
  const [first, ...others] = viewer.grants;
  if (!first || holdsCommunes(first.path) || others.some(({ unitId }) => unitId !== first.unitId)) return null;
  const unit = await findUnitRecord(viewer, first.unitId);
  return unit && (unit.level === 'sub_association' || unit.level === 'group') ? unit : null;
}
