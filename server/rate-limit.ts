import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/prisma/client';

const limiter = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'throttle',
    keyPrefix,
    points,
    duration: minutes * 60,
    clearExpiredByTimeout: false,
  });

/**
 * Attempts to sign in, counted in PostgreSQL for all processes: ten in fifteen minutes for one account from one network,
 * a hundred for a network (fifty neighbours share a router), thirty in an hour for one account from anywhere.
 */
const byAccountAndNetwork = limiter('sign-in:account+network', 10, 15);
const byNetwork = limiter('sign-in:network', 100, 15);
const byAccount = limiter('sign-in:account', 30, 60);

const countersOf = (account: string, network: string) =>
  [
    [byAccountAndNetwork, `${account}@${network}`],
    [byNetwork, network],
    [byAccount, account],
  ] as const;

/**
 * Counts an attempt before the password is looked at, so that a hundred at once are a hundred. False: she must wait.
 * A counter that cannot be read (the database is away) lets nobody in either: it throws.
 */
export const mayTrySignIn = (account: string, network: string): Promise<boolean> =>
  countAll(countersOf(account, network));

async function countAll(counters: readonly (readonly [RateLimiterPrisma, string])[]): Promise<boolean> {
  const counted = await Promise.allSettled(counters.map(([counter, key]) => secondsUntil(counter, key)));
  for (const outcome of counted) if (outcome.status === 'rejected') throw outcome.reason;
  return counted.every((outcome) => outcome.status === 'fulfilled' && outcome.value === 0);
}

/** Counts one attempt: 0 when it may be made, otherwise the seconds until there may be another. */
async function secondsUntil(counter: RateLimiterPrisma, key: string): Promise<number> {
  try {
    await counter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** The right password: her own misses are forgotten, and this attempt does not count against her neighbours. */
export async function signInSucceeded(account: string, network: string): Promise<void> {
  await byAccountAndNetwork.delete(`${account}@${network}`);
  await Promise.allSettled([byNetwork.reward(network), byAccount.reward(account)]);
}

/**
 * Public forms without an account: three hundred an hour for a network, since a whole market town can stand behind one
 * address of a mobile provider. A telephone number is named eight times an hour from one network, whether as her own or as
 * of somebody who comes along, and twenty-four times from all of them. What a network is refused counts for no other: one
 * stranger who keeps naming her number does not keep her from signing up.
 */
const formsByNetwork = limiter('form:network', 300, 60);
const phoneByNetwork = limiter('form:phone+network', 8, 60);
const phoneByAnybody = limiter('form:phone', 24, 60);

/** Seconds that a network has to wait before it may send a form; 0 when this one is taken. */
export const secondsUntilForm = (network: string): Promise<number> => secondsUntil(formsByNetwork, network);

/** The same for the numbers that a form names. */
export async function secondsUntilPhones(phones: readonly string[], network: string): Promise<number> {
  const seconds = await Promise.all(
    phones.map(
      async (phone) =>
        (await secondsUntil(phoneByNetwork, `${phone}@${network}`)) || (await secondsUntil(phoneByAnybody, phone)),
    ),
  );
  return Math.max(0, ...seconds);
}

/** Codes of certificates that nothing bears, tried from one network: thirty in a quarter of an hour. */
const unknownCodes = limiter('certificates:unknown', 30, 15);

/**
 * Counts a look at a certificate before it is looked up, so that a hundred at once are a hundred. False: she must wait.
 * One that exists is taken off again (`codeWasKnown`): fifty women at one desk are no guessing.
 */
export const mayAskCode = (network: string): Promise<boolean> => countAll([[unknownCodes, network]]);

export async function codeWasKnown(network: string): Promise<void> {
  await unknownCodes.reward(network);
}
