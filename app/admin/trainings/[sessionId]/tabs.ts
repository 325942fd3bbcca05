import type { SessionTab } from '@/components/trainings/session-tabs';
import type { Viewer } from '@/domain/access/viewer';
import { mayTellIn } from '@/domain/messages/outbox';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(viewer: Viewer, session: SessionRecord): SessionTab[] {
  return ['record', ...(mayTellIn(viewer, session) ? (['messages'] as const) : [])];
}
