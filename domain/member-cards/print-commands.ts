import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { recordAll } from '@/domain/audit-writes';
import { linkToken } from '@/domain/ground/link-token';
import { givenName } from '@/domain/order';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import type { PrintedCard, WaitingCard } from './member-card';
import { type AskedCards, listWaitingCards } from './queries';

/**
 * The cards to be put on paper, each with its line in the trail: those that wait within the viewer's reach, or a woman's
 * own. None that was handed over: it would be a copy in another hand.
 */
export async function printMemberCards(
  viewer: Viewer,
  asked: AskedCards = {},
): Promise<Result<PrintedCard[], 'not-found' | 'secret-changed'>> {
  const waiting = await listWaitingCards(viewer, asked);
  if (waiting.length === 0) return problem('not-found');
  const kept = await db.memberCard.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    select: { id: true, tokenHash: true },
    take: waiting.length,
  });
  // made under another secret of the portal, its token cannot be made again
  const good = new Set(
    kept.flatMap(({ id, tokenHash: hash }) =>
      tokenHash(linkToken('member card', id)).every((byte, at) => byte === hash[at]) ? [id] : [],
    ),
  );
  const printed = waiting.filter(({ id }) => good.has(id));
  if (printed.length === 0) return problem('secret-changed');
  await transaction((tx) => recordAll(tx, viewer, printed.map(trailOfPrint)));
  return ok(
    printed.map(({ id, number, name, demo }) => ({
      number,
      calledBy: givenName(name),
      token: linkToken('member card', id),
      demo,
    })),
  );
}

const trailOfPrint = ({ id, personId }: WaitingCard) => ({
  verb: 'exported' as const,
  action: 'printMemberCards',
  subjectType: 'person',
  subjectId: personId,
  change: { card: id },
});
