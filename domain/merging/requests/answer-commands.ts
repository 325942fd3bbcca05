import { may, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { lockPerson } from '@/domain/people/memberships/leaving-writes';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { holdUnits } from '@/domain/units/unit-day';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type AskedObstacle, type MergeObstacle, survivorWins } from '../merge';
import { ClosedMonthChanged, lockRecords } from '../merge-rows';
import { mergeInto } from '../merge-writes';
import { joinMember, type MoveRefused, transferMember } from '../move-writes';
import { type AnswerInput, stateOf } from './request';

export type AnswerProblem =
  | 'not-found'
  | 'not-allowed'
  | 'reason-needed'
  | 'already-answered'
  | 'withdrawn'
  | 'lapsed'
  | 'changed-meanwhile'
  | 'already-merged'
  | 'pairs-cross'
  | AskedObstacle
  | MoveRefused;

/**
 * Answers a request for a woman whose record the viewer keeps. Agreed, it is done at once, and in a merger the
 * asker's values win (decision 0040). Declined, the asker is told the reason alone.
 */
export async function answerRequest(
  viewer: Viewer,
  input: AnswerInput,
): Promise<Result<{ id: string }, AnswerProblem>> {
  const seen = await findAsked(db, viewer, input.requestId);
  if (!seen.ok) return seen;
  const refused = refusalOf(seen.value);
  if (refused) return refused;
  if (input.answer === 'declined' && !input.reason) return problem('reason-needed');
  try {
    return await countedTransaction(async (tx) => {
      const late = refusalOf(await holdAsked(tx, seen.value));
      if (late) return late;
      // who moved her meanwhile, or carried her unit over, has: whoever keeps her record now answers
      const found = await findAsked(tx, viewer, input.requestId);
      if (!found.ok) return found;
      const request = found.value;
      if (request.version !== input.version) return problem('changed-meanwhile', { version: String(request.version) });
      const done = input.answer === 'agreed' ? await carryOut(tx, viewer, request, input) : null;
      if (done && !done.ok) return done;
      await tx.personRequest.update({
        where: { id: request.id },
        data: {
          answer: input.answer,
          reason: input.reason ?? null,
          answeredAt: new Date(),
          answeredById: viewer.accountId,
        },
        select: { id: true },
      });
      await record(tx, viewer, {
        verb: 'changed',
        action: 'answerRequest',
        subjectType: 'request',
        subjectId: request.id,
        unitId: request.toUnitId,
        change: { answer: input.answer, purpose: request.purpose },
      });
      return ok({ id: request.id });
    });
  } catch (error) {
    if (error instanceof ClosedMonthChanged) return problem('period-locked', { until: error.until });
    if (refusal(error) === 'one_membership') return problem('member-already');
    throw error;
  }
}

/** A request for a woman whose record the viewer keeps now, and may answer for. */
async function findAsked(tx: Transaction | typeof db, viewer: Viewer, requestId: string) {
  const row = await tx.personRequest.findFirst({
    where: { id: requestId, person: personsKeptWithin(viewer, 'people.see') },
    select: answerable(),
  });
  if (!row?.person || !row.personId) return problem('not-found');
  const { person, personId, ...request } = row;
  if (!may(viewer, 'merging.answer', pathOf(person.keeperUnit))) return problem('not-allowed');
  return ok({ ...request, personId, keeperId: person.keeperUnit.id });
}

type Asked = { id: string; toUnitId: string; keeperId: string; personId: string; ownPersonId: string | null };

const stateNow = { answer: true, askedAt: true, closedAt: true, withdrawnById: true } as const;

/** The units on both sides, the women, then the request, as whoever restructures, moves or merges them; answers with how it stands. */
async function holdAsked(tx: Transaction, { id, toUnitId, keeperId, personId, ownPersonId }: Asked) {
  await holdUnits(tx, [toUnitId, keeperId]);
  // of a merger both, as strong as it takes them
  if (ownPersonId) await lockRecords(tx, [ownPersonId, personId]);
  else await lockPerson(tx, personId);
  await tx.$queryRaw`SELECT 1 FROM person_request WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.personRequest.findUniqueOrThrow({ where: { id }, select: stateNow });
}

type StateNow = Parameters<typeof stateOf>[0] & { closedAt: Date | null };

/** Why it cannot be answered any more. One that was closed otherwise than by its asker is none. */
function refusalOf(request: StateNow) {
  const state = stateOf(request);
  if (state === 'withdrawn' || state === 'lapsed') return problem(state);
  if (state !== 'waiting') return problem('already-answered');
  return request.closedAt ? problem('not-found') : null;
}

const answerable = () => ({
  ...stateNow,
  version: true,
  id: true,
  purpose: true,
  askedById: true,
  personId: true,
  ownPersonId: true,
  toUnitId: true,
  person: { select: { keeperUnit: { select: { id: true, unitSpans: spanToday() } } } },
});

type Agreed = { purpose: string; personId: string; ownPersonId: string | null; toUnitId: string; askedById: string };

async function carryOut(
  tx: Transaction,
  viewer: Viewer,
  request: Agreed,
  { reason, standing, crossings }: AnswerInput,
) {
  const { personId, toUnitId, ownPersonId, askedById } = request;
  if (request.purpose === 'merge' && ownPersonId) {
    const done = await mergeInto(tx, viewer, {
      survivorId: ownPersonId,
      absorbedId: personId,
      choices: survivorWins,
      mergedById: askedById,
      agreedById: viewer.accountId,
      answered: { standing, crossings },
    });
    return done.ok ? done : problem(asAsked(done.problem));
  }
  const move = { personId, toUnitId, reason: reason ?? null };
  return request.purpose === 'join' ? joinMember(tx, move) : transferMember(tx, move);
}

type NotMerged = 'already-merged' | 'changed-meanwhile';

/** An obstacle as it is told to one who keeps one of the two records alone: it may be for those who asked to mend. */
function asAsked(name: MergeObstacle | NotMerged): AskedObstacle | 'pairs-cross' | NotMerged {
  switch (name) {
    case 'two-accounts':
    case 'taught-at-once':
    case 'seats-cross':
      return `asked-${name}`;
    default:
      return name;
  }
}
