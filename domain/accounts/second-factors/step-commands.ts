import 'server-only';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { openSecret } from '../code-apps/sealed-secrets';
import { stepOfCode } from '../code-apps/totp';
import { tellOfFactor } from './factor-mail-writes';
import { hashCode, looksLikeRecoveryCode } from './recovery-code';
import type { Passed } from './second-factor';
import { completeSignIn, type HowPassed, lockOwing } from './step-writes';

export type StepProblem = 'step-over' | 'wrong-code' | 'code-used';
export type Step = { token: string; code: string } & Omit<HowPassed, 'by'>;

/**
 * The second step with a code of her app, by the time of the database. Each works once: its step is written down under the lock of its row,
 * so of many who send it at once one gets in.
 */
export const passByTotp = ({ token, code, ...how }: Step, now?: Date): Promise<Result<Passed, StepProblem>> =>
  transaction(async (tx) => {
    const session = await lockOwing(tx, token);
    if (!session) return problem('step-over');
    const refused = await takeTotp(tx, session.accountId, code, now);
    return refused ? problem(refused) : ok(await completeSignIn(tx, session, { by: 'totp', ...how }));
  });

/** Why a code of her app is not taken; null when it was, and from then on no more. */
async function takeTotp(
  tx: Transaction,
  accountId: string,
  code: string,
  now: Date | undefined,
): Promise<'wrong-code' | 'code-used' | null> {
  const [factor] = await tx.$queryRaw<
    { id: string; secret: Uint8Array; keyId: string | null; lastStep: bigint; at: Date }[]
  >`SELECT id, secret, key_id AS "keyId", last_step AS "lastStep", clock_timestamp() AS at FROM second_factor
    WHERE account_id = ${accountId}::uuid AND kind = 'totp' FOR UPDATE`;
  const secret = factor && (await openSecret(tx, factor, { table: 'second_factor', row: accountId }, sealingKeys()));
  const step = secret ? stepOfCode(secret, code.replace(/\s/g, ''), now ?? factor.at) : null;
  if (!factor || step === null) return 'wrong-code';
  if (BigInt(step) <= factor.lastStep) return 'code-used';
  await tx.secondFactor.update({ where: { id: factor.id }, data: { lastStep: step }, select: { id: true } });
  return null;
}

/** The second step with one of the ten codes she keeps on paper. It is used up; she is told by mail, with how many are left. */
export async function passByRecoveryCode({ token, code, ...how }: Step): Promise<Result<Passed, StepProblem>> {
  if (!looksLikeRecoveryCode(code)) return problem('wrong-code');
  const owing = await transaction((tx) => lockOwing(tx, token));
  if (!owing) return problem('step-over');
  const codeHash = await hashCode(owing.accountId, code);
  return transaction(async (tx) => {
    const session = await lockOwing(tx, token);
    if (!session) return problem('step-over');
    const { accountId } = session;
    const mine = await tx.recoveryCode.findUnique({
      where: { accountId_codeHash: { accountId, codeHash } },
      select: { usedAt: true },
    });
    if (!mine) return problem('wrong-code');
    const { count } = await tx.recoveryCode.updateMany({
      where: { accountId, codeHash, usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) return problem('code-used');
    const left = await tx.recoveryCode.count({ where: { accountId, usedAt: null } });
    await tellOfFactor(tx, accountId, { what: 'recovery-code-used', left: String(left) });
    return ok(await completeSignIn(tx, session, { by: 'recovery-code', ...how }, { left }));
  });
}
