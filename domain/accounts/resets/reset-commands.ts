import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { env } from '@/domain/ground/env';
import { readLocale } from '@/domain/messages/message';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { identifierOf } from '../account';
import { hashPassword, isPassword } from '../password';
import { type PasswordProblem, whyGuessed } from '../passwords/guessed-password';
import { listTextsNear } from '../passwords/near-queries';
import { findAccount } from '../queries';
import { isDemoAddress } from '../sessions/demo-account';
import { tokenHash } from '../token';
import type { MadeReset, OwnPasswordInput, ResetInput, ResetLinkInput } from './reset';
import { isSentEnough, lockOpenAccount, queueAccountMail, setPassword, writeReset } from './reset-writes';

/** Strangers share the accounts of a demonstration: none of them locks the others out. */
const isShared = (address: string | null) => env.DEMO === 'on' && address !== null && isDemoAddress(address);

/**
 * Sends a letter with a link for a new password, where there is an open account with an e-mail address and it had fewer than
 * three within the hour. Says nothing of that to whoever asked.
 */
export async function askReset(name: string): Promise<void> {
  const identifier = identifierOf(name);
  if (!identifier) return;
  const account = await db.account.findFirst({
    where: { AND: [identifier, { email: { not: null }, disabledAt: null }] },
    select: { id: true, email: true, locale: true },
  });
  if (!account || isShared(account.email)) return;
  await transaction(async (tx) => {
    if (!(await lockOpenAccount(tx, account.id)) || (await isSentEnough(tx, account.id))) return;
    const { id } = await writeReset(tx, account.id, null);
    await queueAccountMail(tx, 'password-forgotten', account, { cause: id, facts: { resetId: id } });
    await record(tx, null, { verb: 'created', action: 'askReset', subjectType: 'account', subjectId: account.id });
  });
}

/**
 * Sets a new password by a link: once, within twenty minutes, the newest. Every session of the account ends, nobody is signed
 * in by it, and a letter tells her. Of two who try with one link, the first wins.
 */
export async function resetPassword(
  input: ResetInput,
): Promise<Result<{ accountId: string }, 'reset-over' | PasswordProblem>> {
  const open = () => ({
    tokenHash: tokenHash(input.token),
    usedAt: null,
    expiresAt: { gt: new Date() },
    account: { disabledAt: null },
  });
  // a made-up link costs a look, and no hash
  const reset = await db.passwordReset.findFirst({
    where: open(),
    select: { id: true, account: { select: { id: true, email: true, locale: true } } },
  });
  if (!reset || isShared(reset.account.email)) return problem('reset-over');
  const { account } = reset;
  const guessed = await whyGuessed(input.password, await listTextsNear({ accountId: account.id }));
  if (guessed) return problem(guessed);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    if (!(await lockOpenAccount(tx, account.id))) return problem('reset-over');
    const { count } = await tx.passwordReset.updateMany({ where: open(), data: { usedAt: new Date() } });
    if (count === 0) return problem('reset-over');
    await setPassword(tx, account.id, { passwordHash });
    await tell(tx, account, 'resetPassword');
    return ok({ accountId: account.id });
  });
}

/** The trail of a new password, and the letter that tells her. */
async function tell(
  tx: Parameters<typeof record>[0],
  account: { id: string; email: string | null; locale: string },
  action: 'resetPassword' | 'changePassword',
): Promise<void> {
  const subject = { subjectType: 'account', subjectId: account.id };
  await record(tx, { accountId: account.id }, { verb: 'changed', action, ...subject });
  const facts = { at: new Date().toISOString() };
  await queueAccountMail(tx, 'password-changed', account, { cause: randomUUID(), facts });
}

export type ResetLinkProblem = 'not-found' | 'not-allowed' | 'yourself' | 'account-closed' | 'has-mail';

/**
 * A link for a new password of somebody without an e-mail address, by who could give every role that she holds: handed over as
 * ready words, good for twenty minutes.
 */
export async function makeResetLink(
  viewer: Viewer,
  { accountId }: ResetLinkInput,
): Promise<Result<MadeReset, ResetLinkProblem>> {
  const account = await findAccount(viewer, accountId);
  if (!account) return problem('not-found');
  if (account.id === viewer.accountId) return problem('yourself');
  if (!account.mayVouch) return problem('not-allowed');
  if (account.disabled) return problem('account-closed');
  return transaction(async (tx) => {
    if (!(await lockOpenAccount(tx, account.id))) return problem('account-closed');
    const row = await tx.account.findUniqueOrThrow({
      where: { id: account.id },
      select: { email: true, locale: true },
    });
    if (row.email !== null) return problem('has-mail');
    const { token, expiresAt } = await writeReset(tx, account.id, viewer.accountId);
    const subject = { subjectType: 'account', subjectId: account.id };
    await record(tx, viewer, { verb: 'created', action: 'makeResetLink', ...subject });
    return ok({ token, expiresAt, locale: readLocale(row.locale) });
  });
}

export type OwnPasswordProblem = 'wrong-password' | 'demo-account' | PasswordProblem;

/** Her own new password, with the one before; her other sessions end, and a letter tells her. The one that strangers share stays. */
export async function changePassword(
  viewer: Viewer,
  input: OwnPasswordInput,
  sessionId: string | null,
): Promise<Result<{ id: string }, OwnPasswordProblem>> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: viewer.accountId },
    select: { id: true, email: true, locale: true, passwordHash: true },
  });
  if (isShared(account.email)) return problem('demo-account');
  if (!(await isPassword(input.oldPassword, account.passwordHash))) return problem('wrong-password');
  const guessed = await whyGuessed(input.password, await listTextsNear(viewer));
  if (guessed) return problem(guessed);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const unchanged = { id: account.id, passwordHash: account.passwordHash };
    const isOpen = await lockOpenAccount(tx, account.id);
    if (!isOpen || (await tx.account.count({ where: unchanged })) === 0) return problem('wrong-password');
    await setPassword(tx, account.id, { passwordHash, but: sessionId });
    await tell(tx, account, 'changePassword');
    return ok({ id: account.id });
  });
}
