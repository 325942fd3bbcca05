import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf, withoutNoise } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CALL_FORM, CallForm } from '@/components/calls/call-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import { findFormChoices } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../../units/question';
import { askForCommune, choicesInWords } from '../../choices';
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
  const query = await searchParams;
  const clean = withoutNoise(`${callsPath}/new`, query);
  if (clean) redirect(clean as never);
  const [t, training, { question, unit: commune }] = await Promise.all([
    getTranslations('calls'),
    getTranslations('trainings'),
    askForCommune(viewer, query.commune),
  ]);
  const levels = ['commune', 'sub_association', 'group'] as const;
  const [found, asked] = await Promise.all([
    commune ? findFormChoices(viewer, commune.id) : null,
    commune ? askForUnit(viewer, { permission: 'trainings.propose', levels, within: commune.id }, undefined) : null,
  ]);
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: callsPath }, { label: t('form.title') }]} />}
        title={t('form.title')}
      />
      <UnitChooser
        action={`${callsPath}/new`}
        name="commune"
        label={training('form.chooseCommune')}
        question={question}
        along={commune ? CALL_FORM : undefined}
      />
      {found && asked && (
        <CallForm
          action={announceCall}
          choices={{ ...(await choicesInWords(viewer.locale, found)), unit: asked.question }}
          values={{ courseId: oneOf(query.courseId), wantedOn: oneOf(query.wantedOn), note: oneOf(query.note) }}
          today={today()}
          leave={callsPath}
        />
      )}
    </LivePage>
  );
}
