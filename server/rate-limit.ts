import 'server-only';
import { RateLimiterPrisma } from 'rate-limiter-flexible';
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
  const counted = await Promise.allSettled(counters.map(([counter, key]) => counter.consume(key)));
  for (const outcome of counted)
    if (outcome.status === 'rejected' && outcome.reason instanceof Error) throw outcome.reason;
  return counted.every(({ status }) => status === 'fulfilled');
}

/** The right password: her own misses are forgotten, and this attempt does not count against her neighbours. */
export async function signInSucceeded(account: string, network: string): Promise<void> {
  await byAccountAndNetwork.delete(`${account}@${network}`);
  await Promise.allSettled([byNetwork.reward(network), byAccount.reward(account)]);
}

/**
 * Public forms without an account: three hundred an hour for a network, since a whole market town can stand behind one
 * address of a mobile provider; eight an hour for a telephone number, counted for whichever numbers a form names.
 */
const formsByNetwork = limiter('form:network', 300, 60);
const formsByPhone = limiter('form:phone', 8, 60);

export const maySendForm = (network: string): Promise<boolean> => countAll([[formsByNetwork, network]]);

export const mayNamePhones = (phones: readonly string[]): Promise<boolean> =>
  countAll(phones.map((phone) => [formsByPhone, phone]));

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
