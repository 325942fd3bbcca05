import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { FeedbackPage } from '@/components/outcomes/feedback-page';
import { findFeedbackSession } from '@/domain/outcomes/feedback/feedback-queries';
import { requireViewer } from '@/server/sign-in/session';
import { takeFeedback } from '../actions';

type Props = PageProps<'/admin/trainings/[sessionId]/outcomes/feedback'>;

const load = cache(
  async (sessionId: string) => (await findFeedbackSession(await requireViewer(), sessionId)) ?? notFound(),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await load((await params).sessionId);
  return { title: (await getTranslations('outcomes.feedback'))('question') };
}

export default async function FacesPage({ params, searchParams }: Props) {
  const [session, { thanks }] = await Promise.all([load((await params).sessionId), searchParams]);
  return (
    <LivePage>
      <FeedbackPage
        sessionId={session.id}
        answerId={randomUUID()}
        title={session.title}
        thanked={Boolean(thanks)}
        back={`/admin/trainings/${session.id}/outcomes`}
        action={takeFeedback}
      />
    </LivePage>
  );
}
