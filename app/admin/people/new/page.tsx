import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { hostOptions } from '@/components/digital-models/host-options';
import { PageHead } from '@/components/layout/page-head';
import { NewPersonForm } from '@/components/people/new-person-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PlaceForm } from '@/components/units/place-form';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/day';
import { memberLevels } from '@/domain/people/membership';
import { requireViewer } from '@/server/session';
import { hostChoices, oneOf } from '../../digital-models/host-choices';
import { recordPerson } from '../actions';
import { peoplePath } from '../asked';

type Props = PageProps<'/admin/people/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'people.record')) notFound();
  return { title: (await getTranslations('people.new'))('title') };
}

export default async function NewPersonPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'people.record')) notFound();
  const query = await searchParams;
  const place = { commune: oneOf(query.commune), unit: oneOf(query.unit) };
  const [t, { communes, communeId, units, unit }] = await Promise.all([
    getTranslations('people'),
    hostChoices(viewer, 'people.record', memberLevels, place),
  ]);
  const here = unit && memberLevels.includes(unit.level) ? unit : null;
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: peoplePath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <div className="max-w-2xl">
        {here ? (
          <>
            <p className="mb-5 flex flex-wrap items-center gap-x-4">
              <strong>{t('new.into', { unit: here.name })}</strong>
              <Link href={`${peoplePath}/new`} className="inline-flex min-h-11 items-center">
                {t('new.otherPlace')}
              </Link>
            </p>
            <NewPersonForm
              action={recordPerson}
              unitId={here.id}
              today={today()}
              back={`${peoplePath}?unit=${here.id}`}
            />
          </>
        ) : (
          <PlaceForm
            action={`${peoplePath}/new`}
            communes={communes}
            communeId={communeId}
            units={units && hostOptions(units)}
          />
        )}
      </div>
    </>
  );
}
