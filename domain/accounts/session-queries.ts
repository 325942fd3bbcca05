import type { Viewer } from '@/domain/access/viewer';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { identifierOf } from './account';
import { secondFactorDue, stepEnds } from './second-factors/second-factor';
import { isPast } from './sessions/session-limit';
import { heldBy } from './sessions/session-token';
import { toViewer, viewerSelect } from './viewer-row';

/** A session, when it was noted that it was used, and whether its token is to be exchanged now. */
export type SeenSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  wantsRenewal: boolean;
  /** opened by the word of a provider, and not by her password */
  byProvider: boolean;
};

/**
 * A session that is not over. While it `owes` the second step, or a second factor that was never set up, the viewer in it has no roles.
 * `due`: from when on a second factor is asked of her.
 */
export type SessionStanding = {
  viewer: Viewer;
  session: SeenSession;
  owes: 'step' | 'set-up' | null;
  due: Date | null;
};

/** What a session token opens; null once its session is ended or out of time by her roles, or the account disabled. */
export async function standingOfSession(
  hash: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<SessionStanding | null> {
  const row = await db.accountSession.findFirst({
    where: { ...heldBy(hash, now), endedAt: null, expiresAt: { gt: now }, account: { disabledAt: null } },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      renewalAskedAt: true,
      tokenHash: true,
      secondFactorAt: true,
      providerTieId: true,
      providerStep: true,
      account: { select: { ...viewerSelect(), _count: { select: { secondFactors: true } } } },
    },
  });
  if (!row) return null;
  const viewer = toViewer(row.account);
  const roles = viewer.grants.map(({ role }) => role);
  if (isPast(row, roles, now)) return null;
  const wantsRenewal = row.renewalAskedAt !== null && Buffer.from(row.tokenHash).equals(hash);
  const { id, createdAt, lastSeenAt } = row;
  const session = { id, createdAt, lastSeenAt, wantsRenewal, byProvider: row.providerTieId !== null };
  const nobody = { ...viewer, grants: [] };
  // the provider asked her for it, as the surroundings say that it may
  if (row.providerStep) return { viewer, session, owes: null, due: null };
  if (row.account._count.secondFactors > 0) {
    if (row.secondFactorAt) return { viewer, session, owes: null, due: null };
    return stepEnds(row.createdAt) > now ? { viewer: nobody, session, owes: 'step', due: null } : null;
  }
  const due = await dueOf(viewer);
  const owes = due && due <= now ? 'set-up' : null;
  return { viewer: owes ? nobody : viewer, session, owes, due };
}

/** From when on a second factor is asked of her; the database is asked only where it matters, so that no page pays for it. */
async function dueOf({ grants }: Viewer): Promise<Date | null> {
  const isDemo = env.DEMO === 'on';
  if (!secondFactorDue(grants, { beganAt: new Date(), isDemo })) return null;
  const { beganAt } = await db.secondFactorStart.findUniqueOrThrow({ where: { id: true }, select: { beganAt: true } });
  return secondFactorDue(grants, { beganAt, isDemo });
}

/**
 * The viewer behind a session token; null once its session is over, or while it owes a second factor. Asked anew by every request, so that
 * signing out and revoking hold from the next one.
 */
export async function viewerOfSession(
  hash: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<(Viewer & { session: SeenSession }) | null> {
  const standing = await standingOfSession(hash, now);
  return standing?.owes === null ? { session: standing.session, ...standing.viewer } : null;
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
