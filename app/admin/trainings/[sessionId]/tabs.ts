import type { SessionTab } from '@/components/trainings/session-tabs';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { hasRegister } from '@/domain/attendance/attendance';
import { hasParticipants } from '@/domain/enrolments/participants/participant';
import { mayTellIn } from '@/domain/messages/outbox';
import { hasOutcomes, mayOnSession } from '@/domain/outcomes/outcome';
import type { SessionFacts } from '@/domain/trainings/session';
import type { SessionRecord } from '@/domain/trainings/session-view';

/** The parts of a session's record that the viewer may open. */
export function sessionTabs(viewer: Viewer, session: SessionRecord): SessionTab[] {
  const facts = factsOf(session);
  const opens: Record<SessionTab, boolean> = {
    record: true,
    participants: hasParticipants(viewer, facts),
    attendance: hasRegister(viewer, session),
    outcomes: hasOutcomes(facts) && mayOnSession(viewer, 'outcomes.see', facts),
    messages: mayTellIn(viewer, session),
    series: session.seriesId !== null && mayAnywhere(viewer, 'trainings.decide'),
  };
  return (Object.keys(opens) as SessionTab[]).filter((tab) => opens[tab]);
}

const factsOf = ({ state, startsAt, unit, trainers }: SessionRecord): SessionFacts => ({
  state,
  startsAt,
  unitPath: unit.path,
  proposedById: null,
  trainerIds: trainers.map(({ id }) => id),
});
