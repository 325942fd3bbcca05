import type { SessionTab } from '@/components/trainings/session-tabs';
import type { Viewer } from '@/domain/access/viewer';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(_viewer: Viewer, _session: SessionRecord): SessionTab[] {
  return ['record'];
}
