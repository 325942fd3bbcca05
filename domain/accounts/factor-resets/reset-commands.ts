import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { findAccount } from '../queries';
import type { AnswerResetInput, AskResetInput } from '../second-factors/factor-input';
import { lockFactors } from '../second-factors/factor-writes';
import { toViewer, viewerSelect } from '../viewer-row';
import { RESET, RESET_HOURS, resetPayload, sameFactors } from './reset-request';
import { dropFactors, factorIdsOf } from './reset-writes';

export type ResetProblem =
  | 'not-found'
  | 'not-allowed'
  | 'yourself'
  | 'same-person'
  | 'nothing-to-reset'
  | 'already-asked'
  | 'request-over'
  | 'changed-meanwhile';

/** Why she may not have to do with the factors of an account; null when she could give every role that it holds, and it is not her own. */
async function whyNot(viewer: Viewer, accountId: string): Promise<'not-found' | 'not-allowed' | 'yourself' | null> {
  const account = await findAccount(viewer, accountId);
  if (!account || account.disabled) return 'not-found';
  if (account.id === viewer.accountId) return 'yourself';
  return account.mayTie ? null : 'not-allowed';
}

/** Asks that the factors somebody has lost be removed; somebody else has to agree within 72 hours. */
export async function askForFactorReset(
  viewer: Viewer,
  { accountId, reason }: AskResetInput,
): Promise<Result<{ accountId: string }, ResetProblem>> {
  const refused = await whyNot(viewer, accountId);
  if (refused) return problem(refused);
  return transaction(async (tx) => {
    await lockFactors(tx, accountId);
    const factorIds = await factorIdsOf(tx, accountId);
    if (factorIds.length === 0) return problem('nothing-to-reset');
    const open = await tx.secondPair.count({
      where: {
        action: RESET,
        answer: null,
        expiresAt: { gt: new Date() },
        payload: { path: ['accountId'], equals: accountId },
      },
    });
    if (open > 0) return problem('already-asked');
    await tx.secondPair.create({
      data: {
        action: RESET,
        payload: { accountId, factorIds, reason },
        askedById: viewer.accountId,
        expiresAt: new Date(Date.now() + RESET_HOURS * 3_600_000),
      },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'created',
      action: 'askForFactorReset',
      subjectType: 'account',
      subjectId: accountId,
      change: { factors: factorIds.length, reason },
    });
    return ok({ accountId });
  });
}

type Request = { id: string; askedById: string; payload: unknown; isOver: boolean };

/** The request, locked; null when there is none of this kind. */
async function lockRequest(tx: Transaction, requestId: string): Promise<Request | null> {
  const [request] = await tx.$queryRaw<Request[]>`
    SELECT id, asked_by_id AS "askedById", payload, answer IS NOT NULL OR expires_at <= now() AS "isOver"
    FROM second_pair WHERE id = ${requestId}::uuid AND action = ${RESET} FOR UPDATE`;
  return request ?? null;
}

const answerRequest = (tx: Transaction, viewer: Viewer, id: string, answer: 'agreed' | 'declined') =>
  tx.secondPair.update({
    where: { id },
    data: { answer, answeredById: viewer.accountId, answeredAt: new Date() },
    select: { id: true },
  });

/** The account a request is about, where she may answer it. */
async function accountAsked(viewer: Viewer, requestId: string): Promise<Result<string, ResetProblem>> {
  const request = await db.secondPair.findFirst({ where: { id: requestId, action: RESET }, select: { payload: true } });
  const asked = resetPayload.safeParse(request?.payload);
  if (!asked.success) return problem('not-found');
  const refused = await whyNot(viewer, asked.data.accountId);
  return refused ? problem(refused) : ok(asked.data.accountId);
}

/** Does whoever asked still have the right to? */
async function mayStillAsk(askedById: string, accountId: string): Promise<boolean> {
  const asker = await db.account.findFirst({ where: { id: askedById, disabledAt: null }, select: viewerSelect() });
  return asker !== null && (await whyNot(toViewer(asker), accountId)) === null;
}

/**
 * The second official agrees, and it is done at once: factors, codes and remembered devices go, sessions end, she is told. Only what was
 * asked for: factors that changed meanwhile end the request.
 */
export async function resetFactors(
  viewer: Viewer,
  { requestId }: AnswerResetInput,
): Promise<Result<{ accountId: string }, ResetProblem>> {
  const asked = await accountAsked(viewer, requestId);
  if (!asked.ok) return asked;
  const accountId = asked.value;
  return transaction(async (tx) => {
    await lockFactors(tx, accountId);
    const request = await lockRequest(tx, requestId);
    if (!request || request.isOver) return problem('request-over');
    if (request.askedById === viewer.accountId) return problem('same-person');
    const { factorIds } = resetPayload.parse(request.payload);
    const isSame = sameFactors(factorIds, await factorIdsOf(tx, accountId));
    if (!isSame || !(await mayStillAsk(request.askedById, accountId))) {
      await answerRequest(tx, viewer, requestId, 'declined');
      return problem('changed-meanwhile');
    }
    await answerRequest(tx, viewer, requestId, 'agreed');
    await dropFactors(tx, accountId);
    await record(tx, viewer, {
      verb: 'ended',
      action: 'resetFactors',
      subjectType: 'account',
      subjectId: accountId,
      change: { askedBy: request.askedById, factors: factorIds.length },
    });
    return ok({ accountId });
  });
}

/** The request is refused, or taken back by who made it; the factors stay. */
export async function refuseFactorReset(
  viewer: Viewer,
  { requestId }: AnswerResetInput,
): Promise<Result<{ accountId: string }, ResetProblem>> {
  const asked = await accountAsked(viewer, requestId);
  if (!asked.ok) return asked;
  return transaction(async (tx) => {
    const request = await lockRequest(tx, requestId);
    if (!request || request.isOver) return problem('request-over');
    await answerRequest(tx, viewer, requestId, 'declined');
    await record(tx, viewer, {
      verb: 'refused',
      action: 'refuseFactorReset',
      subjectType: 'account',
      subjectId: asked.value,
    });
    return ok({ accountId: asked.value });
  });
}
