import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { EditionPanel } from '@/components/boundaries/edition-panel';
import { EditionTable } from '@/components/boundaries/edition-table';
import { UploadForm } from '@/components/boundaries/upload-form';
import { PlainBoundaryMap } from '@/components/charts/boundaries/plain-boundary-map';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import type { BoundaryEdition } from '@/domain/boundaries/boundaries';
import { findBoundaryLines, listBoundaries, listPublishedCodes } from '@/domain/boundaries/queries';
import { FIRST_DAY } from '@/domain/coverage/coverage';
import { today } from '@/domain/days/day';
import { requireViewer } from '@/server/sign-in/session';
import { removeBoundaries, showBoundaries, uploadBoundaries } from './actions';

const SAID = ['uploaded', 'shown', 'removed'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayForProvince(viewer, 'boundaries.keep') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('boundaries'))('title') };
}

/** The boundaries of communes: what is shown, what waits to be looked at, and the way to bring others. */
export default async function BoundariesPage({ searchParams }: PageProps<'/admin/boundaries'>) {
  const viewer = await load();
  const query = await searchParams;
  const said = SAID.find((each) => each === oneOf(query.said));
  const [t, coverage, editions] = await Promise.all([
    getTranslations('boundaries'),
    getTranslations('coverage'),
    keptFor(viewer, 'editions of boundaries', () => listBoundaries(viewer)),
  ]);
  const there = editions.filter(({ state }) => state !== 'removed');
  const gone = editions.filter(({ state }) => state === 'removed');
  return (
    <LivePage of={said ? undefined : editions}>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: coverage('title'), href: '/admin/coverage' }, { label: t('title') }]}
          />
        }
        title={t('title')}
        lead={t('lead')}
      />
      {there.map((edition) => (
        <Edition key={edition.id} viewer={viewer} edition={edition} />
      ))}
      <Panel id="upload" title={t('upload.title')} className="mt-8">
        <UploadForm action={uploadBoundaries} today={today()} first={FIRST_DAY} />
      </Panel>
      {gone.length > 0 && <EditionTable locale={viewer.locale} editions={gone} />}
    </LivePage>
  );
}

async function Edition({ viewer, edition }: { viewer: Viewer; edition: BoundaryEdition }) {
  const [topology, places] = await Promise.all([
    findBoundaryLines(viewer, edition.id),
    listPublishedCodes(edition.asOf),
  ]);
  return (
    <EditionPanel
      locale={viewer.locale}
      edition={edition}
      places={places}
      show={edition.state === 'draft' ? showBoundaries : undefined}
      remove={removeBoundaries}
    >
      {topology && <PlainBoundaryMap id={edition.id} topology={topology} places={places} />}
    </EditionPanel>
  );
}
