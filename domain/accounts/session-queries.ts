import type { Viewer } from '@/domain/access/viewer';
import { env } from '@/domain/ground/env';
import { db, Prisma } from '@/prisma/client';
import { identifierOf } from './account';
import { secondFactorDue, stepEnds } from './second-factors/second-factor';
import { isPast } from './sessions/session-limit';
import { viewerSql } from './viewer-queries';

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

/** Whether a token opens a session, a row `s`: by its own one, or by the one before it while that still holds. */
export const heldBySql = (hash: Uint8Array<ArrayBuffer>, now: Date) =>
  Prisma.sql`(s.token_hash = ${hash} OR s.former_token_hash = ${hash} AND s.former_until > ${now})`;

type Row = SeenSession & {
  viewer: Viewer;
  hasFactor: boolean;
  gaveFactor: boolean;
  providerStep: boolean;
};

/** What a session token opens; null once its session is ended or out of time by her roles, or the account disabled. */
export async function standingOfSession(
  hash: Uint8Array<ArrayBuffer>,
  now = new Date(),
): Promise<SessionStanding | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s.id::text, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.renewal_asked_at IS NOT NULL AND s.token_hash = ${hash} AS "wantsRenewal",
      s.second_factor_at IS NOT NULL AS "gaveFactor", s.provider_tie_id IS NOT NULL AS "byProvider", s.provider_step AS "providerStep",
      ${viewerSql(Prisma.sql`a`)} AS viewer, EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id) AS "hasFactor"
    FROM account_session s JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
    WHERE ${heldBySql(hash, now)} AND s.ended_at IS NULL AND s.expires_at > ${now} LIMIT 1`;
  if (!row) return null;
  const { viewer } = row;
  const roles = viewer.grants.map(({ role }) => role);
  if (isPast(row, roles, now)) return null;
  const { id, createdAt, lastSeenAt, wantsRenewal, byProvider } = row;
  const session = { id, createdAt, lastSeenAt, wantsRenewal, byProvider };
  const nobody = { ...viewer, grants: [] };
  // the provider asked her for it, as the surroundings say that it may
  if (row.providerStep) return { viewer, session, owes: null, due: null };
  if (row.hasFactor) {
    if (row.gaveFactor) return { viewer, session, owes: null, due: null };
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
