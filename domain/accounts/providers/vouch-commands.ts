import { ok, problem, type Result } from '@/domain/result';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type From, openSession } from '../sessions/opened-writes';
import { newToken } from '../token';
import type { VouchProblem } from './provider-tie';
import { type Known, lockTied, lockToTie, tieAccount } from './tie-writes';
import type { Vouched } from './vouched';

/**
 * Opens a session for the one a provider vouches for; returns its token. By her name there, the first time by an address that the provider has
 * verified. Nobody gets an account by it (decision 0276).
 */
export async function signInByProvider(vouched: Vouched, from: From): Promise<Opened> {
  try {
    return await signInOnce(vouched, from);
  } catch (error) {
    // the same name was tied by another address at the same moment: now it is known
    if (refusal(error) !== 'one_account_for_a_subject' && (error as { code?: string }).code !== 'P2002') throw error;
    return signInOnce(vouched, from);
  }
}

type Opened = Result<{ token: string; accountId: string }, VouchProblem>;

const signInOnce = (vouched: Vouched, from: From): Promise<Opened> =>
  transaction(async (tx) => {
    const known = await lockKnown(tx, vouched);
    if (!known.ok) return known;
    const { account, tieId } = known.value;
    if (account.closed) return problem('account-closed', { accountId: account.id });
    const by = { tieId: tieId ?? (await tieAccount(tx, account.id, vouched)), step: vouched.secondStep };
    const token = newToken();
    await openSession(tx, { ...from, accountId: account.id, token, by });
    return ok({ token, accountId: account.id });
  });

async function lockKnown(tx: Transaction, vouched: Vouched): Promise<Result<Known, VouchProblem>> {
  const tied = await lockTied(tx, vouched);
  return tied ? ok(tied) : lockToTie(tx, vouched);
}
