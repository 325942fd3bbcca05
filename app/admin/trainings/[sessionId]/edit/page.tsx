import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { withoutNoise } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { SessionForm } from '@/components/trainings/planning/session-form';
import { SuggestionLinks } from '@/components/trainings/planning/suggestion-links';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import { findFormChoices, listCommunesToProposeIn } from '@/domain/trainings/form-queries';
import { findSession } from '@/domain/trainings/queries';
import { requireViewer } from '@/server/sign-in/session';
import { editSession } from '../../actions';
import { trainingsPath } from '../../asked';
import { askForUnitOf, choicesInWords } from '../../choices';
import { asItStands, asText, prefilled } from '../../prefilled';
import { suggestedWords, wishOf } from '../../suggested';

type Props = PageProps<'/admin/trainings/[sessionId]/edit'>;

const load = cache(async (sessionId: string) => {
  const viewer = await requireViewer();
  const session = await findSession(viewer, sessionId);
  if (!session?.rights.edit) notFound();
  // a session for the whole province without a hall is in no commune: any will do to choose one from
  const communeId = session.commune?.id ?? (await listCommunesToProposeIn(viewer))[0]?.id;
  const choices = communeId ? await findFormChoices(viewer, communeId) : null;
  return choices ? { viewer, session, choices } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { session } = await load((await params).sessionId);
  return { title: `${(await getTranslations('trainings'))('form.editTitle')}: ${session.title}` };
}

/** The session as it stands, or as an address with suggestions says it is to be. */
export default async function EditSessionPage({ params, searchParams }: Props) {
  const [{ viewer, session, choices }, t, query] = await Promise.all([
    load((await params).sessionId),
    getTranslations('trainings'),
    searchParams,
  ]);
  const clean = withoutNoise(`${trainingsPath}/${session.id}/edit`, query);
  if (clean) redirect(clean as never);
  const values = query.unitId ? prefilled(query) : asItStands(session);
  const { question } = await askForUnitOf(viewer, choices.commune.id, values.unitId);
  const own = `${trainingsPath}/${session.id}`;
  const path = `${own}/edit`;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('admin.title'), href: trainingsPath },
              { label: session.title, href: own },
              { label: t('form.editTitle') },
            ]}
          />
        }
        title={t('form.editTitle')}
      />
      {query.suggest && (
        <SuggestionLinks
          suggested={await suggestedWords(viewer, wishOf(values, session.id))}
          path={path}
          values={asText(values)}
        />
      )}
      <SessionForm
        action={editSession}
        choices={{ ...(await choicesInWords(viewer.locale, choices, session)), unit: question }}
        values={values}
        edited={{ id: session.id, version: session.version, courseFixed: session.state === 'approved' }}
        today={today()}
        path={path}
        leave={own}
      />
    </LivePage>
  );
}
