import { activeOn, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { mayBeRemembered } from './second-factor';

/** By which ways somebody can make her second step, and whether her device may be remembered then. */
export type StepWays = { totp: boolean; passkey: boolean; mayRemember: boolean };

/** The ways of an account whose password was right a moment ago. */
export async function findStepWays(accountId: string): Promise<StepWays> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      secondFactors: { select: { kind: true }, take: 20 },
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
