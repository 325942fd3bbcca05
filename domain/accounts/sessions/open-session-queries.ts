import type { Viewer } from '@/domain/access/viewer';
import { findAccount } from '@/domain/accounts/queries';
import { activeOn, today } from '@/domain/days/day';
import { phoneName } from '@/domain/phone/phone-name';
import { db } from '@/prisma/client';
import { maskedNetwork, type OpenSession } from './open-session';
import { isPast } from './session-limit';

const OPEN_MAX = 50;

/** Her own sessions that stand open, the one used last first. */
export const listOwnSessions = (viewer: Viewer): Promise<OpenSession[]> => listSessions(viewer.accountId);

/** The sessions of an account, for whoever may take every role that it holds; null for everybody else. */
export async function listSessionsOfAccount(viewer: Viewer, accountId: string): Promise<OpenSession[] | null> {
  const account = await findAccount(viewer, accountId);
  return account?.mayEndSessions ? listSessions(account.id) : null;
}

async function listSessions(accountId: string): Promise<OpenSession[]> {
  const now = new Date();
  const rows = await db.accountSession.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: now } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      agent: true,
      network: true,
      createdAt: true,
      lastSeenAt: true,
      providerTieId: true,
      account: { select: { roleGrantsAsAccount: { where: activeOn(today()), select: { role: true }, take: 50 } } },
    },
    take: OPEN_MAX,
  });
  return rows
    .filter(
      ({ account, ...row }) =>
        !isPast(
          row,
          account.roleGrantsAsAccount.map(({ role }) => role),
          now,
        ),
    )
    .map(({ id, agent, network, createdAt, lastSeenAt, providerTieId }) => ({
      id,
      device: phoneName(agent ?? ''),
      network: maskedNetwork(network),
      createdAt,
      lastSeenAt,
      byProvider: providerTieId !== null,
    }));
}
