import { record } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import { SESSION_LONGEST_HOURS } from '../sessions/session-limit';
import { newToken, tokenHash } from '../token';
import { rememberDevice } from './device-writes';
import { type Passed, STEP_MINUTES } from './second-factor';

export type OwingSession = { id: string; accountId: string };

/**
 * The session of a token that owes its second step, locked; null when it owes none, is over, or its account is disabled. Its minutes are counted by
 * the clock that wrote when it began.
 */
export async function lockOwing(tx: Transaction, token: string): Promise<OwingSession | null> {
  const now = new Date();
  const begunAfter = new Date(now.getTime() - STEP_MINUTES * 60_000);
  const [session] = await tx.$queryRaw<OwingSession[]>`
    SELECT s.id, s.account_id AS "accountId" FROM account_session s JOIN account a ON a.id = s.account_id
    WHERE s.token_hash = ${tokenHash(token)} AND s.second_factor_at IS NULL AND s.ended_at IS NULL AND s.expires_at > ${now}
      AND s.created_at > ${begunAfter} AND a.disabled_at IS NULL
      AND EXISTS (SELECT FROM second_factor f WHERE f.account_id = s.account_id)
    FOR UPDATE OF s`;
  return session ?? null;
}

export type HowPassed = { by: keyof typeof ACTIONS; remember: boolean; agent: string | null };

const ACTIONS = { totp: 'passByTotp', passkey: 'passByPasskey', 'recovery-code': 'passByRecoveryCode' } as const;

/** The second step is made: the session is a whole one, under a new token, and the device is remembered where she asked for it. */
export async function completeSignIn(
  tx: Transaction,
  { id, accountId }: OwingSession,
  { by, remember, agent }: HowPassed,
  change: Record<string, unknown> = {},
): Promise<Passed> {
  const now = new Date();
  const token = newToken();
  const asked = newToken();
  await tx.accountSession.update({
    where: { id },
    data: {
      tokenHash: tokenHash(token),
      secondFactorAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LONGEST_HOURS * 3_600_000),
    },
    select: { id: true },
  });
  await tx.factorChallenge.deleteMany({ where: { sessionId: id } });
  const remembered = remember && (await rememberDevice(tx, { accountId, token: asked, agent }));
  await record(
    tx,
    { accountId },
    {
      verb: 'signed-in',
      action: ACTIONS[by],
      subjectType: 'session',
      subjectId: id,
      change: { remembered, ...change },
    },
  );
  return { accountId, token, device: remembered ? asked : null };
}
