import { liveStates } from '@/domain/scales/enrolment-state';
import { offerTopics } from './message';
import { sessionTopics } from './outbox';

/**
 * Messages that wait for a woman while they are true of her, so that nobody is told what she did on her ticket
 * herself. Those of a session that is over wait only on its own page.
 */
export const waiting = ({ sessionId }: { sessionId?: string }, ...causes: object[]) => ({
  state: 'ready' as const,
  OR: causes,
  ...(sessionId ? {} : { session: { endsAt: { gte: new Date() } } }),
});

/** A seat is held for her for a while: these come first. */
export const offers = () => ({
  about: { in: [...offerTopics] },
  enrolment: { state: 'offered' as const, offerUntil: { gt: new Date() } },
});

export const changes = () => [
  { about: { in: sessionTopics }, enrolment: { state: { in: [...liveStates] } } },
  { about: 'enrolled', enrolment: { state: 'confirmed' as const } },
  { about: { in: ['waiting', 'invited-waiting'] }, enrolment: { state: 'waiting' as const } },
  { about: 'offer-expired', enrolment: { state: 'expired' as const } },
];
