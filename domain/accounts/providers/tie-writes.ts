import { record } from '@/domain/audit-writes';
import { problem, type Result } from '@/domain/result';
import type { Transaction } from '@/prisma/transaction';
import { forgetDevices } from '../second-factors/device-writes';
import { tellOfFactor } from '../second-factors/factor-mail-writes';
import type { VouchProblem } from './provider-tie';
import type { Vouched } from './vouched';

export type LockedAccount = { id: string; closed: boolean };
/** The account of a provider's word: by a tie that stands, or not tied yet. */
export type Known = { account: LockedAccount; tieId: string | null };

/** The account that is tied to her name there, locked; null where none is. */
export async function lockTied(tx: Transaction, { issuer, subject }: Vouched): Promise<Known | null> {
  const [found] = await tx.$queryRaw<(LockedAccount & { tieId: string })[]>`
    SELECT a.id::text, a.disabled_at IS NOT NULL AS closed, t.id::text AS "tieId" FROM provider_tie t JOIN account a ON a.id = t.account_id
    WHERE t.issuer = ${issuer} AND t.subject = ${subject} AND t.ended_at IS NULL FOR NO KEY UPDATE OF a, t`;
  return found ? { account: found, tieId: found.tieId } : null;
}

/**
 * The account at an address that the provider has verified, locked, where it may be tied now: not to a second name there, and not after its tie was
 * ended, until that is reopened.
 */
export async function lockToTie(tx: Transaction, vouched: Vouched): Promise<Result<Known, VouchProblem>> {
  const { email, issuer, subject } = vouched;
  if (!email) return problem(vouched.silent ? 'provider-away' : 'address-unverified');
  const [account] = await tx.$queryRaw<LockedAccount[]>`
    SELECT id::text, disabled_at IS NOT NULL AS closed FROM account WHERE email = ${email} FOR NO KEY UPDATE`;
  if (!account) return problem('nobody-known');
  // who came first held the lock meanwhile
  const ties = await tx.providerTie.findMany({
    where: { accountId: account.id, issuer },
    orderBy: { id: 'desc' },
    select: { id: true, subject: true, endedAt: true, reopenedAt: true },
    take: 50,
  });
  const standing = ties.find(({ endedAt }) => endedAt === null);
  if (standing && standing.subject !== subject) return problem('tied-otherwise', { accountId: account.id });
  const [newest] = ties;
  if (newest?.endedAt && !newest.reopenedAt) return problem('tie-ended', { accountId: account.id });
  return { ok: true, value: { account, tieId: standing?.id ?? null } };
}

/** Ties an account, which is locked, to her name there; she is told by mail. */
export async function tieAccount(tx: Transaction, accountId: string, { issuer, subject }: Vouched): Promise<string> {
  const tie = await tx.providerTie.create({ data: { accountId, issuer, subject }, select: { id: true } });
  await record(
    tx,
    { accountId },
    { verb: 'created', action: 'tieToProvider', subjectType: 'account', subjectId: accountId },
  );
  await tellOfFactor(tx, accountId, { what: 'provider-tied' });
  return tie.id;
}

type Ending = { accountId: string; tieId: string; by: string; but?: string | null };

/** Ends a tie and the sessions that it opened, `but` one; false where it is over already, or is not that account's. */
export async function endTie(tx: Transaction, { accountId, tieId, by, but }: Ending): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.providerTie.updateMany({
    where: { id: tieId, accountId, endedAt: null },
    data: { endedAt: now, endedById: by },
  });
  if (count === 0) return false;
  await tx.accountSession.updateMany({
    where: { accountId, providerTieId: tieId, endedAt: null, ...(but ? { id: { not: but } } : {}) },
    data: { endedAt: now, endReason: 'tie-ended' },
  });
  await forgetDevices(tx, accountId);
  await tellOfFactor(tx, accountId, { what: 'provider-untied' });
  return true;
}
