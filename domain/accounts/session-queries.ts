import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { identifierOf, SESSION_IDLE_HOURS } from './account';
import { toViewer, viewerSelect } from './viewer-row';

/** A session, and when it was noted that it was used. */
export type SeenSession = { id: string; lastSeenAt: Date };

/**
 * The viewer behind a session token; null once the session is ended or out of time, or the account disabled. Asked
 * anew by every request, so that signing out and revoking hold from the next one.
 */
export async function viewerOfSession(
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<(Viewer & { session: SeenSession }) | null> {
  const now = new Date();
  const session = await db.accountSession.findFirst({
    where: {
      tokenHash,
      endedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_HOURS * 3_600_000) },
      account: { disabledAt: null },
    },
    select: { id: true, lastSeenAt: true, account: { select: viewerSelect() } },
  });
  if (!session) return null;
  const { account, ...seen } = session;
  return { session: seen, ...toViewer(account) };
}

/**
 * The account that somebody named who did not get in, disabled ones too; for the log of refused attempts, which names
 * no address.
 */
export async function accountIdOf(name: string): Promise<string | undefined> {
  const identifier = identifierOf(name);
  if (!identifier) return undefined;
  return (await db.account.findFirst({ where: identifier, select: { id: true } }))?.id;
}
