import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { askedOf } from '@/app/admin/messages/asked';
import { Board } from '@/app/admin/messages/board';
import { PageHead } from '@/components/layout/page-head';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { SessionTabs } from '@/components/trainings/session-tabs';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import { mayTellIn } from '@/domain/messages/outbox';
import { findSession } from '@/domain/trainings/queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../asked';
import { sessionTabs } from '../tabs';

type Props = PageProps<'/admin/trainings/[sessionId]/messages'>;

/** The session, for whoever may tell its people something; to all others this page does not exist. */
const load = cache(async (sessionId: string) => {
  const viewer = await requireViewer();
  const session = await findSession(viewer, sessionId);
  return session && mayTellIn(viewer, session) ? { viewer, session } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([load((await params).sessionId), getTranslations('messages')]);
  return { title: t('ofSession', { title: session.title }) };
}

export default async function SessionMessagesPage({ params, searchParams }: Props) {
  const [{ viewer, session }, query, trainings, t] = await Promise.all([
    load((await params).sessionId),
    searchParams,
    getTranslations('trainings'),
    getTranslations('messages'),
  ]);
  const { id, title, state, demo } = session;
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: trainings('admin.title'), href: trainingsPath },
              { label: title, href: `${trainingsPath}/${id}` },
              { label: t('title') },
            ]}
          >
            <SessionStateBadge state={state} />
            {demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('ofSession', { title })}
      />
      <SessionTabs sessionId={id} current="messages" offered={sessionTabs(viewer, session)} />
      <Board viewer={viewer} sessionId={id} asked={{ ...askedOf(query), communeId: undefined }} />
    </LivePage>
  );
}
