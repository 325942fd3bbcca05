import { placedToday } from '@/domain/access/access';
import { behindId } from '@/domain/page';
import { liveStates, stillWaits } from '@/domain/scales/enrolment-state';
import { offerTopics } from './message';
import { sessionTopics } from './outbox';

/**
 * Messages of one session, of one commune, or of everywhere in reach; `after` is the id of the last message of the
 * page before.
 */
export type MessageFilter = { sessionId?: string; communeId?: string; after?: string };

/** Ids tell when they were made, so their order is the order of causes. */
export const narrowed = ({ sessionId, communeId, after }: MessageFilter) => ({
  ...(sessionId ? { sessionId } : {}),
  ...(communeId ? { session: { unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } } } : {}),
  ...behindId(after, 'desc'),
});

/**
 * Messages that wait for a woman while they are true of her, so that nobody is told what she did on her ticket
 * herself. Those of a session that is over wait only on its own page.
 */
export const waiting = ({ sessionId }: MessageFilter, ...causes: object[]) => ({
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
  { about: { in: ['waiting', 'invited-waiting'] }, enrolment: stillWaits() },
  { about: 'offer-expired', enrolment: { state: 'expired' as const } },
];
