import { randomUUID } from 'node:crypto';
import { linkToken } from '@/domain/ground/link-token';
import { readLocale } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { Transaction } from '@/prisma/transaction';
import { forgetDevices } from '../second-factors/device-writes';
import { tokenHash } from '../token';
import { RESET_MINUTES, RESETS_AN_HOUR } from './reset';

const HOUR_MS = 3_600_000;

/** Locks the account until the end of the change; false once it is closed. */
export async function lockOpenAccount(tx: Transaction, accountId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM account WHERE id = ${accountId}::uuid AND disabled_at IS NULL FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Whether she asked for as many letters within the hour as she is sent. Older rows go: nobody needs them any more. */
export async function isSentEnough(tx: Transaction, accountId: string): Promise<boolean> {
  await tx.passwordReset.deleteMany({ where: { accountId, createdAt: { lt: new Date(Date.now() - 24 * HOUR_MS) } } });
  const since = new Date(Date.now() - HOUR_MS);
  const sent = await tx.passwordReset.count({ where: { accountId, madeById: null, createdAt: { gt: since } } });
  return sent >= RESETS_AN_HOUR;
}

/** Links of an account that were made and not used open nothing any more. */
export const endResets = (tx: Transaction, accountId: string) =>
  tx.passwordReset.updateMany({
    where: { accountId, usedAt: null, expiresAt: { gt: new Date() } },
    data: { expiresAt: new Date() },
  });

/** A link for a new password, the newest of the account. The caller has locked the account. */
export async function writeReset(tx: Transaction, accountId: string, madeById: string | null) {
  await endResets(tx, accountId);
  const id = randomUUID();
  const token = linkToken('password reset', id);
  const expiresAt = new Date(Date.now() + RESET_MINUTES * 60_000);
  await tx.passwordReset.create({
    data: { id, accountId, tokenHash: tokenHash(token), expiresAt, madeById },
    select: { id: true },
  });
  return { id, token, expiresAt };
}

/** A new password: every other link of the account is over, and so are its sessions, but for one where she is just now. */
export async function setPassword(
  tx: Transaction,
  accountId: string,
  { passwordHash, but }: { passwordHash: string; but?: string | null },
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } });
  await endResets(tx, accountId);
  await tx.accountSession.updateMany({
    where: { accountId, endedAt: null, ...(but ? { id: { not: but } } : {}) },
    data: { endedAt: new Date(), endReason: 'password' },
  });
  await forgetDevices(tx, accountId);
}

type Told = { id: string; email: string | null; locale: string };

/** A letter about the account, to whoever has an address. `cause` is a word of its own for each. */
export async function queueAccountMail(
  tx: Transaction,
  about: 'password-forgotten' | 'password-changed',
  { id, email, locale }: Told,
  { cause, facts }: { cause: string; facts: Record<string, string> },
): Promise<void> {
  if (email === null) return;
  const mail = { about, recipient: email, locale: readLocale(locale), accountId: id, facts };
  await queueMessages(tx, [{ kind: 'email', dedupeKey: `${about} ${cause}`, ...mail }]);
}
