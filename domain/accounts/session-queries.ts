import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { identifierOf } from './account';
import { isPast } from './sessions/session-limit';
import { heldBy } from './sessions/session-token';
import { toViewer, viewerSelect } from './viewer-row';

/** A session, when it was noted that it was used, and whether its token is to be exchanged now. */
export type SeenSession = { id: string; lastSeenAt: Date; wantsRenewal: boolean };

/**
 * The viewer behind a session token; null once the session is ended or out of time by her roles, or the account disabled.
 * Asked anew by every request, so that signing out and revoking hold from the next one.
 */
export async function viewerOfSession(
  hash: Uint8Array<ArrayBuffer>,
): Promise<(Viewer & { session: SeenSession }) | null> {
  const now = new Date();
  const row = await db.accountSession.findFirst({
    where: { ...heldBy(hash, now), endedAt: null, expiresAt: { gt: now }, account: { disabledAt: null } },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      renewalAskedAt: true,
      tokenHash: true,
      account: { select: viewerSelect() },
    },
  });
  if (!row) return null;
  const viewer = toViewer(row.account);
  const roles = viewer.grants.map(({ role }) => role);
  if (isPast(row, roles, now)) return null;
  const wantsRenewal = row.renewalAskedAt !== null && Buffer.from(row.tokenHash).equals(hash);
  return { session: { id: row.id, lastSeenAt: row.lastSeenAt, wantsRenewal }, ...viewer };
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
