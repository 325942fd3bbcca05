import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { ChooseCommune } from '@/components/trainings/choose-commune';
import { SessionForm } from '@/components/trainings/session-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { findFormChoices, listCommunesToProposeIn } from '@/domain/trainings/form-queries';
import type { SessionValues } from '@/domain/trainings/plan';
import { requireViewer } from '@/server/session';
import { oneOf } from '../../digital-models/host-choices';
import { proposeSession } from '../actions';
import { trainingsPath } from '../asked';
import { choicesInWords } from '../choices';
import { prefilled } from '../prefilled';

type Props = PageProps<'/admin/trainings/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'trainings.propose')) notFound();
  return { title: (await getTranslations('trainings'))('form.newTitle') };
}

/** First where, if she has more than one commune; then the form with what there is in that commune. */
export default async function NewSessionPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'trainings.propose')) notFound();
  const [t, communes, query] = await Promise.all([
    getTranslations('trainings'),
    listCommunesToProposeIn(viewer),
    searchParams,
  ]);
  const asked = oneOf(query.commune);
  const communeId = communes.length === 1 ? communes[0]?.id : communes.find(({ id }) => id === asked)?.id;
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('admin.title'), href: trainingsPath }, { label: t('form.newTitle') }]}
          />
        }
        title={t('form.newTitle')}
      />
      {communes.length === 0 && <p>{t('form.nowhere')}</p>}
      {communes.length > 1 && (
        <ChooseCommune
          action={`${trainingsPath}/new`}
          label={t('form.chooseCommune')}
          communes={communes}
          chosen={communeId}
        />
      )}
      {communeId && (
        <Proposal viewer={viewer} communeId={communeId} unitId={oneOf(query.unit)} asked={prefilled(query)} />
      )}
    </>
  );
}

async function Proposal({
  viewer,
  communeId,
  unitId,
  asked,
}: {
  viewer: Viewer;
  communeId: string;
  unitId?: string | undefined;
  asked: Partial<SessionValues>;
}) {
  const found = await findFormChoices(viewer, communeId);
  if (!found) notFound();
  const choices = await choicesInWords(viewer.locale, found);
  const isTrainer = found.trainers.some(({ id }) => id === viewer.personId);
  return (
    <SessionForm
      action={proposeSession}
      choices={choices}
      today={today()}
      leave={trainingsPath}
      values={{
        unitId: found.units.find(({ id }) => id === unitId)?.id ?? (found.units.length === 1 ? communeId : ''),
        trainerIds: isTrainer && viewer.personId ? [viewer.personId] : [],
        ...asked,
      }}
    />
  );
}
