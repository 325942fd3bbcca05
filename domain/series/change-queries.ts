import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { findClashes } from '@/domain/trainings/booking/clash-queries';
import { refusalOfChoices } from '@/domain/trainings/change-queries';
import type { PlanProblem } from '@/domain/trainings/plan';
import { hasBegun, mayEdit, visibleTo } from '@/domain/trainings/session';
import { factsOf, summarySelect } from '@/domain/trainings/session-view';
import { db, type Prisma } from '@/prisma/client';
import type { ChangeSeriesInput } from './inputs';
import { type ChangedMember, type Member, timesAfter, wantedOf } from './member';
import { overlapping, SERIES_MAX } from './series';

const MEMBERS_MAX = 2 * SERIES_MAX;

/**
 * All sessions of a session's series, in the order of time, as far as the viewer sees them; past, held, refused and
 * cancelled ones are never open. Null when she may not change the one she came from.
 */
export async function findSeries(viewer: Viewer, sessionId: string): Promise<Member[] | null> {
  if (!isId(sessionId)) return null;
  const one = await db.session.findFirst({
    where: { AND: [{ id: sessionId, seriesId: { not: null } }, visibleTo(viewer)] },
    select: { ...summarySelect(), seriesId: true },
  });
  if (!one || !mayEdit(viewer, factsOf(one))) return null;
  const rows = await db.session.findMany({
    where: { AND: [{ seriesId: one.seriesId }, visibleTo(viewer)] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: memberSelect(),
    take: MEMBERS_MAX,
  });
  return rows.map((row) => toMember(viewer, row));
}

const memberSelect = () => ({ ...summarySelect(), venueId: true, unitId: true }) as const;
type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof memberSelect> }>;

function toMember(viewer: Viewer, row: Row): Member {
  const { id, version, state, startsAt, endsAt, allDay, mode, seats, venueId, unitId } = row;
  const facts = factsOf(row);
  const isOpen = (state === 'proposed' || state === 'approved') && !hasBegun(row) && mayEdit(viewer, facts);
  return {
    id,
    version,
    state,
    startsAt,
    endsAt,
    allDay,
    mode,
    seats,
    venueId,
    unitId,
    trainerIds: facts.trainerIds,
    unitPath: facts.unitPath,
    place: row.venue?.name ?? row.unit.unitNames[0]?.name ?? '',
    open: isOpen,
  };
}

/** The open ones from one session on; null when that one is not open itself. */
export async function findRest(viewer: Viewer, sessionId: string): Promise<Member[] | null> {
  const members = await findSeries(viewer, sessionId);
  const first = members?.find(({ id }) => id === sessionId);
  if (!members || !first?.open) return null;
  return members.filter(({ open, startsAt }) => open && startsAt >= first.startsAt);
}

export type ChangeProblem = PlanProblem | 'not-allowed' | 'series-not-open';

/**
 * The rest of a series as a change would make it, with everything in the way of each session; nothing is written.
 * Sessions in `leaveOut` stay as they are and stand in the way like any other.
 */
export async function previewChange(
  viewer: Viewer,
  input: ChangeSeriesInput,
  leaveOut: readonly string[] = [],
): Promise<Result<ChangedMember[], ChangeProblem>> {
  const rest = await findRest(viewer, input.sessionId);
  if (!rest) return problem((await findSeries(viewer, input.sessionId)) ? 'series-not-open' : 'not-found');
  const first = rest[0];
  if (!first) return problem('series-not-open');
  const { venueId, trainerIds, seats } = input;
  const before = { venueId: first.venueId, facts: { ...first, proposedById: null } };
  const refused = await refusalOfChoices(
    viewer,
    { venueId, trainerIds, seats, mode: first.mode },
    first.unitPath,
    before,
  );
  if (refused) return refused;
  if (!venueId && (first.mode === 'in_person' || first.mode === 'mixed')) return problem('hall-not-there');

  const moving = rest.filter(({ id }) => !leaveOut.includes(id));
  const changed = moving.map((member) => ({ ...member, after: timesAfter(member, input) }));
  if (changed.some(({ after }) => hasBegun(after))) return problem('already-begun');
  const clashes = await findClashes(
    viewer,
    changed.map(({ after }) => ({ ...after, ...wantedOf(input, first.mode) })),
    moving.map(({ id }) => id),
  );
  const own = overlapping(changed.map(({ after }) => after));
  return ok(changed.map((each, at) => ({ ...each, clashes: clashes[at] ?? [], overlapsOwn: own[at] ?? false })));
}
