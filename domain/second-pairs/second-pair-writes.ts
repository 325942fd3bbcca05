import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import {
  ALONE,
  countAgreedFor,
  type Deed,
  deedHash,
  SECOND_HOURS,
  type Second,
  type Standing,
  type StandingProblem,
} from './second-pair';

type Who = Pick<Viewer, 'accountId'>;
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/**
 * Within the transaction of a deed: may it be done now? Where the rules ask for two, it is asked for. With the word of the second it is done,
 * if it is still the same.
 */
export async function bySecond(
  tx: Transaction,
  viewer: Who,
  deed: Deed,
  second?: Second,
): Promise<Result<Standing, StandingProblem>> {
  const contentHash = deedHash(deed);
  if (second) return agree(tx, viewer, { deed, contentHash, second });
  // of two who ask at once with one account the second finds what the first asked
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`second ${viewer.accountId}`}, 0))`;
  if (!(await isNeeded(tx, viewer, deed))) return ok(ALONE);
  const own = { action: deed.what, contentHash, askedById: viewer.accountId, doneAt: null };
  const open = await tx.secondPair.findFirst({
    where: {
      ...own,
      count: { gte: countAgreedFor(deed) },
      expiresAt: { gt: new Date() },
      OR: [{ answer: null }, { answer: 'agreed' }],
    },
    // one that was agreed to comes first
    orderBy: [{ answer: 'asc' }, { id: 'desc' }],
    select: { id: true, answer: true },
  });
  if (open?.answer === 'agreed') return ok({ asked: false, requestId: open.id });
  if (open) return problem('already-asked');
  const { what: action, unitId, count, role, content } = deed;
  const { id } = await tx.secondPair.create({
    data: {
      action,
      unitId,
      count,
      role: role ?? null,
      payload: JSON.parse(JSON.stringify(content)),
      contentHash,
      askedById: viewer.accountId,
      expiresAt: inHours(SECOND_HOURS),
    },
    select: { id: true },
  });
  await record(tx, viewer, trail('created', 'askForSecond', { id, unitId }, { of: action, count }));
  return ok({ asked: true, requestId: null });
}

async function isNeeded(tx: Transaction, { accountId }: Who, deed: Deed): Promise<boolean> {
  const { what, unitId, count, role, countInAll = count } = deed;
  const [row] = await tx.$queryRaw<{ needed: boolean }[]>`
    SELECT app.second_needed(${what}, ${accountId}::uuid, ${unitId}::uuid, ${countInAll}::int, ${role ?? null}::role) AS needed`;
  return row?.needed === true;
}

type Locked = { contentHash: Uint8Array | null; askedById: string; isOver: boolean; isSame: boolean; isApart: boolean };
type Agreed = { deed: Deed; contentHash: Uint8Array<ArrayBuffer>; second: Second };

/** The second agrees, under the lock of the request: of two who agree at once, one does. */
async function agree(
  tx: Transaction,
  viewer: Who,
  { deed, contentHash, second }: Agreed,
): Promise<Result<Standing, StandingProblem>> {
  const { requestId, by } = second;
  const [request] = await tx.$queryRaw<Locked[]>`
    SELECT content_hash AS "contentHash", asked_by_id AS "askedById", answer IS NOT NULL OR expires_at <= now() AS "isOver",
      app.same_person(asked_by_id, ${by}::uuid) AS "isSame", app.may_second(p, ${by}::uuid) AS "isApart"
    FROM second_pair p WHERE id = ${requestId}::uuid AND action = ${deed.what} FOR UPDATE`;
  if (!request || request.isOver || request.askedById !== viewer.accountId) return problem('request-over');
  if (request.isSame) return problem('same-person');
  if (!request.isApart) return problem('not-apart');
  if (!request.contentHash || !Buffer.from(request.contentHash).equals(contentHash))
    return problem('changed-meanwhile');
  await tx.secondPair.update({
    where: { id: requestId },
    data: { answer: 'agreed', answeredById: by, answeredAt: new Date(), expiresAt: inHours(SECOND_HOURS) },
    select: { id: true },
  });
  const change = { of: deed.what, askedBy: viewer.accountId };
  await record(
    tx,
    { accountId: by },
    trail('changed', 'agreeAsSecond', { id: requestId, unitId: deed.unitId }, change),
  );
  return ok({ asked: false, requestId });
}

type Verb = 'created' | 'changed' | 'refused';

export const trail = (
  verb: Verb,
  action: string,
  { id, unitId }: { id: string; unitId: string | null },
  change: Record<string, unknown>,
) => ({ verb, action, subjectType: 'second-pair', subjectId: id, unitId, change });

/** What was done by the word of two is done: the request opens nothing more. The tables that ask for it have noted it already. */
export async function noteDone(tx: Transaction, { requestId }: Standing): Promise<void> {
  if (!requestId) return;
  await tx.secondPair.updateMany({ where: { id: requestId, doneAt: null }, data: { doneAt: new Date() } });
}
