import { useTranslations } from 'next-intl';
import { FoldedCoverageTable, placeName } from '@/components/coverage/coverage-table';
import { ChosenBar } from '@/components/coverage/matrix/chosen-bar';
import { rowId } from '@/components/coverage/table-place';
import { MostLacking } from '@/components/coverage/view/most-lacking';
import { UnfoldPlace } from '@/components/coverage/view/unfold-place';
import { Link } from '@/components/ui/link';
import { PrintButton } from '@/components/ui/print/print-button';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { mayLookAhead } from '@/domain/coverage/next-trainings/reach';
import { type SignedReading, saidBy } from '@/domain/coverage/rulings/ruling';
import { inOrder } from '@/domain/coverage/view/lacking';
import type { UnfoldedLine } from '@/domain/coverage/view/unfolded';
import { type CoverageView, unfolding, viewQuery } from '@/domain/coverage/view/view';
import type { Day } from '@/domain/days/day';
import type { MonthReports } from '@/domain/reports/report';
import { yearOf } from '@/domain/targets/target';
import { formatDay } from '@/i18n/format';
import { reportsAddress } from '../reports/address';
import { mayRemindPlaces, mayTrainSomewhere } from './look';
import { type LookParts, matrixPath } from './map-and-place';
import { coveragePath, viewPath } from './view-path';

/** The form that the boxes of the places belong to. */
const CHOSEN = 'chosen-places';
/** So many places stand in the list of what is missing; the table below has all of them. */
const MOST = 8;

type TablesProps = LookParts & {
  signed: SignedReading;
  reports: MonthReports | null;
  unfolded: ReadonlyMap<string, UnfoldedLine[]>;
  reminded: ReadonlyMap<string, Day>;
};

/** Where most is missing, and then every place with the total. */
export function Tables({ viewer, view, look, signed, reports, ...more }: TablesProps) {
  const t = useTranslations('coverage');
  const { rows, changes, planned } = look;
  const ordered = inOrder(rows, view, {
    lacking: view.lacking,
    pointsOf: ({ communeId }) => changes?.of.get(communeId)?.points ?? null,
    sessionsOf: ({ communeId }) => planned.get(communeId) ?? 0,
  });
  return (
    <>
      {rows.length > 1 && (
        <section id="most" className="mt-10 scroll-mt-4">
          <h2 className="mb-3">
            {view.order === 'lacking' && !view.upward
              ? t('view.table.most', { level: view.level })
              : t('view.table.caption')}
          </h2>
          <MostLacking
            locale={viewer.locale}
            view={view}
            rows={view.kind === 'silent' ? ordered : ordered.slice(0, MOST)}
            changes={changes}
            sessions={planned}
            reports={reports && { ...reports, href: monthHref(reports) }}
            hrefOf={viewPath}
            mayTrain={mayTrainSomewhere(viewer)}
          />
        </section>
      )}
      <Whole viewer={viewer} view={view} rows={ordered} changes={changes} signed={signed} {...more} />
    </>
  );
}

type WholeProps = Pick<LookParts, 'viewer' | 'view'> &
  Pick<LookParts['look'], 'rows' | 'changes'> &
  Pick<TablesProps, 'signed' | 'unfolded' | 'reminded'>;

/** Every place with the total, to be printed, and where there are several some of them to be ticked, each to be unfolded. */
function Whole({ viewer, view, rows, changes, signed, unfolded, reminded }: WholeProps) {
  const t = useTranslations('coverage');
  return (
    <section className="mt-10">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2>{t('table.title')}</h2>
        <PrintButton>{t('table.print')}</PrintButton>
      </div>
      <p className="mb-3 max-w-[44em] text-ink-2 text-sm">{t('definition.text', saidBy(signed))}</p>
      <FoldedCoverageTable
        locale={viewer.locale}
        rows={rows}
        since={
          changes && view.earlier
            ? { label: t('table.day', { day: formatDay(viewer.locale, view.earlier) }), changes }
            : undefined
        }
        hrefOf={(row) => matrixPath(row, view)}
        as={Link}
        {...(rows.length > 1 && { ticks: CHOSEN, unfolds: unfoldsOf(t, view, unfolded), reminded })}
      />
      {rows.length > 1 && (
        <ChosenBar
          form={CHOSEN}
          of="places"
          path={coveragePath}
          remindPath={`${coveragePath}/remind`}
          kept={viewQuery(view)}
          mayTrain={mayLookAhead(viewer) && mayTrainSomewhere(viewer)}
          mayRemind={mayRemindPlaces(viewer)}
        />
      )}
    </section>
  );
}

const monthHref = ({ period: { id, from } }: MonthReports) => reportsAddress({ periodId: id, year: yearOf(from) });

/** How a place of the table unfolds to its sub-associations; a silent one does not. */
const unfoldsOf = (
  t: Parameters<typeof placeName>[0],
  view: CoverageView,
  lines: ReadonlyMap<string, UnfoldedLine[]>,
) => ({
  lines,
  whole: view.unfolded !== null,
  way: (row: CommuneCoverage) =>
    row.percent !== null && (
      <UnfoldPlace
        name={placeName(t, row)}
        open={view.unfolded?.includes(row.slug) ?? false}
        href={`${viewPath(unfolding(view, row.slug))}#${rowId(row.slug)}`}
      />
    ),
  hrefOf: ({ unitId }: UnfoldedLine) => `/admin/units/${unitId}`,
});
