import type { SessionTab } from '@/components/trainings/session-tabs';
import type { Viewer } from '@/domain/access/viewer';
import { hasParticipants } from '@/domain/enrolments/participant';
import { hasOutcomes, mayOnSession } from '@/domain/outcomes/outcome';
import type { SessionFacts } from '@/domain/trainings/session';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(viewer: Viewer, session: SessionRecord): SessionTab[] {
  const facts = factsOf(session);
  const participants = hasParticipants(viewer, facts);
  const outcomes = hasOutcomes(facts) && mayOnSession(viewer, 'outcomes.see', facts);
  return ['record', ...(participants ? (['participants'] as const) : []), ...(outcomes ? (['outcomes'] as const) : [])];
}

const factsOf = ({ state, startsAt, unit, trainers }: SessionRecord): SessionFacts => ({
  ...{ state, startsAt, unitPath: unit.path, proposedById: null },
  trainerIds: trainers.map(({ id }) => id),
});
