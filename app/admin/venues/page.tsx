import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked } from '@/components/units/choice/unit-option';
import { VenueTable } from '@/components/venues/venue-table';
import { mayAnywhere } from '@/domain/access/access';
import { listVenueRecords } from '@/domain/venues/queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingParts } from '../trainings/parts';
import { askForCommune, venuesOf, venuesPath } from './choices';

type Props = PageProps<'/admin/venues'>;

const SAID = ['created', 'saved', 'retired', 'resumed'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.keep-venues') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('venues'))('title') };
}

export default async function VenuesPage({ searchParams }: Props) {
  const viewer = await load();
  const query = await searchParams;
  const [t, { question, unit: asked }] = await Promise.all([
    getTranslations('venues'),
    askForCommune(viewer, query.commune),
  ]);
  const { venues, next } = await listVenueRecords(viewer, { communeId: asked?.id, after: oneOf(query.after) });
  const said = SAID.find((each) => each === oneOf(query.said));
  const here = venuesOf(asked?.id ?? null);
  return (
    <LivePage>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead
        above={venues.some(({ demo }) => demo) && <DemoMark />}
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink
            as={Link}
            href={`${venuesPath}/new${asked ? `?commune=${asked.id}` : ''}`}
            variant="primary"
            icon="plus"
          >
            {t('add')}
          </ButtonLink>
        }
      />
      <TrainingParts current="venues" offered={trainingParts(viewer)} />
      {isToBeAsked(question) && (
        <div className="mb-5">
          <FilterBar action={venuesPath} label={t('filter')}>
            <UnitFilter name="commune" label={t('commune')} question={question} />
          </FilterBar>
        </div>
      )}
      {venues.length > 0 ? (
        <VenueTable venues={venues} />
      ) : (
        <EmptyState icon="home" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && `${here}${here.includes('?') ? '&' : '?'}after=${next}`} />
    </LivePage>
  );
}
