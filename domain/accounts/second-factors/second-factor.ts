import { canSeePeople } from '@/domain/access/sees-people';
import type { Grant } from '@/domain/access/viewer';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** After the right password she has this long to show her second factor; until then her session opens nothing. */
export const STEP_MINUTES = 10;
/** An app is set up, or a passkey asked for, within this time. */
export const CHALLENGE_MINUTES = 10;
/** A device of her own is not asked again for this long. */
export const REMEMBERED_DAYS = 30;
/** A new portal lets its people in without a second factor for this long. */
export const GRACE_DAYS = 14;

/** No device says more tokens of itself: it is remembered for a few accounts. */
export const DEVICE_TOKENS_MAX = 5;

/** Somebody has made the second step: the token of her session, and that of her device where it is remembered from now on. */
export type Passed = { accountId: string; token: string; device: string | null };

export const stepEnds = (now: Date): Date => new Date(now.getTime() + STEP_MINUTES * MINUTE);
export const challengeEnds = (now: Date): Date => new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE);
export const rememberedUntil = (now: Date): Date => new Date(now.getTime() + REMEMBERED_DAYS * DAY);

type Portal = { beganAt: Date | null; isDemo: boolean };

/**
 * From when on somebody without a second factor opens nothing but the page to set one up; null where none is asked of her. A role that is
 * given later has no days of its own (decision 0234).
 */
export function secondFactorDue(grants: readonly Pick<Grant, 'role'>[], { beganAt, isDemo }: Portal): Date | null {
  if (isDemo || !beganAt || !grants.some(({ role }) => canSeePeople(role))) return null;
  return new Date(beganAt.getTime() + GRACE_DAYS * DAY);
}

/** May a device of hers be remembered? Never where she administers the whole portal (decision 0235). */
export const mayBeRemembered = (grants: readonly Pick<Grant, 'role'>[]): boolean =>
  !grants.some(({ role }) => role === 'system_administrator');
