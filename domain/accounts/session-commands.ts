import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { identifierOf } from './account';
import { hashPassword, isOutdated, isPassword } from './password';
import { heldBySql, type SeenSession } from './session-queries';
import { type From, openSession } from './sessions/opened-writes';
import { FORMER_SECONDS } from './sessions/session-token';
import { newToken, tokenHash } from './token';

export type SignInProblem = 'wrong-credentials';
export type Credentials = From & { identifier: string; password: string };

/**
 * Opens a session for the one who knows the password; returns its token, kept nowhere here. Where she has a second factor it opens nothing
 * yet. An unknown name takes as long as a wrong password.
 */
export async function signIn(
  credentials: Credentials,
): Promise<Result<{ token: string; accountId: string }, SignInProblem>> {
  const identifier = identifierOf(credentials.identifier);
  const account = identifier
    ? await db.account.findFirst({
        where: { ...identifier, disabledAt: null },
        select: { id: true, passwordHash: true },
      })
    : null;
  const matches = await isPassword(credentials.password, account?.passwordHash ?? null);
  if (!account?.passwordHash || !matches) return problem('wrong-credentials');
  const passwordHash = await renewHash(account.id, account.passwordHash, credentials.password);

  const token = newToken();
  return transaction(async (tx) => {
    if (!(await holdsStill(tx, account.id, passwordHash))) return problem('wrong-credentials');
    await openSession(tx, { ...credentials, accountId: account.id, token });
    return ok({ token, accountId: account.id });
  });
}

/** Locks the account: a password that was replaced while it was looked at, or an account closed meanwhile, opens nothing. */
async function holdsStill(tx: Transaction, accountId: string, passwordHash: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE id = ${accountId}::uuid AND password_hash = ${passwordHash} AND disabled_at IS NULL FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/**
 * A password that was kept with less work than today's is kept anew, as long as nobody has changed it meanwhile. Answers with what was
 * kept of the one that was looked at.
 */
async function renewHash(accountId: string, passwordHash: string, password: string): Promise<string> {
  if (!isOutdated(passwordHash)) return passwordHash;
  const renewed = await hashPassword(password);
  const { count } = await db.account.updateMany({
    where: { id: accountId, passwordHash },
    data: { passwordHash: renewed },
  });
  return count > 0 ? renewed : passwordHash;
}

/** Ends a session; it is over for the very next request. Ending it again changes nothing. */
export async function endSession(token: string): Promise<void> {
  await transaction(async (tx) => {
    const [session] = await tx.$queryRaw<{ id: string; accountId: string }[]>`
      SELECT s.id::text, s.account_id::text AS "accountId" FROM account_session s WHERE ${heldBySql(tokenHash(token), new Date())} AND s.ended_at IS NULL LIMIT 1`;
    if (!session) return;
    await tx.accountSession.update({
      where: { id: session.id },
      data: { endedAt: new Date(), endReason: 'signed-out' },
      select: { id: true },
    });
    await record(tx, session, {
      verb: 'signed-out',
      action: 'endSession',
      subjectType: 'session',
      subjectId: session.id,
    });
  });
}

const SEEN_EVERY_MS = 5 * 60_000;

/** Remembers that a session was used, at most every five minutes: a page asks the database once who opens it, and writes nothing. */
export async function touchSession({ id, lastSeenAt }: SeenSession): Promise<void> {
  const before = new Date(Date.now() - SEEN_EVERY_MS);
  if (lastSeenAt >= before) return;
  await db.accountSession.updateMany({ where: { id, lastSeenAt: { lt: before } }, data: { lastSeenAt: new Date() } });
}

/**
 * Exchanges the token of a session whose rights have changed: answers with the new one, which is kept nowhere here. Null where
 * another request has just done it, or the session is over.
 */
export async function renewToken({ id }: Pick<SeenSession, 'id'>, token: string): Promise<string | null> {
  const renewed = newToken();
  const { count } = await db.accountSession.updateMany({
    where: { id, tokenHash: tokenHash(token), renewalAskedAt: { not: null }, endedAt: null },
    data: {
      tokenHash: tokenHash(renewed),
      formerTokenHash: tokenHash(token),
      formerUntil: new Date(Date.now() + FORMER_SECONDS * 1000),
      renewalAskedAt: null,
    },
  });
  return count > 0 ? renewed : null;
}
