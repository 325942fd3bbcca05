import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { record } from '@/domain/audit-writes';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { type EndFeedInput, FEEDS_MAX, feedsFor, type MakeFeedInput, newFeedSecret, purposeOf } from './feed';

export type FeedProblem = 'not-found' | 'not-allowed' | 'too-many';

/**
 * Makes an address for a calendar of her own. The answer holds its secret, which is kept nowhere: whoever loses it ends
 * the address and makes another. Ten at most at a time (`too-many`).
 */
export async function makeFeed(
  viewer: Viewer,
  { kind }: MakeFeedInput,
): Promise<Result<{ secret: string }, FeedProblem>> {
  if (!feedsFor(viewer).includes(kind)) return problem('not-allowed');
  const secret = newFeedSecret();
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT id::text FROM account WHERE id = ${viewer.accountId}::uuid FOR UPDATE`;
    const living = { accountId: viewer.accountId, purpose: { startsWith: 'calendar-' }, revokedAt: null };
    if ((await tx.feedToken.count({ where: living })) >= FEEDS_MAX) return problem('too-many');
    const { id } = await tx.feedToken.create({
      data: { tokenHash: tokenHash(secret), accountId: viewer.accountId, purpose: purposeOf(kind) },
      select: { id: true },
    });
    await record(tx, viewer, {
      verb: 'created',
      action: 'makeFeed',
      subjectType: 'feed_token',
      subjectId: id,
      change: { kind },
    });
    return ok({ secret });
  });
}

/** Ends one of her own addresses: from the very next request on it leads to nothing, for good. */
export async function endFeed(viewer: Viewer, { feedId }: EndFeedInput): Promise<Result<{ id: string }, FeedProblem>> {
  const feed = await db.feedToken.findFirst({
    where: { id: feedId, accountId: viewer.accountId, purpose: { startsWith: 'calendar-' }, revokedAt: null },
    select: { id: true },
  });
  if (!feed) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.feedToken.updateMany({
      where: { id: feed.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return problem('not-found');
    await record(tx, viewer, { verb: 'changed', action: 'endFeed', subjectType: 'feed_token', subjectId: feed.id });
    return ok({ id: feed.id });
  });
}
