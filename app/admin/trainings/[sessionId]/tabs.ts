import type { SessionTab } from '@/components/trainings/session-tabs';
import type { Viewer } from '@/domain/access/viewer';
import { hasParticipants } from '@/domain/enrolments/participant';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(viewer: Viewer, session: SessionRecord): SessionTab[] {
  return ['record', ...(hasParticipants(viewer, session) ? (['participants'] as const) : [])];
}
