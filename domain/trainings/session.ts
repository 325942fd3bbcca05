import { may, mayAnywhere, mayForProvince, reach, withinAreas } from '@/domain/access/access';
import { asOther, asTrainer, isOfProvince } from '@/domain/access/trainer';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, dayOf } from '@/domain/days/day';
import { lastDayShown } from '@/domain/days/lasting';

export const sessionStates = ['proposed', 'approved', 'refused', 'cancelled', 'held'] as const;
export type SessionState = (typeof sessionStates)[number];

export type DecisionKind = 'approved' | 'refused' | 'cancelled' | 'held' | 'moved';

/** A session stands when it takes its trainers and its hall: nobody else may have them at that time. */
export const standing: SessionState[] = ['approved', 'held'];

/** The instants of a session; the end itself is free again. */
export type Times = { startsAt: Date; endsAt: Date };

/** Two sessions that touch (one ends as the other begins) do not overlap. */
export const overlaps = (one: Times, other: Times) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

export const hasBegun = ({ startsAt }: Pick<Times, 'startsAt'>, now = new Date()) => startsAt <= now;

/**
 * The stage of a public session for somebody who thinks of coming; a seat is kept while it is `coming`, and no
 * longer.
 */
export type Stage = 'coming' | 'running' | 'over' | 'cancelled';

export function stageOf(session: Times & { state: SessionState }, now = new Date()): Stage {
  if (session.state === 'cancelled') return 'cancelled';
  if (session.state === 'held' || session.endsAt <= now) return 'over';
  return hasBegun(session, now) ? 'running' : 'coming';
}

/** The facts on which sight and rights on a session depend. */
export type SessionFacts = {
  state: SessionState;
  startsAt: Date;
  unitPath: UnitPath;
  proposedById: string | null;
  trainerIds: string[];
};

/**
 * Sessions that the viewer sees, as a filter; `maySee` asks the same of one. Beside what stands of the whole province
 * she sees, as a trainer, what she proposed or teaches, wherever it is.
 */
export function visibleTo(viewer: Viewer) {
  // A filter that asks each session for its place makes the long lists slow.
  if (seesAll(viewer)) return {};
  if (!mayAnywhere(viewer, 'trainings.see')) return { id: { in: [] } };
  const areas = reach(asOther(viewer), 'trainings.see');
  const taughtIn = reach(asTrainer(viewer), 'trainings.see');
  const ofProvince = { level: 'province' as const };
  return {
    OR: [
      // officials, viewers and heads see sessions in whatever state
      ...(areas.length > 0 ? [{ unit: withinAreas(areas) }] : []),
      {
        // proposals are between proposer and official: a trainer sees what stands
        state: { in: standing },
        unit: taughtIn.length > 0 ? { OR: [ofProvince, withinAreas(taughtIn)] } : ofProvince,
      },
      ...(taughtIn.length > 0 ? ownOf(viewer).OR : []),
    ],
  };
}

export function maySee(viewer: Viewer, session: SessionFacts): boolean {
  if (seesAll(viewer) || may(asOther(viewer), 'trainings.see', session.unitPath)) return true;
  if (isOfProvince(session) && standing.includes(session.state) && mayAnywhere(viewer, 'trainings.see')) return true;
  const trainer = asTrainer(viewer);
  if (!mayAnywhere(trainer, 'trainings.see')) return false;
  return (
    isOwn(viewer, session) || (standing.includes(session.state) && may(trainer, 'trainings.see', session.unitPath))
  );
}

const seesAll = (viewer: Viewer) => mayForProvince(asOther(viewer), 'trainings.see');

/** She teaches it or proposed it. */
export const isOwn = (viewer: Viewer, session: Pick<SessionFacts, 'proposedById' | 'trainerIds'>): boolean =>
  session.proposedById === viewer.accountId ||
  (viewer.personId !== null && session.trainerIds.includes(viewer.personId));

/** The same for many sessions, as a filter. */
export const ownOf = (viewer: Viewer) => ({
  OR: [
    { proposedById: viewer.accountId },
    ...(viewer.personId ? [{ sessionTrainers: { some: { trainerId: viewer.personId } } }] : []),
  ],
});

/** A trainer may still take back or correct what she proposed, as long as nobody has decided on it. */
const isOwnProposal = (viewer: Viewer, session: SessionFacts) =>
  session.state === 'proposed' &&
  session.proposedById === viewer.accountId &&
  may(viewer, 'trainings.propose', session.unitPath);

export const mayDecide = (viewer: Viewer, { unitPath }: SessionFacts) => may(viewer, 'trainings.decide', unitPath);

export const mayEdit = (viewer: Viewer, session: SessionFacts) =>
  may(viewer, 'trainings.edit', session.unitPath) || isOwnProposal(viewer, session);

export const mayCancel = (viewer: Viewer, session: SessionFacts) =>
  may(viewer, 'trainings.cancel', session.unitPath) || isOwnProposal(viewer, session);

/**
 * Viewers who read, beside those enrolled, where a session is followed online: who decides on it, proposed it or
 * teaches it.
 */
export const mayFollow = (viewer: Viewer, session: SessionFacts) =>
  mayDecide(viewer, session) ||
  session.proposedById === viewer.accountId ||
  (viewer.personId !== null && session.trainerIds.includes(viewer.personId));

/** A session that nobody refused, cancelled or held yet. */
export const isOpen = ({ state }: { state: SessionState }) => state === 'proposed' || state === 'approved';

export type SessionRights = { approve: boolean; refuse: boolean; edit: boolean; cancel: boolean };

/** The viewer's rights on a session now: who she is and where the session stands, together. */
export function rightsOn(viewer: Viewer, session: SessionFacts, now = new Date()): SessionRights {
  const waits = session.state === 'proposed';
  const begun = hasBegun(session, now);
  return {
    approve: waits && !begun && mayDecide(viewer, session),
    refuse: waits && mayDecide(viewer, session),
    edit: isOpen(session) && !begun && mayEdit(viewer, session),
    cancel: isOpen(session) && mayCancel(viewer, session),
  };
}

/**
 * Sessions of a list by the day in Viet Nam on which they begin. What goes on since before the list's first day
 * stands under it; an evening that ends past midnight does not stand under the next one.
 */
export function byDay<Session extends { startsAt: Date; endsAt: Date }>(
  sessions: Session[],
  from?: Day,
): { day: Day; sessions: Session[] }[] {
  const days = new Map<Day, Session[]>();
  for (const session of sessions) {
    if (from && lastDayShown(session) < from) continue;
    const begins = dayOf(session.startsAt);
    const day = from && begins < from ? from : begins;
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days].map(([day, listed]) => ({ day, sessions: listed }));
}
