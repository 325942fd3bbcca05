import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { AttachInput, DetachInput } from '../account';
import { findAccount } from '../queries';
import { toTeach } from './person';
import { findPersonToAttach, refusalOfTaken, type TakenProblem } from './person-queries';
import { attached, lockStandingPerson } from './person-writes';

export type AttachProblem =
  | 'not-found'
  | 'no-right-to-attach'
  | 'account-closed'
  | TakenProblem
  | 'record-unseen'
  | 'teaches-still'
  | 'attached-meanwhile';

/** Attaches an account to the record of the person who signs in with it, or corrects that: one account for each record. */
export async function attachPerson(viewer: Viewer, input: AttachInput): Promise<Result<{ id: string }, AttachProblem>> {
  const [account, person] = await Promise.all([
    findAccount(viewer, input.accountId),
    findPersonToAttach(viewer, input.personId),
  ]);
  if (!account || !person) return problem('not-found');
  if (!account.mayVouch) return problem('no-right-to-attach');
  if (account.disabled) return problem('account-closed');
  if (input.was && !(await findPersonToAttach(viewer, input.was))) return problem('record-unseen');

  const result = await transaction(async (tx): Promise<Result<{ id: string }, AttachProblem>> => {
    // of two who take the same record at the same moment, the second one waits here and then finds it taken
    const standing = await lockStandingPerson(tx, person.id);
    if (!standing) return problem('not-found');
    const current = await lockPersonOf(tx, account.id);
    if (current === standing.id) return ok({ id: account.id });
    const refused = await refusalOfLetting(tx, { current, was: input.was, isClosed: false });
    if (refused) return refused;
    if ((await tx.account.count({ where: { personId: standing.id } })) > 0) return problem('record-taken');
    await setPerson(tx, account.id, standing.id);
    await record(tx, viewer, attached(account.id, standing, current));
    return ok({ id: account.id });
  });
  if (result.ok || result.problem !== 'record-taken') return result;
  return (await refusalOfTaken(viewer, person.id)) ?? result;
}

/** Takes the record off an account. Not while she is put on sessions to come: nobody would see them as hers any more. */
export async function detachPerson(viewer: Viewer, input: DetachInput): Promise<Result<{ id: string }, AttachProblem>> {
  const [account, person] = await Promise.all([
    findAccount(viewer, input.accountId),
    findPersonToAttach(viewer, input.was),
  ]);
  if (!account) return problem('not-found');
  if (!account.mayVouch) return problem('no-right-to-attach');
  if (!person) return problem('record-unseen');

  return transaction(async (tx) => {
    const current = await lockPersonOf(tx, account.id);
    const refused = await refusalOfLetting(tx, { current, was: person.id, isClosed: account.disabled });
    if (refused) return refused;
    await setPerson(tx, account.id, null);
    await record(tx, viewer, {
      verb: 'ended',
      action: 'detachPerson',
      subjectType: 'account',
      subjectId: account.id,
      unitId: person.unitId,
      change: { was: person.id },
    });
    return ok({ id: account.id });
  });
}

/** Whose record the account is attached to, locked until the end of the change. */
async function lockPersonOf(tx: Transaction, accountId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ personId: string | null }[]>`
    SELECT person_id::text AS "personId" FROM account WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`;
  return row?.personId ?? null;
}

const setPerson = (tx: Transaction, accountId: string, personId: string | null) =>
  tx.account.update({ where: { id: accountId }, data: { personId }, select: { id: true } });

type Letting = { current: string | null; was: string | undefined; isClosed: boolean };

/** What keeps an account with the record it has. Of a closed account nobody sees any session: its record is free to go. */
async function refusalOfLetting(tx: Transaction, { current, was, isClosed }: Letting) {
  if (current !== (was ?? null)) return problem('attached-meanwhile');
  if (current === null || isClosed) return null;
  const count = await tx.sessionTrainer.count({ where: toTeach(current) });
  return count > 0 ? problem('teaches-still', { count: String(count) }) : null;
}
