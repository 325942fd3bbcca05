import { z } from 'zod';
import type { Locale } from '@/domain/locale';

/** How many things a device may follow. */
export const FOLLOWS_MAX = 20;
/** Letters of the longest address of a device that is taken; those of push services have 150 to 500. */
export const ENDPOINT_MAX = 1_000;

const endpointInput = z
  .string()
  .max(ENDPOINT_MAX)
  .regex(/^https?:\/\/[!-~]+$/);

/** Bytes as browsers spell keys, so many of them. */
const bytes = (count: number) =>
  z
    .string()
    .max(2 * count)
    .regex(/^[\w-]+$/)
    .refine((text) => Buffer.from(text, 'base64url').length === count);

/** How a device is reached, as its browser says it: the address at its push service, and two keys that it alone opens. */
const reachInput = z.strictObject({
  endpoint: endpointInput,
  p256dh: bytes(65),
  auth: bytes(16),
});
export type Reach = z.output<typeof reachInput>;

const slugInput = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What is followed: a commune by its slug, a topic by its code, both, or neither, which is everything; all of it, or alerts alone. */
const followedInput = z.strictObject({
  commune: slugInput.max(100).optional(),
  topic: slugInput.max(100).optional(),
  alertsAlone: z.boolean().default(false),
});

export const followInput = z.strictObject({
  reach: reachInput,
  followed: followedInput,
  /** what it takes the place of */
  instead: z.guid().optional(),
});
export type FollowInput = z.output<typeof followInput>;

/** The device is reached otherwise now: what it followed under its former address goes along. */
export const moveInput = z.strictObject({ reach: reachInput, former: endpointInput });
export type MoveInput = z.output<typeof moveInput>;

/** Only the device knows its endpoint: whoever names it is that device. */
export const deviceInput = z.strictObject({ endpoint: endpointInput });
export type DeviceInput = z.output<typeof deviceInput>;

/** Ends some of what a device follows, or all of it; the device is forgotten with the last. */
export const endInput = deviceInput.extend({ follows: z.array(z.guid()).max(FOLLOWS_MAX).optional() });
export type EndInput = z.output<typeof endInput>;

/**
 * One thing that a device follows; null where it does not narrow. A commune that is no more is called as it was last, and chosen by the
 * address of the one that took its place.
 */
export type Followed = {
  id: string;
  commune: { slug: string; name: string; kind: 'commune' | 'ward' | 'special_zone' } | null;
  topic: { code: string; name: string } | null;
  alertsAlone: boolean;
};

/** What a device follows, in the order in which it began, and in which language it is told. */
export type Device = { locale: Locale; follows: Followed[] };

export type FollowProblem = 'not-open' | 'service-unknown' | 'nothing-there' | 'too-many';
