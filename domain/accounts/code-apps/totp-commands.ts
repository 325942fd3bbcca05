import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { forgetChallenges } from '../passkeys/challenge-writes';
import { forgetDevices } from '../second-factors/device-writes';
import type { TotpInput } from '../second-factors/factor-input';
import { tellOfFactor } from '../second-factors/factor-mail-writes';
import { beginWithFactor, lockFactors } from '../second-factors/factor-writes';
import type { InSession } from '../second-factors/second-factor';
import { challengeEnds } from '../second-factors/second-factor';
import { secretWaiting } from './sealed-secrets';
import { sealSecret } from './secret-writes';
import { newSecret, stepOfCode } from './totp';

/** What time it is for a code: the portal's clock may be wrong, and her phone's is not. */
async function databaseTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  return row?.at ?? new Date();
}

export type TotpProblem = 'no-key' | 'set-up-over' | 'wrong-code';

/** Begins to set up an app: its secret waits in this session, sealed, for ten minutes, and counts for nothing yet. */
export const startTotp = (viewer: Pick<Viewer, 'accountId'> & InSession): Promise<Result<null, 'no-key'>> =>
  transaction(async (tx) => {
    const { sessionId } = viewer;
    const sealed = await sealSecret(tx, newSecret(), { table: 'factor_challenge', row: sessionId }, sealingKeys());
    if (!sealed) return problem('no-key');
    await forgetChallenges(tx);
    const data = { ...sealed, expiresAt: challengeEnds(new Date()) };
    await tx.factorChallenge.upsert({
      where: { sessionId_kind: { sessionId, kind: 'totp' } },
      create: { sessionId, kind: 'totp', ...data },
      update: data,
      select: { sessionId: true },
    });
    return ok(null);
  });

/**
 * The app is set up once it shows the right code, which thereby is used. It takes the place of an older one, whose devices are forgotten; her
 * other sessions end, for they never showed it.
 */
export const confirmTotp = (
  viewer: Pick<Viewer, 'accountId'> & InSession,
  { code }: TotpInput,
  now?: Date,
): Promise<Result<null, TotpProblem>> =>
  transaction(async (tx) => {
    const { accountId, sessionId } = viewer;
    await lockFactors(tx, accountId);
    const began = now ?? new Date();
    const secret = await secretWaiting(tx, sessionId, sealingKeys(), began);
    if (!secret) return problem('set-up-over');
    const step = stepOfCode(secret, code, now ?? (await databaseTime(tx)));
    if (step === null) return problem('wrong-code');
    const sealed = await sealSecret(tx, secret, { table: 'second_factor', row: accountId }, sealingKeys());
    if (!sealed) return problem('no-key');

    const { count } = await tx.secondFactor.deleteMany({ where: { accountId, kind: 'totp' } });
    if (count > 0) await forgetDevices(tx, accountId);
    const factor = await tx.secondFactor.create({
      data: { accountId, kind: 'totp', label: 'totp', lastStep: step, ...sealed },
      select: { id: true },
    });
    await tx.factorChallenge.delete({ where: { sessionId_kind: { sessionId, kind: 'totp' } } });
    await beginWithFactor(tx, viewer, began);
    await record(tx, viewer, {
      verb: 'created',
      action: 'confirmTotp',
      subjectType: 'account',
      subjectId: accountId,
      change: { factorId: factor.id },
    });
    await tellOfFactor(tx, accountId, { what: 'totp-added' });
    return ok(null);
  });
