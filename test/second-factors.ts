import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { secretWaiting } from '@/domain/accounts/code-apps/sealed-secrets';
import { confirmTotp, startTotp } from '@/domain/accounts/code-apps/totp-commands';
import { tokenHash } from '@/domain/accounts/token';
import { ringFile, sealingKeys } from '@/domain/ground/sealing-keys';
import { db, transaction } from '@/prisma/client';
import { codeOf } from './code-app';

/** The portal has a key to seal with, as it has from its first start on. */
export function haveSealingKey(): void {
  if (sealingKeys().length === 0) writeFileSync(ringFile(), `test-key:${randomBytes(32).toString('base64')}\n`);
}

type Session = { accountId: string; sessionId: string; token: string };

/** A session of an account, opened as by a password. */
export async function openSession(
  { id }: { id: string },
  data: { secondFactorAt?: Date; createdAt?: Date } = {},
): Promise<Session> {
  const token = randomUUID();
  const session = await db.accountSession.create({
    data: { accountId: id, tokenHash: tokenHash(token), expiresAt: new Date(Date.now() + 3_600_000), ...data },
    select: { id: true },
  });
  return { accountId: id, sessionId: session.id, token };
}

/** Half minutes since 1970, a while ago: codes of today are unused. */
const LONG_AGO = new Date(Date.now() - 24 * 3_600_000);

/** An account sets up an app of codes; answers with its secret. Its session has shown it. */
export async function setUpTotp(account: { id: string }, at = LONG_AGO): Promise<{ secret: string; session: Session }> {
  haveSealingKey();
  const session = await openSession(account);
  await startTotp(session);
  const secret = await transaction((tx) => secretWaiting(tx, session.sessionId, sealingKeys(), at));
  if (!secret) throw new Error('no secret');
  const result = await confirmTotp(session, { code: codeOf(secret, at) }, at);
  if (!result.ok) throw new Error(result.problem);
  return { secret, session };
}
