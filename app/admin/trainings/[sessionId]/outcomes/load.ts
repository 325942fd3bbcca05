import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Outcomes } from '@/domain/outcomes/outcome';
import { findOutcomes } from '@/domain/outcomes/queries';
import { findSession } from '@/domain/trainings/queries';
import type { SessionRecord } from '@/domain/trainings/session-view';
import { requireViewer } from '@/server/sign-in/session';

/** A session that has begun and what came of it, once a request; what the viewer may not see does not exist. */
export const loadOutcomes = cache(
  async (sessionId: string): Promise<{ session: SessionRecord; outcomes: Outcomes }> => {
    const viewer = await requireViewer();
    const [session, outcomes] = await Promise.all([findSession(viewer, sessionId), findOutcomes(viewer, sessionId)]);
    return session && outcomes ? { session, outcomes } : notFound();
  },
);
