import { getTranslations } from 'next-intl/server';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/domain/access/viewer';
import { findWaitingFor } from '@/domain/enrolments/topic-waits/topic-wait-queries';
import { mayTellIn } from '@/domain/messages/outbox';
import { countMessages } from '@/domain/messages/queries';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { trainingsPath } from '../asked';

type Props = { viewer: Viewer; session: SessionRecord };

/** How many women still have to be told something of this session, and the way to the words. */
export async function ToTell({ viewer, session }: Props) {
  if (!mayTellIn(viewer, session)) return null;
  const [t, { toTell }] = await Promise.all([
    getTranslations('trainings.record'),
    countMessages(viewer, { sessionId: session.id }),
  ]);
  if (toTell === 0) return null;
  return (
    <Notice
      tone="information"
      title={t('toTell', { count: toTell })}
      action={<Link href={`${trainingsPath}/${session.id}/messages`}>{t('tell')}</Link>}
    />
  );
}

/** How many women wait for a class like this one, and the way to where they are invited. */
export async function ToInvite({ viewer, session }: Props) {
  const [t, waiting] = await Promise.all([getTranslations('enrolments.waits'), findWaitingFor(viewer, session.id)]);
  if (!waiting || waiting.count === 0) return null;
  return (
    <Notice
      tone="information"
      title={t('toInvite', { count: waiting.count })}
      action={<Link href={`${trainingsPath}/${session.id}/participants`}>{t('inviteSee')}</Link>}
    />
  );
}
