import type { Viewer } from '@/domain/access/viewer';
import { activeOn, dayOf, today } from '@/domain/days/day';
import { sealingKeys } from '@/domain/ground/sealing-keys';
import { db } from '@/prisma/client';
import { secretWaiting } from '../code-apps/sealed-secrets';
import { setUpAddress, spaced } from '../code-apps/totp';
import { type InSession, mayBeRemembered, type OwnFactors, type StepWays } from './second-factor';

const FACTORS_MAX = 20;

/** The ways of an account whose password was right a moment ago. */
export async function findStepWays(accountId: string): Promise<StepWays> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      secondFactors: { select: { kind: true }, take: FACTORS_MAX },
      roleGrantsAsAccount: { where: activeOn(today()), select: { role: true }, take: 50 },
    },
  });
  const kinds = account.secondFactors.map(({ kind }) => kind);
  return {
    totp: kinds.includes('totp'),
    passkey: kinds.includes('passkey'),
    mayRemember: mayBeRemembered(account.roleGrantsAsAccount),
  };
}

/** Her own factors. */
export async function findOwnFactors(viewer: Pick<Viewer, 'accountId'>): Promise<OwnFactors> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: viewer.accountId },
    select: {
      secondFactors: {
        select: { id: true, kind: true, label: true, createdAt: true },
        orderBy: { id: 'asc' },
        take: FACTORS_MAX,
      },
      rememberedDevices: {
        where: { expiresAt: { gt: new Date() } },
        select: { id: true, agent: true, lastUsedAt: true, expiresAt: true },
        orderBy: { lastUsedAt: 'desc' },
        take: 50,
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  const factors = account.secondFactors.map(({ createdAt, ...factor }) => ({ ...factor, since: dayOf(createdAt) }));
  return {
    totp: factors.find(({ kind }) => kind === 'totp') ?? null,
    passkeys: factors.filter(({ kind }) => kind === 'passkey'),
    codesLeft: account._count.recoveryCodes,
    devices: account.rememberedDevices.map(({ id, agent, lastUsedAt, expiresAt }) => ({
      id,
      agent,
      lastUsed: dayOf(lastUsedAt),
      until: dayOf(expiresAt),
    })),
  };
}

/** The app that is being set up in her session: what its QR code says, and the secret to be typed; null when none is. */
export async function findTotpWaiting(
  viewer: Pick<Viewer, 'accountId' | 'displayName'> & InSession,
): Promise<{ address: string; secret: string } | null> {
  const secret = await secretWaiting(db, viewer.sessionId, sealingKeys(), new Date());
  if (!secret) return null;
  const account = await db.account.findUnique({ where: { id: viewer.accountId }, select: { email: true } });
  return { address: setUpAddress(secret, account?.email ?? viewer.displayName), secret: spaced(secret) };
}
