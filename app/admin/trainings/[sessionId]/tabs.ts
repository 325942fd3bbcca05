import type { SessionTab } from '@/components/trainings/session-tabs';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(viewer: Viewer, session: SessionRecord): SessionTab[] {
  const changes = session.seriesId && mayAnywhere(viewer, 'trainings.decide');
  return ['record', ...(changes ? (['series'] as const) : [])];
}
