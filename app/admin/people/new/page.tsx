import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { NewPersonForm } from '@/components/people/new-person-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import { memberLevels } from '@/domain/people/memberships/membership';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../units/question';
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
  const { unit: said } = await searchParams;
  const [t, place, { question, unit: here }] = await Promise.all([
    getTranslations('people'),
    getTranslations('units.place'),
    askForUnit(viewer, { permission: 'people.record', levels: memberLevels }, said),
  ]);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: peoplePath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <div className="max-w-2xl">
        {here ? (
          <>
            <p className="mb-5 flex flex-wrap items-center gap-x-4">
              <strong>{t('new.into', { unit: question.chosen?.label ?? here.name })}</strong>
              {question.few?.length !== 1 && (
                <Link href={`${peoplePath}/new`} className="inline-flex min-h-11 items-center">
                  {t('new.otherPlace')}
                </Link>
              )}
            </p>
            <NewPersonForm
              action={recordPerson}
              unitId={here.id}
              today={today()}
              back={`${peoplePath}?unit=${here.id}`}
            />
          </>
        ) : (
          <UnitChooser action={`${peoplePath}/new`} name="unit" label={place('unit')} question={question} />
        )}
      </div>
    </LivePage>
  );
}
