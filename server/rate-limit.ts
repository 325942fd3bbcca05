import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/prisma/client';

/** A counter in PostgreSQL, for all processes. */
export const limiter = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'throttle',
    keyPrefix,
    points,
    duration: minutes * 60,
    clearExpiredByTimeout: false,
  });

async function countAll(counters: readonly (readonly [RateLimiterPrisma, string])[]): Promise<boolean> {
  const counted = await Promise.allSettled(counters.map(([counter, key]) => secondsUntil(counter, key)));
  for (const outcome of counted) if (outcome.status === 'rejected') throw outcome.reason;
  return counted.every((outcome) => outcome.status === 'fulfilled' && outcome.value === 0);
}

/** Counts one attempt: 0 when it may be made, otherwise the seconds until there may be another. A count that begins may last longer than usual. */
export const secondsUntil = async (counter: RateLimiterPrisma, key: string, lasting?: number) =>
  (await count(counter, key, lasting)).seconds;

async function count(
  counter: RateLimiterPrisma,
  key: string,
  lasting?: number,
): Promise<{ seconds: number; times: number }> {
  try {
    const options = lasting === undefined ? {} : { customDuration: lasting };
    return { seconds: 0, times: (await counter.consume(key, 1, options)).consumedPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)), times: refused.consumedPoints };
  }
}

/**
 * Forms without an account in an hour, where they are filled in as they must be; the front counts nuisances
 * (refusals/junk.ts). A whole market town can stand behind one address of a mobile provider.
 */
const formsByNetwork = limiter('form:network', 300, 60);
/** Forms kept for numbers hardly named yet: whoever sends many of one kind leaves her neighbours a way in. */
const formsOfNewNumbers = limiter('form:network+new', 100, 60);
/**
 * A number is named as one's own, or as that of whoever comes along. What one network is refused counts for no other:
 * a stranger who keeps naming her number does not keep her from signing up.
 */
const phoneByNetwork = limiter('form:phone+network', 8, 60);
const phoneByAnybody = limiter('form:phone', 24, 60);
/** Times that a number counts as new: as often as somebody corrects herself. */
const STILL_NEW = 3;

export type FormWait = { problem: 'too-many-from-here' | 'too-many-for-phone'; seconds: number };

/** Why a form has to wait, and how long; null when it is taken. What its numbers are refused is not counted for the network. */
export async function whyFormWaits(phones: readonly string[], network: string): Promise<FormWait | null> {
  const counted = await Promise.all(phones.map((phone) => countPhone(phone, network)));
  const forPhone = Math.max(0, ...counted.map(({ seconds }) => seconds));
  if (forPhone > 0) return { problem: 'too-many-for-phone', seconds: forPhone };
  const seconds = await secondsUntil(formsByNetwork, network);
  if (seconds === 0) return null;
  const allNew = counted.length > 0 && counted.every(({ times }) => times <= STILL_NEW);
  if (allNew && (await secondsUntil(formsOfNewNumbers, network)) === 0) return null;
  return { problem: 'too-many-from-here', seconds };
}

async function countPhone(phone: string, network: string): Promise<{ seconds: number; times: number }> {
  const here = await count(phoneByNetwork, `${phone}@${network}`);
  if (here.seconds > 0) return here;
  return { seconds: await secondsUntil(phoneByAnybody, phone), times: here.times };
}

/**
 * Things looked up by a secret or a code that can be made up; of those that do not exist, thirty in a quarter of an
 * hour from one network.
 */
const unknown = {
  certificate: limiter('certificates:unknown', 30, 15),
  ticket: limiter('tickets:unknown', 30, 15),
  invitation: limiter('invitations:unknown', 30, 15),
};
type Guessed = keyof typeof unknown;

/**
 * Counts a look before anything is looked up, so that a hundred at once are a hundred. False: this network must wait. One
 * that exists is taken off again (`wasKnown`): fifty women at one desk are no guessing.
 */
export const mayAsk = (what: Guessed, network: string): Promise<boolean> => countAll([[unknown[what], network]]);

export async function wasKnown(what: Guessed, network: string): Promise<void> {
  await unknown[what].reward(network);
}

/** Questions to the search, which is asked anew for everybody: three hundred in a quarter of an hour from one network. */
const searches = limiter('search:network', 300, 15);

/** Counts a question before it is looked up. False: this network must wait. */
export const maySearch = (network: string): Promise<boolean> => countAll([[searches, network]]);
