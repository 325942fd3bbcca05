import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { NamesInWords } from '@/components/newsroom/names-in-words';
import { communeWords } from '@/components/trainings/place-words';
import { CancelForm, DecideForms } from '@/components/trainings/planning/decision-forms';
import { TravelWarnings } from '@/components/trainings/planning/travel-warnings';
import { SessionHistory, SessionRecord } from '@/components/trainings/session-record';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listNamesInPublishedWords } from '@/domain/articles/written-names/public-words-queries';
import { takesAttendance } from '@/domain/attendance/attendance';
import { listTravelWarnings } from '@/domain/trainings/booking/travel-queries';
import { findSession } from '@/domain/trainings/queries';
import type { SessionRecord as Session } from '@/domain/trainings/session-view';
import { hrefTo } from '@/i18n/routes';
import { requireViewer } from '@/server/sign-in/session';
import { cancelSession, decideSession } from '../actions';
import { trainingsPath } from '../asked';
import { asItStands, asText } from '../prefilled';
import { sessionTabs } from './tabs';
import { ToInvite, ToTell } from './to-tell';

type Props = PageProps<'/admin/trainings/[sessionId]'>;

const SAID = ['proposed', 'approved', 'refused', 'cancelled', 'saved'] as const;

const load = cache(async (sessionId: string) => {
  const viewer = await requireViewer();
  const session = await keptThisMinute(viewer, `session ${sessionId}`, () => findSession(viewer, sessionId));
  return session ? { viewer, session } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).sessionId)).session.title };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const [{ viewer, session }, t, query] = await Promise.all([
    load((await params).sessionId),
    getTranslations('trainings'),
    searchParams,
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  const offered = sessionTabs(viewer, session);
  return (
    <LivePage of={said ? undefined : session}>
      {said && <Notice title={t(`record.done.${said}`)} />}
      <PageHead
        above={
          <Breadcrumbs as={Link} crumbs={[{ label: t('admin.title'), href: trainingsPath }, { label: session.title }]}>
            <SessionStateBadge state={session.state} />
            {session.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={session.title}
        actions={<Actions viewer={viewer} session={session} hasRegister={offered.includes('attendance')} />}
      />
      <ToMind viewer={viewer} session={session} />
      <SessionTabs sessionId={session.id} current="record" offered={offered} />
      <ToTell viewer={viewer} session={session} />
      <ToInvite viewer={viewer} session={session} />
      <div className="grid items-start gap-9 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-9">
          <SessionRecord session={session} />
          <SessionHistory session={session} />
        </div>
        <Decision session={session} />
      </div>
    </LivePage>
  );
}

/** For whoever approves or edits it: ways that are too long, and people whom its notes name. */
async function ToMind({ viewer, session }: { viewer: Viewer; session: Session }) {
  if (!session.rights.approve && !session.rights.edit) return null;
  const [warnings, names] = await Promise.all([
    listTravelWarnings(viewer, session),
    listNamesInPublishedWords([session.notes]),
  ]);
  return (
    <>
      <TravelWarnings warnings={warnings} />
      <NamesInWords names={names} />
    </>
  );
}

type ActionsProps = { viewer: Viewer; session: Session; hasRegister: boolean };

/** The public page and the poster, the hall, and editing: what is open in this state, to her. */
function Actions({ viewer, session: { id, slug, state, rights, decisions }, hasRegister }: ActionsProps) {
  const t = useTranslations('trainings');
  const isPublic = state === 'approved' || state === 'held' || decisions.some(({ kind }) => kind === 'approved');
  return (
    <>
      {isPublic && (
        <ButtonLink href={hrefTo(viewer.locale, 'session', { slug })} compact icon="globe">
          {t('record.public')}
        </ButtonLink>
      )}
      {state === 'approved' && (
        <ButtonLink href={hrefTo(viewer.locale, 'poster', { slug })} compact icon="report">
          {t('session.poster')}
        </ButtonLink>
      )}
      {state === 'approved' && hasRegister && takesAttendance(viewer) && (
        <ButtonLink href="/admin/attendance" compact icon="check">
          {t('record.hall')}
        </ButtonLink>
      )}
      {rights.edit && (
        <ButtonLink as={Link} href={`${trainingsPath}/${id}/edit`} compact icon="pencil">
          {t('record.edit')}
        </ButtonLink>
      )}
    </>
  );
}

/** Approving and refusing, or whom the session waits for; and calling it off. */
function Decision({ session }: { session: Session }) {
  const { rights, state } = session;
  const decides = rights.approve || rights.refuse;
  return (
    <div className="grid gap-6">
      {decides && (
        <DecideForms
          session={session}
          action={decideSession}
          values={asText(asItStands(session))}
          path={`${trainingsPath}/${session.id}/edit`}
        />
      )}
      {state === 'proposed' && !decides && <Waits session={session} />}
      {rights.cancel && !decides && <CancelForm session={session} action={cancelSession} />}
    </div>
  );
}

function Waits({ session: { forProvince, commune } }: { session: Session }) {
  const t = useTranslations('trainings');
  return (
    <Panel>
      <p>{forProvince ? t('record.waitsProvince') : t('record.waits', { commune: communeWords(t, commune) })}</p>
    </Panel>
  );
}
