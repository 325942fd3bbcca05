import { placedToday } from '@/domain/access/access';
import type { Role } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/day';
import { db } from '@/prisma/client';
import { SESSION_IDLE_HOURS } from './account';

const GRANTS_MAX = 50;

/**
 * Who is behind a session token, with the roles she holds today; null once the session is ended, unused for
 * twelve hours or out of time, and when the account is disabled. Asked anew by every request, so that signing
 * out and revoking hold from the very next one.
 */
export async function viewerOfSession(
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<(Viewer & { sessionId: string }) | null> {
  const now = new Date();
  const session = await db.accountSession.findFirst({
    where: {
      tokenHash,
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_HOURS * 3_600_000) },
      account: { disabledAt: null },
    },
    select: {
      id: true,
      account: {
        select: {
          id: true,
          personId: true,
          displayName: true,
          locale: true,
          roleGrantsAsAccount: {
            where: activeOn(today()),
            select: {
              role: true,
              unitId: true,
              unit: { select: { unitSpans: { where: placedToday(), select: { path: true }, take: 1 } } },
            },
            take: GRANTS_MAX,
          },
        },
      },
    },
  });
  if (!session) return null;
  const { account } = session;
  return {
    sessionId: session.id,
    accountId: account.id,
    personId: account.personId,
    displayName: account.displayName,
    locale: account.locale === 'en' ? 'en' : 'vi',
    grants: account.roleGrantsAsAccount.flatMap(({ role, unitId, unit }) =>
      unit.unitSpans.map(({ path }) => ({ role: role as Role, unitId, path })),
    ),
  };
}
