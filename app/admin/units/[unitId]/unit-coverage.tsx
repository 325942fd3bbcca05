import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { MissingLedger } from '@/components/units/missing-ledger';
import { type CoverageLevel, coverageLevels, knownOf, type UnitGap } from '@/domain/coverage/coverage';
import { listGaps } from '@/domain/coverage/gap-queries';
import { findPublishedCoverage, findPublishedProvinceCoverage } from '@/domain/coverage/queries';
import { today } from '@/domain/days/day';
import type { UnitRecord } from '@/domain/units/tree';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { changeStatus, tiePair } from '../../coverage/actions';
import { besideUnit } from './load';
import { UnitTargets } from './unit-targets';

type Part = { unit: UnitRecord };

/** How the unit stands today, and what is missing with the button that mends it. */
export async function UnitCoverage({ unit }: Part) {
  if (!unit.may.coverage || (unit.closed && unit.closed <= today()) || unit.opened > today()) return null;
  const t = await getTranslations('units.record');
  return (
    <section>
      <h2 className="mb-3">{t('coverage')}</h2>
      {unit.level === 'province' ? (
        <Province />
      ) : unit.level === 'commune' ? (
        <Commune unit={unit} />
      ) : (
        <Single unit={unit} />
      )}
      <UnitTargets unit={unit} />
    </section>
  );
}

async function Figures({ rows }: { rows: { level: CoverageLevel; units: number; covered: number }[] }) {
  const [t, coverage, { locale }] = await Promise.all([
    getTranslations('units.record'),
    getTranslations('coverage.levelsLower'),
    requireViewer(),
  ]);
  return (
    <ul className="mb-5 grid gap-1">
      {rows.map(({ level, units, covered }) => (
        <li key={level} className="font-semibold">
          {t('figure', {
            covered: formatNumber(locale, covered),
            units: formatNumber(locale, units),
            level: coverage(level),
          })}
        </li>
      ))}
    </ul>
  );
}

async function Province() {
  const figures = await findPublishedProvinceCoverage(today());
  return <Figures rows={coverageLevels.map((level) => figures[level])} />;
}

const gapsOf = (unit: UnitRecord, communeId: string) =>
  besideUnit(unit, `gaps of ${communeId} beside those`, (viewer) => listGaps(viewer, communeId));

async function Commune({ unit }: Part) {
  const [rows, gaps, t] = await Promise.all([
    findPublishedCoverage(unit.id, today()),
    gapsOf(unit, unit.id),
    getTranslations('coverage'),
  ]);
  const { known, unknown } = knownOf(rows);
  return (
    <>
      {unknown && (
        <p className="mb-4">
          <Badge tone="plain" icon="information">
            {t(`states.${unknown}`)}
          </Badge>
        </p>
      )}
      {known.length > 0 && <Figures rows={known} />}
      <Missing unit={unit} gaps={gaps ?? []} />
    </>
  );
}

/** A sub-association with its groups, or a group alone. */
async function Single({ unit }: Part) {
  const t = await getTranslations('units.record');
  const all = unit.communeId ? await gapsOf(unit, unit.communeId) : null;
  if (!all) return <p>{t('uncounted')}</p>;
  const gaps = all.filter(({ unitId, subAssociationId }) => unitId === unit.id || subAssociationId === unit.id);
  const covered = gaps.every(({ unitId }) => unitId !== unit.id);
  return (
    <>
      {covered && (
        <p className="mb-4 flex flex-wrap items-center gap-3">
          <Badge tone="done">{t('coveredShort')}</Badge>
          {t('covered')}
        </p>
      )}
      <Missing unit={unit} gaps={gaps} />
    </>
  );
}

function Missing({ unit, gaps }: Part & { gaps: UnitGap[] }) {
  const communeId = unit.communeId ?? unit.id;
  const deeds = { activate: changeStatus, tie: tiePair, communeId, back: '', fromUnit: unit.id };
  return <MissingLedger unit={unit} gaps={gaps} all={`/admin/coverage/${communeId}`} deeds={deeds} />;
}
