import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { lockRequestsOf, openSince, stateOf, type WithdrawInput } from './request';

export type WithdrawProblem = 'not-found' | 'already-answered' | 'lapsed' | 'withdrawn';

/**
 * Takes a waiting request back, by whoever may ask for its unit; of a withdrawal and an answer at once the first holds. A request
 * of that unit for the same woman in other words takes its place.
 */
export async function withdrawRequest(
  viewer: Viewer,
  { requestId }: WithdrawInput,
): Promise<Result<{ id: string }, WithdrawProblem>> {
  const request = await db.personRequest.findFirst({
    where: { id: requestId, toUnit: withinReach(viewer, 'merging.ask'), soughtName: { not: null } },
    select: { id: true, purpose: true, toUnitId: true, toUnit: { select: unitSelect() } },
  });
  if (!request) return problem('not-found');
  const { id, purpose, toUnitId } = request;
  return transaction(async (tx) => {
    await lockRequestsOf(tx, toUnit(request.toUnit).communeId ?? toUnitId);
    const refused = await refusalOf(tx, id);
    if (refused) return refused;
    const closed = { closedAt: new Date(), withdrawnById: viewer.accountId };
    const { personId } = await tx.personRequest.update({ where: { id }, data: closed, select: { personId: true } });
    if (personId) await askByTwin(tx, id, personId);
    await record(tx, viewer, {
      verb: 'ended',
      action: 'withdrawRequest',
      subjectType: 'request',
      subjectId: id,
      unitId: toUnitId,
      change: { purpose },
    });
    return ok({ id });
  });
}

/** Looks at the request and at the one that stands for the same woman, both locked: its answer is the answer to both. */
async function refusalOf(tx: Transaction, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM person_request WHERE id IN (SELECT unnest(ARRAY[id, same_as_id]) FROM person_request WHERE id = ${id}::uuid)
    ORDER BY id FOR UPDATE`;
  const { answer, sameAs, ...now } = await tx.personRequest.findUniqueOrThrow({
    where: { id },
    select: { answer: true, askedAt: true, withdrawnById: true, sameAs: { select: { answer: true } } },
  });
  const state = stateOf({ ...now, answer: answer ?? sameAs?.answer ?? null });
  if (state === 'waiting') return null;
  return problem(state === 'agreed' || state === 'declined' ? 'already-answered' : state);
}

async function askByTwin(tx: Transaction, id: string, personId: string): Promise<void> {
  const [twin, ...others] = await tx.personRequest.findMany({
    where: { sameAsId: id, closedAt: null, askedAt: { gte: openSince() } },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: 20,
  });
  if (!twin) return;
  await tx.personRequest.update({ where: { id: twin.id }, data: { personId, sameAsId: null }, select: { id: true } });
  await tx.personRequest.updateMany({
    where: { id: { in: others.map((other) => other.id) } },
    data: { sameAsId: twin.id },
  });
}
