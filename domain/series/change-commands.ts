import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { tellEnrolled } from '@/domain/messages/tell-enrolled-writes';
import { tellTrainers } from '@/domain/messages/tell-trainers-writes';
import { ok, problem, type Result } from '@/domain/result';
import { type BookingProblem, book } from '@/domain/trainings/booking/booking-commands';
import { queueFor } from '@/domain/trainings/booking/booking-writes';
import { refusalOfClashes } from '@/domain/trainings/booking/clash';
import { findClashes } from '@/domain/trainings/booking/clash-queries';
import { settleSeats } from '@/domain/trainings/booking/seat-writes';
import { asBefore } from '@/domain/trainings/move';
import { holdVersions } from '@/domain/version-writes';
import type { Transaction } from '@/prisma/transaction';
import { type ChangeProblem, findRest, findSeries, previewChange } from './change-queries';
import type { CancelSeriesInput, ConfirmChangeInput } from './inputs';
import { type ChangedMember, type Member, wantedOf } from './member';

type Stale = BookingProblem | 'changed-since-read';

/**
 * Changes the rest of a series from one session on, in one transaction. What has begun or was held is never among
 * them; those left out stay. Everything in the way is told at once.
 */
export async function changeSeries(
  viewer: Viewer,
  { leaveOut, ...input }: ConfirmChangeInput,
): Promise<
  Result<{ id: string; count: number }, ChangeProblem | Stale | 'series-clash' | 'series-overlaps' | 'series-empty'>
> {
  const preview = await previewChange(viewer, input, leaveOut);
  if (!preview.ok) return preview;
  const members = preview.value;
  const [first] = members;
  if (!first) return problem('series-empty');
  if (members.some(({ overlapsOwn }) => overlapsOwn)) return problem('series-overlaps');
  return book(viewer, { ...first.after, ...wantedOf(input, first.mode) }, (tx) =>
    rewriteRest(tx, viewer, input, members),
  );
}

/** Cancels the rest of a series from one session on, each with the reason; what has begun or was held stays as it is. */
export async function cancelSeries(
  viewer: Viewer,
  { sessionId, reason }: CancelSeriesInput,
): Promise<Result<{ id: string; count: number }, 'not-found' | 'series-not-open' | Stale>> {
  const rest = await findRest(viewer, sessionId);
  if (!rest) return problem((await findSeries(viewer, sessionId)) ? 'series-not-open' : 'not-found');
  return book(viewer, { startsAt: new Date(), endsAt: new Date(), venueId: null, trainerIds: [] }, async (tx) => {
    if (!(await holdVersions(tx, 'session', rest))) return problem('changed-since-read');
    await tx.sessionDecision.createMany({
      data: rest.map(({ id }) => ({
        sessionId: id,
        kind: 'cancelled' as const,
        reason,
        decidedById: viewer.accountId,
      })),
    });
    await tellEnrolled(tx, { sessionIds: rest.map(({ id }) => id), about: 'session-cancelled' });
    await noteChange(tx, viewer, 'cancelSeries', rest, {});
    return ok({ id: sessionId, count: rest.length });
  });
}

async function rewriteRest(
  tx: Transaction,
  viewer: Viewer,
  input: Omit<ConfirmChangeInput, 'leaveOut'>,
  members: ChangedMember[],
) {
  if (!(await holdVersions(tx, 'session', members))) return problem('changed-since-read');
  const { venueId, trainerIds } = wantedOf(input, members[0]?.mode ?? 'in_person');
  await queueFor(tx, [
    ...new Set([venueId, ...trainerIds, ...members.flatMap((member) => [member.venueId, ...member.trainerIds])]),
  ]);
  const ids = members.map(({ id }) => id);
  const wanted = members.map(({ after }) => ({ ...after, venueId, trainerIds }));
  const refused = refusalOfClashes(await findClashes(viewer, wanted, ids, tx));
  if (refused) return refused;

  await writeRest(tx, members, { venueId, trainerIds, seats: input.seats });
  const taught = members.map(({ id, trainerIds: before }) => ({ sessionId: id, before, after: trainerIds }));
  await tellTrainers(tx, viewer, taught);
  const moved = members.filter((member) => isMoved(member, venueId));
  await tx.sessionDecision.createMany({
    data: moved.map((member) => ({
      sessionId: member.id,
      kind: 'moved' as const,
      reason: input.reason ?? null,
      before: asBefore(member),
      decidedById: viewer.accountId,
    })),
  });
  await tellEnrolled(tx, { sessionIds: moved.map(({ id }) => id), about: 'session-moved' });
  const roomier = members.filter(({ seats }) => seats < input.seats);
  await settleSeats(tx, ...roomier.map(({ id }) => id)); // whoever waits is offered them
  await noteChange(tx, viewer, 'changeSeries', members, { venueId, seats: input.seats, moved: moved.length });
  return ok({ id: input.sessionId, count: members.length });
}

type Rewritten = { venueId: string | null; trainerIds: string[]; seats: number };

/** Trainers go first and come last: so no copy of a time is ever compared with another that is about to move. */
async function writeRest(tx: Transaction, members: ChangedMember[], { venueId, trainerIds, seats }: Rewritten) {
  const ids = members.map(({ id }) => id);
  const starts = members.map(({ after }) => after.startsAt.toISOString());
  const ends = members.map(({ after }) => after.endsAt.toISOString());
  const whole = members.map(({ after }) => after.allDay);
  await tx.sessionTrainer.deleteMany({ where: { sessionId: { in: ids } } });
  await tx.$executeRaw`
    UPDATE session s SET starts_at = d.starts_at, ends_at = d.ends_at, venue_id = ${venueId}::uuid, seats = ${seats},
      all_day = d.all_day
    FROM unnest(${ids}::uuid[], ${starts}::timestamptz[], ${ends}::timestamptz[], ${whole}::boolean[])
      d (id, starts_at, ends_at, all_day)
    WHERE s.id = d.id`;
  await tx.sessionTrainer.createMany({
    data: members.flatMap(({ id, after: { startsAt, endsAt }, state }) =>
      trainerIds.map((trainerId) => ({ sessionId: id, trainerId, startsAt, endsAt, state })),
    ),
  });
}

const isMoved = ({ startsAt, endsAt, allDay, after, venueId: was }: ChangedMember, venueId: string | null) =>
  +startsAt !== +after.startsAt || +endsAt !== +after.endsAt || allDay !== after.allDay || was !== venueId;

const noteChange = (
  tx: Transaction,
  viewer: Viewer,
  action: string,
  members: readonly Member[],
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: action === 'cancelSeries' ? 'ended' : 'changed',
    action,
    subjectType: 'session',
    subjectId: members[0]?.id ?? null,
    unitId: members[0]?.unitId ?? null,
    change: { ...change, sessions: members.length },
  });
