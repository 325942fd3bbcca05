import 'server-only';
import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { db } from '@/prisma/client';

/**
 * Misses at sign-in, counted in PostgreSQL for all processes: ten in fifteen minutes for one account from one network,
 * a hundred for a network (fifty neighbours share a router), thirty for one account from anywhere.
 */
const limiter = (keyPrefix: string, points: number, minutes: number) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: 'throttle',
    keyPrefix,
    points,
    duration: minutes * 60,
    clearExpiredByTimeout: false,
  });

const byAccountAndNetwork = limiter('sign-in:account+network', 10, 15);
const byNetwork = limiter('sign-in:network', 100, 15);
const byAccount = limiter('sign-in:account', 30, 60);

const keysOf = (account: string, network: string) =>
  [
    [byAccountAndNetwork, `${account}@${network}`],
    [byNetwork, network],
    [byAccount, account],
  ] as const;

/** Must she wait before trying again? Asked before the password is looked at. */
export async function signInBlocked(account: string, network: string): Promise<boolean> {
  const counts = await Promise.all(
    keysOf(account, network).map(async ([limit, key]) => [limit, await limit.get(key)] as const),
  );
  return counts.some(([limit, count]) => count !== null && count.consumedPoints >= limit.points);
}

/** A wrong password: counted against account and network. */
export async function signInMissed(account: string, network: string): Promise<void> {
  await Promise.allSettled(keysOf(account, network).map(([limit, key]) => limit.consume(key)));
}

/** The right one: her own misses are forgotten; those of the network stay. */
export async function signInDone(account: string, network: string): Promise<void> {
  await byAccountAndNetwork.delete(`${account}@${network}`);
}
