import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { ChooseCommune } from '@/components/trainings/choose-commune';
import { SESSION_FORM, SessionForm } from '@/components/trainings/session-form';
import { SuggestionLinks } from '@/components/trainings/suggestion-links';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/day';
import { isId } from '@/domain/id';
import { findCommuneOf, findFormChoices, listCommunesToProposeIn } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/session';
import { oneOf } from '../../digital-models/host-choices';
import { proposeSession } from '../actions';
import { trainingsPath } from '../asked';
import { choicesInWords } from '../choices';
import { asText, offered, prefilled, withoutNoise } from '../prefilled';
import { suggestedWords, wishOf } from '../suggested';

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
  const clean = withoutNoise(`${trainingsPath}/new`, query);
  if (clean) redirect(clean as never);
  const asked = oneOf(query.commune) ?? (await findCommuneOf(viewer, prefilled(query)));
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
          along={communeId && SESSION_FORM}
        />
      )}
      {communeId && <Proposal viewer={viewer} communeId={communeId} query={query} />}
    </>
  );
}

type ProposalProps = { viewer: Viewer; communeId: string; query: Awaited<Props['searchParams']> };

/** The form with what there is in the commune, and with what its address brings along. */
async function Proposal({ viewer, communeId, query }: ProposalProps) {
  const found = await findFormChoices(viewer, communeId);
  if (!found) notFound();
  const isTrainer = found.trainers.some(({ id }) => id === viewer.personId);
  const [unitId, callId] = [oneOf(query.unit), oneOf(query.callId)];
  const values = {
    unitId: found.units.find(({ id }) => id === unitId)?.id ?? (found.units.length === 1 ? communeId : ''),
    trainerIds: isTrainer && viewer.personId ? [viewer.personId] : [],
    ...offered(prefilled(query), found),
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
        choices={await choicesInWords(viewer.locale, found)}
        today={today()}
        callId={callId && isId(callId) ? callId : undefined}
        path={path}
        leave={trainingsPath}
        values={values}
      />
    </>
  );
}
