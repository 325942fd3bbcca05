import { useTranslations } from 'next-intl';
import { CoverageLegend } from '@/components/charts/coverage-legend';
import type { HexagonTile } from '@/components/charts/map/hexagon';
import { CommuneChoice } from '@/components/coverage/commune-choice';
import { placeName } from '@/components/coverage/coverage-table';
import { CoverageMapDrawing } from '@/components/coverage/map/map-drawing';
import { BoundarySource, MapWays } from '@/components/coverage/map/map-ways';
import { changeInShort } from '@/components/coverage/view/change-mark';
import { NoPlacePanel, PLACE, PlacePanel } from '@/components/coverage/view/place-panel';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import { palestOf } from '@/domain/coverage/view/lacking';
import { rankOf } from '@/domain/coverage/view/places';
import { type CoverageView, viewQuery } from '@/domain/coverage/view/view';
import { formatDay, formatNumber } from '@/i18n/format';
import { addressOf as reminderAddress } from '../reminders/new/asked';
import { addressOf as matrixAddress } from './[communeId]/asked';
import { gapsIn, type Look } from './look';
import { SavedChart } from './saved-chart';
import { viewPath } from './view-path';

export type LookParts = {
  viewer: Viewer;
  view: CoverageView;
  look: Look;
  matrix: MatrixRow[];
};

/** The map, and beside it the place that was chosen on it, where letters leave both room. With one commune there is only the place. */
export function MapAndPlace({ viewer, view, look, matrix }: LookParts) {
  const choose = (row: { slug: string }) => `${viewPath({ ...view, place: row.slug })}#${PLACE}`;
  if (look.all.length === 1)
    return (
      <div className="mt-7">
        <Place viewer={viewer} view={view} look={look} matrix={matrix} />
      </div>
    );
  return (
    <section className="@container mt-7">
      <div className="grid items-start gap-7 @min-[52rem]:grid-cols-[minmax(0,1fr)_24rem]">
        <WholeMap viewer={viewer} view={view} look={look} choose={choose} />
        <Place viewer={viewer} view={view} look={look} matrix={matrix} choose={choose} />
      </div>
    </section>
  );
}

type MapProps = Omit<LookParts, 'matrix'> & { choose: (row: { slug: string }) => string };

/** The map of the view, how to read it, and the way to take it along. */
function WholeMap({ viewer, view, look, choose }: MapProps) {
  const { locale } = viewer;
  const t = useTranslations('coverage.projector');
  const tiles = useTiles(viewer, look);
  const on = { day: formatDay(locale, view.day.day) };
  const hrefs = { tiles: viewPath({ ...view, map: 'tiles' }), boundaries: viewPath({ ...view, map: 'boundaries' }) };
  return (
    <div className="min-w-0">
      {look.kilobytes !== null && (
        <MapWays as={Link} map={look.boundaries ? 'boundaries' : 'tiles'} kilobytes={look.kilobytes} hrefs={hrefs} />
      )}
      <div id="map">
        <CoverageMapDrawing
          locale={locale}
          tiles={tiles}
          level={view.level}
          hrefOf={choose}
          current={look.chosen?.code}
          boundaries={look.boundaries}
        />
      </div>
      {look.boundaries && <BoundarySource locale={locale} boundaries={look.boundaries} />}
      <div className="mt-6">
        <CoverageLegend level={view.level} />
      </div>
      <SavedChart
        of="map"
        locale={locale}
        view={view}
        title={t('heading', { level: view.level, ...on })}
        boundaries={look.boundaries}
      />
    </div>
  );
}

/** Tiles of the map; where two days are compared each bears its change. */
export function useTiles({ locale }: Viewer, { rows, changes }: Pick<Look, 'rows' | 'changes'>): HexagonTile[] {
  const t = useTranslations('coverage.changes.ways');
  if (!changes) return rows;
  return rows.map((row) => {
    const change = changes.of.get(row.communeId);
    if (!change) return row;
    const words = t(change.way, { points: formatNumber(locale, Math.abs(change.points ?? 0)) });
    return { ...row, note: { short: changeInShort(locale, change), words } };
  });
}

type PlaceProps = LookParts & { choose?: (row: { slug: string }) => string };

function Place({ viewer, view, look, matrix, choose }: PlaceProps) {
  const t = useTranslations('coverage');
  const { chosen, rows, all, changes } = look;
  const choice = choose && (
    <CommuneChoice communes={rows.map((row) => ({ slug: row.slug, name: placeName(t, row), href: choose(row) }))} />
  );
  if (!chosen) {
    const palest = palestOf(rows);
    return (
      <NoPlacePanel
        locale={viewer.locale}
        palest={
          palest && choose ? { name: placeName(t, palest), percent: palest.percent ?? 0, href: choose(palest) } : null
        }
      >
        {choice}
      </NoPlacePanel>
    );
  }
  return (
    <PlacePanel
      locale={viewer.locale}
      view={view}
      row={chosen}
      gaps={gapsIn(matrix)}
      rank={all.length > 1 ? rankOf(all, chosen.slug) : null}
      change={changes?.of.get(chosen.communeId) ?? null}
      matrixHref={matrixPath(chosen, view)}
      whomHref={whomPath(viewer, chosen)}
    >
      {choice && <div className="no-print mt-4">{choice}</div>}
    </PlacePanel>
  );
}

/** The matrix of a place on the day of the view. */
export function matrixPath({ communeId }: CommuneCoverage, view: CoverageView): string {
  return matrixAddress(communeId, { on: viewQuery(view).on });
}

/** Whom to remind there: the heads of the units that lack something, for those who may see persons; else the page of the place. */
const whomPath = (viewer: Viewer, { communeId }: CommuneCoverage) =>
  mayAnywhere(viewer, 'people.see') ? reminderAddress({ communeId, unitIds: [] }) : `/admin/units/${communeId}`;
