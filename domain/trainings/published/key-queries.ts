import { type Day, latestOf, today } from '@/domain/days/day';
import { behindInstant } from '@/domain/page';
import { db } from '@/prisma/client';
import { keptUntilOver } from '@/prisma/kept/kept-values';
import { onDays } from '../when';
import { narrowedTo, type PublishedNarrowing } from './published-view';

type Asked = {
  from: Day;
  to: Day;
  after?: string | undefined;
  /** keys at most */
  take: number;
  narrowing: PublishedNarrowing;
};
type Key = { id: string; endsAt: Date };

/**
 * Which approved sessions that are not over are listed, in order of their beginning. What a commune has from today on is kept
 * until one comes, goes, moves or ends; which seats are free is no part of it.
 */
export const listPublishedKeys = (asked: Asked): Promise<readonly Key[]> => {
  const { communeId, ...further } = asked.narrowing;
  const isFirst = asked.from === today() && !asked.after;
  const isOfPlaceAlone = communeId && isFirst && Object.values(further).every((each) => each === undefined);
  return isOfPlaceAlone
    ? keptUntilOver(
        `sessions ${communeId} ${asked.from} ${asked.to} ${asked.take}`,
        [`sessions:${communeId}`, 'sessions:communes', 'trainings', 'units', 'today'],
        () => read(asked),
        (keys) => keys.map(({ endsAt }) => endsAt),
      )
    : read(asked);
};

const read = async ({ from, to, after, take, narrowing }: Asked): Promise<Key[]> =>
  db.session.findMany({
    where: {
      AND: [
        { state: 'approved', ...onDays(latestOf(from, today()), to) },
        { endsAt: { gt: new Date() } },
        narrowedTo(narrowing),
        behindInstant(after, 'startsAt', 'asc'),
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, endsAt: true },
    take,
  });
