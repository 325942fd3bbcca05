import { canSeePeople } from '@/domain/access/sees-people';
import type { Grant } from '@/domain/access/viewer';
import type { Day } from '@/domain/days/day';

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

/** For this long after she typed her password she may change how she signs in without typing it again. */
const FRESH_MINUTES = 10;
export const isFreshSession = (createdAt: Date, now: Date): boolean =>
  now.getTime() - createdAt.getTime() < FRESH_MINUTES * MINUTE;

/** What somebody is told of how she signs in by mail, so that what she did not do herself does not stay unseen. */
export const factorEvents = [
  'totp-added',
  'passkey-added',
  'factor-removed',
  'codes-renewed',
  'recovery-code-used',
  'factors-reset',
  'provider-tied',
  'provider-untied',
  'provider-reopened',
] as const;
export type FactorEvent = (typeof factorEvents)[number];

type Portal = { beganAt: Date; isDemo: boolean };

/**
 * From when on somebody without a second factor opens nothing but the page to set one up; null where none is asked of her. A role that is
 * given later has no days of its own (decision 0234).
 */
export function secondFactorDue(grants: readonly Pick<Grant, 'role'>[], { beganAt, isDemo }: Portal): Date | null {
  if (isDemo || !grants.some(({ role }) => canSeePeople(role))) return null;
  return new Date(beganAt.getTime() + GRACE_DAYS * DAY);
}

/** May a device of hers be remembered? Never where she administers the whole portal (decision 0235). */
export const mayBeRemembered = (grants: readonly Pick<Grant, 'role'>[]): boolean =>
  !grants.some(({ role }) => role === 'system_administrator');

/** In which session of hers somebody asks. */
export type InSession = { sessionId: string };

/** Her password, typed once more where she signed in a while ago. */
export type Proof = { password?: string | undefined };

/** By which ways somebody can make her second step, and whether her device may be remembered then. */
export type StepWays = { totp: boolean; passkey: boolean; mayRemember: boolean };

export type OwnFactor = { id: string; label: string; since: Day };
export type OwnDevice = { id: string; agent: string | null; lastUsed: Day; until: Day };

/** What somebody has set up for her second step: her app, her passkeys, how many codes on paper are left, and devices that are not asked. */
export type OwnFactors = {
  totp: OwnFactor | null;
  passkeys: OwnFactor[];
  codesLeft: number;
  devices: OwnDevice[];
};

/** A request that waits for somebody else. */
export type ResetRequest = { id: string; by: string; at: Date; until: Date; mine: boolean };

/** What an official reads of somebody's second factor: that it is there, never what it is made of. */
export type FactorState = { totp: boolean; passkeys: number; request: ResetRequest | null };
