import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { CallForm } from '@/components/trainings/call-form';
import { ChooseCommune } from '@/components/trainings/choose-commune';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/day';
import { findFormChoices, listCommunesToProposeIn } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/session';
import { oneOf } from '../../../digital-models/host-choices';
import { choicesInWords } from '../../choices';
import { announceCall } from '../actions';

type Props = PageProps<'/admin/trainings/calls/new'>;

const callsPath = '/admin/trainings/calls';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.call') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('calls'))('form.title') };
}

/** First where, if she has more than one commune; then what is needed. */
export default async function NewCallPage({ searchParams }: Props) {
  const viewer = await load();
  const [t, training, communes, query] = await Promise.all([
    getTranslations('calls'),
    getTranslations('trainings'),
    listCommunesToProposeIn(viewer),
    searchParams,
  ]);
  const asked = oneOf(query.commune);
  const communeId = communes.length === 1 ? communes[0]?.id : communes.find(({ id }) => id === asked)?.id;
  const found = communeId ? await findFormChoices(viewer, communeId) : null;
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: callsPath }, { label: t('form.title') }]} />}
        title={t('form.title')}
      />
      {communes.length > 1 && (
        <ChooseCommune
          action={`${callsPath}/new`}
          label={training('form.chooseCommune')}
          communes={communes}
          chosen={communeId}
        />
      )}
      {found && (
        <CallForm
          action={announceCall}
          choices={await choicesInWords(viewer.locale, { ...found, province: null })}
          today={today()}
          leave={callsPath}
        />
      )}
    </>
  );
}
