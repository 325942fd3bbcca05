import { may, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { personsKeptWithin } from '@/domain/people/person';
import { ok, problem, type Result } from '@/domain/result';
import { countedTransaction } from '@/domain/units/period/period-writes';
import { findUnit } from '@/domain/units/queries';
import { holdVersion } from '@/domain/version-writes';
import { db, refusal } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type AskedObstacle, type MergeObstacle, survivorWins } from '../merge';
import { ClosedMonthChanged } from '../merge-rows';
import { mergeInto } from '../merge-writes';
import { joinMember, transferMember } from '../move-writes';
import { type AnswerInput, type MoveInput, type Purpose, stateOf } from './request';

type MoveRefused = 'handover-first' | 'member-already' | 'period-locked';
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
  const request = await db.personRequest.findFirst({
    where: { id: input.requestId, person: personsKeptWithin(viewer, 'people.see') },
    select: answerable(),
  });
  if (!request?.person || !request.personId) return problem('not-found');
  if (!may(viewer, 'merging.answer', pathOf(request.person.keeperUnit))) return problem('not-allowed');
  const refused = refusalOf(request);
  if (refused) return refused;
  if (input.answer === 'declined' && !input.reason) return problem('reason-needed');
  const { personId } = request;
  try {
    return await countedTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM person_request WHERE id = ${request.id}::uuid FOR UPDATE`;
      const now = await tx.personRequest.findUniqueOrThrow({ where: { id: request.id }, select: stateNow });
      const late = refusalOf(now);
      if (late) return late;
      if (now.version !== input.version) return problem('changed-meanwhile', { version: String(now.version) });
      const done = input.answer === 'agreed' ? await carryOut(tx, viewer, { ...request, personId }, input) : null;
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

const stateNow = { version: true, answer: true, askedAt: true, closedAt: true, withdrawnById: true } as const;

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
  id: true,
  purpose: true,
  askedById: true,
  personId: true,
  ownPersonId: true,
  toUnitId: true,
  person: { select: { keeperUnit: { select: { unitSpans: spanToday() } } } },
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

export type MoveProblem = 'not-found' | 'not-allowed' | 'ask-level' | 'changed-meanwhile' | MoveRefused;

/** Moves a woman, or lets her join, without a request: for whoever has the right over her record and the unit alike. */
export async function moveMember(viewer: Viewer, input: MoveInput): Promise<Result<{ id: string }, MoveProblem>> {
  const { personId, toUnitId, purpose, version } = input;
  const person = await db.person.findFirst({
    where: { id: personId, ...personsKeptWithin(viewer, 'people.see') },
    select: { id: true, version: true, keeperUnit: { select: { unitSpans: spanToday() } } },
  });
  const unit = await findUnit(viewer, toUnitId, 'people.see');
  if (!person || !unit) return problem('not-found');
  const isBoth = may(viewer, 'merging.ask', unit.path) && may(viewer, 'merging.answer', pathOf(person.keeperUnit));
  if (!isBoth) return problem('not-allowed');
  if (unit.level !== 'sub_association' && unit.level !== 'group') return problem('ask-level');
  try {
    return await countedTransaction(async (tx) => {
      if (!(await holdVersion(tx, 'person', personId, version)))
        return problem('changed-meanwhile', { version: String(person.version) });
      const move = { personId, toUnitId, reason: input.reason ?? null };
      const done = purpose === 'join' ? await joinMember(tx, move) : await transferMember(tx, move);
      if (!done.ok) return done;
      await record(tx, viewer, {
        verb: 'changed',
        action: 'moveMember',
        subjectType: 'person',
        subjectId: personId,
        unitId: toUnitId,
        change: { purpose: purpose satisfies Purpose },
      });
      return ok({ id: personId });
    });
  } catch (error) {
    if (refusal(error) === 'one_membership') return problem('member-already');
    throw error;
  }
}
