import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { placeName } from '@/components/coverage/coverage-table';
import { PageHead } from '@/components/layout/page-head';
import { DrawnOnce } from '@/components/layout/ready/drawn-once';
import { ReportList } from '@/components/reports/report-list';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { findClosed, listReports, mayFile } from '@/domain/reports/queries';
import { requireViewer } from '@/server/sign-in/session';
import { type AskedReports, askedOf, askToOpenAddress, reportAddress } from './address';
import { CityReports } from './city-reports';
import { KindChoice } from './kind-choice';

type Props = PageProps<'/admin/reports'>;

const SAID = ['many', 'some'] as const;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'reports.see')) notFound();
  return { title: (await getTranslations('reports'))('title') };
}

/** Of a commune its periods with the next deed; of the city who has signed, who has not, and all months of the year. */
export default async function ReportsPage({ searchParams }: Props) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  if (!mayAnywhere(viewer, 'reports.see')) notFound();
  const [t, asked] = [await getTranslations('reports'), askedOf(query)];
  const said = SAID.find((each) => each === oneOf(query.said));
  const closed = asked.closed && (await findClosed(viewer, asked.closed));
  if (closed) redirect(askToOpenAddress(closed.unitId, closed.periodId) as never);
  const ofCity = mayForProvince(viewer, 'reports.see');
  return (
    <LivePage>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead title={t('title')} lead={t(ofCity ? 'leadCity' : 'lead')} />
      {ofCity ? <CityReports viewer={viewer} asked={asked} /> : <OwnReports viewer={viewer} asked={asked} />}
    </LivePage>
  );
}

/** The reports of each commune that is hers. */
async function OwnReports({ viewer, asked: { kind } }: { viewer: Viewer; asked: AskedReports }) {
  const read = await keptFor(viewer, `her own reports ${kind}`, () => readOwn(viewer, kind));
  if (read.places.length === 0) notFound();
  return (
    <DrawnOnce of={read} as="">
      <KindChoice shown={kind} />
      {read.places.map(({ unit, rows }) => (
        <Place key={unit.id} viewer={viewer} unit={unit} rows={rows} />
      ))}
    </DrawnOnce>
  );
}

async function readOwn(viewer: Viewer, kind: AskedReports['kind']) {
  const ids = [...new Set(viewer.grants.map(({ unitId }) => unitId))];
  const found = await Promise.all(ids.map((id) => listReports(viewer, id, { kind })));
  return { places: found.flatMap((each) => each ?? []) };
}

type PlaceProps = { viewer: Viewer } & Awaited<ReturnType<typeof readOwn>>['places'][number];

function Place({ viewer, unit, rows }: PlaceProps) {
  const coverage = useTranslations('coverage');
  const place = placeName(coverage, { kind: unit.kind ?? 'commune', name: unit.name });
  return (
    <section className="mb-7">
      <h2 className="mb-3">{place}</h2>
      <ReportList
        place={place}
        rows={rows}
        files={mayFile(viewer, unit)}
        hrefOf={({ period }) => reportAddress(unit.id, period.id)}
      />
    </section>
  );
}
