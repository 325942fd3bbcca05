import { useTranslations } from 'next-intl';
import { PacePanel } from '@/components/targets/pace-panel';
import { TargetLine } from '@/components/targets/target-line';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CommuneCoverage, CoverageLevel } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import { findCityPace, listPublishedPaces } from '@/domain/targets/pace-queries';
import { type CoverageTargets, coverageIndicators, type PlacePace, yearOf } from '@/domain/targets/target';
import { targetsAddress } from '../targets/address';

/** More places than this have no panel of their own: they are told one by one on their pages. */
const PANELS_MAX = 3;

/** The pace of the city for those who see all of it, of each of her communes for others; and the targets of communes by id. */
type PaceHere = {
  city: PlacePace | null;
  places: Map<string, PlacePace>;
  communes: Readonly<Record<string, CoverageTargets>>;
};

export async function paceHere(viewer: Viewer, rows: readonly CommuneCoverage[], day: Day): Promise<PaceHere> {
  const city = await findCityPace(viewer, day);
  if (city) return { ...city, places: new Map() };
  const places = await listPublishedPaces(
    rows.map(({ communeId }) => communeId),
    day,
  );
  return { city: null, places, communes: Object.fromEntries([...places].map(([id, { targets }]) => [id, targets])) };
}

/** The targets of these communes; without any, of whatever her trend is about. */
export const targetsHere = (
  { city, communes }: PaceHere,
  communeIds?: readonly string[],
): (CoverageTargets | undefined)[] =>
  communeIds?.map((id) => communes[id]) ?? (city ? [city.targets] : Object.values(communes));

type PanelsProps = { viewer: Viewer; pace: PaceHere; rows: readonly CommuneCoverage[]; level: CoverageLevel };

/** How fast the city, or each of her few communes, comes to its target; nothing of a day to come. */
export function PacePanels({ viewer, pace, rows, level }: PanelsProps) {
  const communes = rows.flatMap(({ communeId, name }) => {
    const place = pace.places.get(communeId);
    return place ? [{ unitId: communeId, name, place }] : [];
  });
  const shown = pace.city ? [{ unitId: undefined, name: undefined, place: pace.city }] : communes;
  if (shown.length > PANELS_MAX) return null;
  return (
    <div className="mt-8 grid gap-6">
      {shown.map(({ unitId, name, place }) => (
        <OnePanel
          key={unitId ?? 'city'}
          viewer={viewer}
          unitId={unitId}
          name={shown.length > 1 ? name : undefined}
          place={place}
          level={level}
        />
      ))}
    </div>
  );
}

type OneProps = Pick<PanelsProps, 'viewer' | 'level'> & {
  unitId: string | undefined;
  name: string | undefined;
  place: PlacePace;
};

function OnePanel({ viewer, unitId, name, place, level }: OneProps) {
  const t = useTranslations('coverage.levelsLower');
  const pace = place.paces[level];
  if (!pace) return null;
  const [year, indicator] = [yearOf(pace.day), coverageIndicators[level]];
  const maySet = unitId ? mayAnywhere(viewer, 'targets.set') : mayForProvince(viewer, 'targets.set');
  return (
    <PacePanel
      locale={viewer.locale}
      pace={pace}
      what={t(level)}
      place={name}
      target={
        <TargetLine
          locale={viewer.locale}
          year={year}
          value={place.targets[level]}
          unit="percent"
          source={place.sources[level]}
          setHref={maySet ? targetsAddress({ unitId, indicator, year }) : undefined}
        />
      }
    />
  );
}
