import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf, withoutNoise } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { SESSION_FORM, SessionForm } from '@/components/trainings/planning/session-form';
import { SuggestionLinks } from '@/components/trainings/planning/suggestion-links';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { UnitChooser } from '@/components/units/choice/unit-chooser';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { findCommuneOf, findFormChoices } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/sign-in/session';
import { proposeSession } from '../actions';
import { trainingsPath } from '../asked';
import { askForCommune, askForUnitOf, choicesInWords } from '../choices';
import { asText, offered, prefilled } from '../prefilled';
import { suggestedWords, wishOf } from '../suggested';
import { forTicked } from '../ticked';

type Props = PageProps<'/admin/trainings/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'trainings.propose')) notFound();
  return { title: (await getTranslations('trainings'))('form.newTitle') };
}

/** First where, if she has more than one commune; then the form with what there is in that commune. */
export default async function NewSessionPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'trainings.propose')) notFound();
  const [t, query] = await Promise.all([getTranslations('trainings'), searchParams]);
  const clean = withoutNoise(`${trainingsPath}/new`, query);
  if (clean) redirect(clean as never);
  const asked = query.commune || (await findCommuneOf(viewer, prefilled(query)));
  const found = await askForCommune(viewer, asked);
  // one that is none of hers is as if it were not asked for
  const { question, unit: commune } = found.unit || !asked ? found : await askForCommune(viewer, undefined);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('admin.title'), href: trainingsPath }, { label: t('form.newTitle') }]}
          />
        }
        title={t('form.newTitle')}
      />
      {question.few?.length === 0 && <p>{t('form.nowhere')}</p>}
      <UnitChooser
        action={`${trainingsPath}/new`}
        name="commune"
        label={t('form.chooseCommune')}
        question={question}
        along={commune ? SESSION_FORM : undefined}
      />
      {commune && <Proposal viewer={viewer} communeId={commune.id} query={query} />}
    </LivePage>
  );
}

type ProposalProps = { viewer: Viewer; communeId: string; query: Awaited<Props['searchParams']> };

/** The form with what there is in the commune, and with what its address brings along. */
async function Proposal({ viewer, communeId, query }: ProposalProps) {
  const found = await findFormChoices(viewer, communeId);
  if (!found) notFound();
  const isTrainer = found.trainers.some(({ id }) => id === viewer.personId);
  const callId = oneOf(query.callId);
  const { unitId, ...filled } = { ...(await forTicked(viewer, communeId, query.units)), ...prefilled(query) };
  const { question, unit } = await askForUnitOf(viewer, communeId, unitId ?? oneOf(query.unit));
  const values = {
    unitId: unit?.id ?? '',
    trainerIds: isTrainer && viewer.personId ? [viewer.personId] : [],
    ...offered(filled, found),
  };
  const path = `${trainingsPath}/new`;
  return (
    <>
      {query.suggest && (
        <SuggestionLinks
          suggested={await suggestedWords(viewer, wishOf(values))}
          path={path}
          values={{ ...asText(values), ...(callId ? { callId } : {}) }}
        />
      )}
      <SessionForm
        action={proposeSession}
        choices={{ ...(await choicesInWords(viewer.locale, found)), unit: question }}
        today={today()}
        callId={callId && isId(callId) ? callId : undefined}
        path={path}
        leave={trainingsPath}
        values={values}
      />
    </>
  );
}
