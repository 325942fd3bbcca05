import type { Role } from '@/domain/access/permissions';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** How long a session lasts without being used, and how long at most: in hours. */
export type SessionLimit = { idleHours: number; longestHours: number };

/**
 * By role: short where a stranger at an open screen could do most, long where a phone stands in a hall without signal
 * (docs/decisions/0229).
 */
export const sessionLimits: Record<Role, SessionLimit> = {
  system_administrator: { idleHours: 1, longestHours: 12 },
  province_official: { idleHours: 4, longestHours: 7 * DAY_HOURS },
  viewer: { idleHours: 4, longestHours: 7 * DAY_HOURS },
  editor: { idleHours: 12, longestHours: 14 * DAY_HOURS },
  commune_official: { idleHours: 12, longestHours: 14 * DAY_HOURS },
  sub_association_head: { idleHours: 72, longestHours: 30 * DAY_HOURS },
  trainer: { idleHours: 72, longestHours: 30 * DAY_HOURS },
};
const WITHOUT_ROLE: SessionLimit = { idleHours: 4, longestHours: DAY_HOURS };

/** No session lasts longer, whatever its role: what the cookie and the row say at first. */
export const SESSION_LONGEST_HOURS = Math.max(...Object.values(sessionLimits).map(({ longestHours }) => longestHours));

/** What the strictest role allows without use: a provider may not vouch for who signed in there longer ago. */
export const SHORTEST_IDLE_HOURS = Math.min(...Object.values(sessionLimits).map(({ idleHours }) => idleHours));

/** The strictest of what her roles say. */
export function limitOf(roles: readonly Role[]): SessionLimit {
  const limits = roles.length > 0 ? roles.map((role) => sessionLimits[role]) : [WITHOUT_ROLE];
  return {
    idleHours: Math.min(...limits.map(({ idleHours }) => idleHours)),
    longestHours: Math.min(...limits.map(({ longestHours }) => longestHours)),
  };
}

export type SessionTimes = { createdAt: Date; lastSeenAt: Date };

/** Is a session over by what her roles allow today? At the very instant it is. */
export function isPast({ createdAt, lastSeenAt }: SessionTimes, roles: readonly Role[], now: Date): boolean {
  const { idleHours, longestHours } = limitOf(roles);
  return (
    now.getTime() - lastSeenAt.getTime() >= idleHours * HOUR_MS ||
    now.getTime() - createdAt.getTime() >= longestHours * HOUR_MS
  );
}
