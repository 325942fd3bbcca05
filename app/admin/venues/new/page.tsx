import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { ChooseCommune } from '@/components/trainings/choose-commune';
import { VenueForm } from '@/components/trainings/venue-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/session';
import { oneOf } from '../../digital-models/host-choices';
import { createVenue } from '../actions';
import { communesToKeep, unitsToKeep, venuesOf, venuesPath } from '../choices';

type Props = PageProps<'/admin/venues/new'>;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.keep-venues') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('venues'))('form.newTitle') };
}

/** First in which commune, if she has more than one; then the hall. */
export default async function NewVenuePage({ searchParams }: Props) {
  const viewer = await load();
  const [t, communes, query] = await Promise.all([getTranslations('venues'), communesToKeep(viewer), searchParams]);
  const commune = communes.length === 1 ? communes[0] : communes.find(({ id }) => id === oneOf(query.commune));
  const units = commune ? await unitsToKeep(viewer, commune.id) : null;
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: venuesPath }, { label: t('form.newTitle') }]} />
        }
        title={t('form.newTitle')}
      />
      {communes.length > 1 && (
        <ChooseCommune action={`${venuesPath}/new`} label={t('commune')} communes={communes} chosen={commune?.id} />
      )}
      {units && commune && <VenueForm action={createVenue} units={units} values={{}} leave={venuesOf(commune.id)} />}
    </>
  );
}
