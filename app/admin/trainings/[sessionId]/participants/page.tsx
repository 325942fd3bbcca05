import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { InvitePanel } from '@/components/enrolments/invite-panel';
import { ParticipantTable } from '@/components/enrolments/participant-table';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { ParticipantCounts } from '@/domain/enrolments/participants/participant';
import { listParticipants } from '@/domain/enrolments/participants/participant-queries';
import { findWaitingFor } from '@/domain/enrolments/topic-waits/topic-wait-queries';
import { findSession } from '@/domain/trainings/queries';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../asked';
import { sessionTabs } from '../tabs';
import { ToTell } from '../to-tell';
import { acceptOffer, inviteWaiting, removeEnrolment, seeParticipantPhone } from './actions';

type Props = PageProps<'/admin/trainings/[sessionId]/participants'>;

async function load({ params, searchParams }: Props) {
  const [{ sessionId }, query] = await Promise.all([params, searchParams]);
  const after = Number(oneOf(query.after) ?? 0);
  return { query, ...(await loadParticipants(sessionId, Number.isSafeInteger(after) && after > 0 ? after : 0)) };
}

/** Once a request: its title and the page ask for the same. */
const loadParticipants = cache(async (sessionId: string, after: number) => {
  const viewer = await requireViewer();
  const [session, list] = await Promise.all([
    findSession(viewer, sessionId),
    listParticipants(viewer, sessionId, after),
  ]);
  return session && list ? { viewer, session, list } : notFound();
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([load(props), getTranslations('enrolments.list')]);
  return { title: t('pageTitle', { title: session.title }) };
}

export default async function ParticipantsPage(props: Props) {
  const [{ viewer, session, list, query }, t] = await Promise.all([load(props), getTranslations('enrolments.list')]);
  const path = `${trainingsPath}/${session.id}`;
  const said = (['removed', 'accepted'] as const).find((each) => each === oneOf(query.said));
  const waiting = await findWaitingFor(viewer, session.id);
  return (
    <LivePage>
      {said && <Notice title={t(said)} />}
      {oneOf(query.said) === 'invited' && <Notice title={t('invited', { count: Number(oneOf(query.count)) || 0 })} />}
      <Head viewer={viewer} session={session} counts={list.counts} />
      <SessionTabs sessionId={session.id} current="participants" offered={sessionTabs(viewer, session)} />
      <ToTell viewer={viewer} session={session} />
      {waiting && waiting.count > 0 && (
        <InvitePanel action={inviteWaiting} sessionId={session.id} count={waiting.count} />
      )}
      {list.participants.length > 0 ? (
        <ParticipantTable
          caption={t('title')}
          sessionId={session.id}
          participants={list.participants}
          actions={{ remove: removeEnrolment, accept: acceptOffer, seePhone: seeParticipantPhone }}
          from="participants"
        />
      ) : (
        <EmptyState icon="people" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      <Pager as={Link} next={list.next === null ? null : `${path}/participants?after=${list.next}`} />
      {mayAnywhere(viewer, 'exports.persons') && list.participants.length > 0 && (
        <ExportLinks address={`${path}/participants`} />
      )}
    </LivePage>
  );
}

type HeadProps = { viewer: Viewer; session: SessionRecord; counts: ParticipantCounts };

/** The session and its counts, and the way to enrol members as long as it has not begun. */
function Head({ viewer, session, counts }: HeadProps) {
  const t = useTranslations('enrolments.list');
  const words = useTranslations('trainings.admin');
  const path = `${trainingsPath}/${session.id}`;
  const figures = Object.entries({ ...counts, seats: session.seats });
  const numbers = Object.fromEntries(figures.map(([name, count]) => [name, formatNumber(viewer.locale, count)]));
  const enrols =
    session.state === 'approved' && session.startsAt > new Date() && mayAnywhere(viewer, 'enrolments.enrol');
  return (
    <PageHead
      above={
        <Breadcrumbs
          as={Link}
          crumbs={[
            { label: words('title'), href: trainingsPath },
            { label: session.title, href: path },
            { label: t('title') },
          ]}
        >
          <SessionStateBadge state={session.state} />
          {session.demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={session.title}
      lead={t('counts', numbers)}
      actions={
        enrols && (
          <ButtonLink as={Link} href={`${path}/enrol`} variant="primary" icon="plus">
            {t('enrol')}
          </ButtonLink>
        )
      }
    />
  );
}
