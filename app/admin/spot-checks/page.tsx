import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { BandPanel } from '@/components/spot-checks/band-panel';
import { CheckList } from '@/components/spot-checks/check-list';
import { RoundTable } from '@/components/spot-checks/round-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listChecksOfCommunes, listChecksToVisit } from '@/domain/spot-checks/check-queries';
import { listSpotRounds } from '@/domain/spot-checks/round-queries';
import type { SpotCheck } from '@/domain/spot-checks/spot-check';
import { findLastBand } from '@/domain/spot-checks/tally-queries';
import { requireViewer } from '@/server/sign-in/session';
import { spotChecksPath } from './asked';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'spot-checks.see')) notFound();
  return { title: (await getTranslations('spot-checks'))('title') };
}

/** Rounds, for who sees the whole city; where she is to go and see; and what was found in the commune she answers for. */
export default async function SpotChecksPage() {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'spot-checks.see')) notFound();
  const all = mayForProvince(viewer, 'spot-checks.see');
  const [t, coverage, read] = await Promise.all([
    getTranslations('spot-checks'),
    getTranslations('coverage'),
    keptFor(viewer, 'checks by chance', () => readChecks(viewer)),
  ]);
  const { rounds, visits, here, band } = read;
  return (
    <LivePage of={read}>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: coverage('admin.title'), href: '/admin/coverage' }]} />}
        title={t('title')}
        lead={t(all ? 'lead' : 'leadCommune')}
        actions={
          mayForProvince(viewer, 'spot-checks.draw') && (
            <ButtonLink as={Link} href={`${spotChecksPath}/new`}>
              {t('rounds.announce')}
            </ButtonLink>
          )
        }
      />
      {!all && <Visits viewer={viewer} visits={visits} />}
      {here.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3">{t('checks.here')}</h2>
          <CheckList locale={viewer.locale} caption={t('checks.here')} checks={here} />
        </section>
      )}
      {band && <BandPanel locale={viewer.locale} band={band} />}
      {all && (
        <section className="mt-10">
          <h2 className="mb-3">{t('rounds.title')}</h2>
          {rounds.length > 0 ? (
            <RoundTable locale={viewer.locale} rounds={rounds} />
          ) : (
            <EmptyState icon="hexagon" title={t('rounds.none')}>
              {t('rounds.noneHint')}
            </EmptyState>
          )}
        </section>
      )}
      {all && visits.length > 0 && <Visits viewer={viewer} visits={visits} />}
    </LivePage>
  );
}

/** Rounds, what is hers to visit, what was found in her communes, and what the last round says of the figures. */
async function readChecks(viewer: Viewer) {
  const [rounds, visits, here, band] = await Promise.all([
    listSpotRounds(viewer),
    mayAnywhere(viewer, 'spot-checks.visit') ? listChecksToVisit(viewer) : [],
    mayForProvince(viewer, 'spot-checks.see') ? [] : listChecksOfCommunes(viewer),
    findLastBand(viewer),
  ]);
  return { rounds, visits, here, band };
}

async function Visits({ viewer, visits }: { viewer: Viewer; visits: readonly SpotCheck[] }) {
  const t = await getTranslations('spot-checks.checks');
  if (!mayAnywhere(viewer, 'spot-checks.visit')) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('toVisit')}</h2>
      {visits.length > 0 ? (
        <CheckList locale={viewer.locale} caption={t('toVisit')} checks={visits} />
      ) : (
        <EmptyState icon="check" title={t('noVisits')}>
          {t('noVisitsHint')}
        </EmptyState>
      )}
    </section>
  );
}
