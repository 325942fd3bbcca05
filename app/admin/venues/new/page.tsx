import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { VenueForm } from '@/components/venues/venue-form';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { createVenue } from '../actions';
import { askForCommune, askForKeeper, venuesOf, venuesPath } from '../choices';

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
  const { commune: said } = await searchParams;
  const [t, { question, unit: commune }] = await Promise.all([getTranslations('venues'), askForCommune(viewer, said)]);
  const keeper = commune && (await askForKeeper(viewer, commune.id));
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: venuesPath }, { label: t('form.newTitle') }]} />
        }
        title={t('form.newTitle')}
      />
      <UnitChooser action={`${venuesPath}/new`} name="commune" label={t('commune')} question={question} />
      {keeper && <VenueForm action={createVenue} keeper={keeper.question} values={{}} leave={venuesOf(commune.id)} />}
    </LivePage>
  );
}
