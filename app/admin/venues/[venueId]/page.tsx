import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { RetireVenue, VenueForm } from '@/components/venues/venue-form';
import { findVenue } from '@/domain/venues/queries';
import { venueFields } from '@/domain/venues/venue';
import { requireViewer } from '@/server/sign-in/session';
import { editVenue, retireVenue } from '../actions';
import { askForKeeper, venuesOf } from '../choices';

type Props = PageProps<'/admin/venues/[venueId]'>;

const load = cache(async (venueId: string) => {
  const viewer = await requireViewer();
  const venue = await findVenue(viewer, venueId);
  const { communeId, id } = venue?.unit ?? {};
  const keeper = communeId ? await askForKeeper(viewer, communeId, id) : null;
  return venue && keeper ? { venue, keeper: keeper.question } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).venueId)).venue.name };
}

export default async function VenuePage({ params }: Props) {
  const [{ venue, keeper }, t] = await Promise.all([load((await params).venueId), getTranslations('venues')]);
  const list = venuesOf(venue.unit.communeId);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: list }, { label: venue.name }]}>
            {venue.demo && <DemoMark />}
            {venue.retired && <Badge tone="plain">{t('retired')}</Badge>}
          </Breadcrumbs>
        }
        title={venue.name}
      />
      <div className="grid gap-9">
        <VenueForm
          action={editVenue}
          keeper={keeper}
          values={venueFields(venue)}
          edited={{ id: venue.id, version: venue.version }}
          leave={list}
        />
        <RetireVenue venue={venue} action={retireVenue} />
      </div>
    </LivePage>
  );
}
