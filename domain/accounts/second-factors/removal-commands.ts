import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { env } from '@/domain/ground/env';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { forgetDevices } from './device-writes';
import type { DeviceInput, FactorInput } from './factor-input';
import { tellOfFactor } from './factor-mail-writes';
import { lockFactors, rolesHeld } from './factor-writes';
import { secondFactorDue } from './second-factor';

export type RemovalProblem = 'not-found' | 'last-factor';

/** Removes a factor of her own, and forgets her devices with it; not the last one once her account has to have one. */
export const removeFactor = (
  viewer: Pick<Viewer, 'accountId'>,
  { factorId }: FactorInput,
  now = new Date(),
): Promise<Result<null, RemovalProblem>> =>
  transaction(async (tx) => {
    const { accountId } = viewer;
    await lockFactors(tx, accountId);
    const factors = await tx.secondFactor.findMany({
      where: { accountId },
      select: { id: true, kind: true },
      take: 20,
    });
    const factor = factors.find(({ id }) => id === factorId);
    if (!factor) return problem('not-found');
    const isOnly = factors.length === 1;
    if (isOnly && (await isEnforced(tx, accountId, now))) return problem('last-factor');

    await tx.secondFactor.deleteMany({ where: { id: factorId } });
    await forgetDevices(tx, accountId);
    if (isOnly) await tx.recoveryCode.deleteMany({ where: { accountId } });
    await record(tx, viewer, {
      verb: 'ended',
      action: 'removeFactor',
      subjectType: 'account',
      subjectId: accountId,
      change: { kind: factor.kind },
    });
    await tellOfFactor(tx, accountId, { what: 'factor-removed' });
    return ok(null);
  });

async function isEnforced(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const { beganAt } = await tx.secondFactorStart.findUniqueOrThrow({ where: { id: true }, select: { beganAt: true } });
  const due = secondFactorDue(await rolesHeld(tx, accountId), { beganAt, isDemo: env.DEMO === 'on' });
  return due !== null && due <= now;
}

/** A device of hers is asked for her second factor again. */
export const endRememberedDevice = (
  viewer: Pick<Viewer, 'accountId'>,
  { deviceId }: DeviceInput,
): Promise<Result<null, 'not-found'>> =>
  transaction(async (tx) => {
    const { accountId } = viewer;
    const { count } = await tx.rememberedDevice.deleteMany({ where: { id: deviceId, accountId } });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, {
      verb: 'ended',
      action: 'endRememberedDevice',
      subjectType: 'account',
      subjectId: accountId,
    });
    return ok(null);
  });
