import { pathOf, spanToday, withinAreas, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, type Day, dayOf, startOf, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { standing, type Times } from '../session';
import type { WishedTimes } from '../session-inputs';
import { timesOf } from '../session-inputs';
import { freeSlots, SUGGEST_DAYS, type Suggestions } from './suggestion';

const BUSY_MAX = 2000;
const HALLS_MAX = 6;
const MINUTES_USUAL = 120;

/** The wishes for a session, as far as its form is filled in; `sessionId` is the one that is moved. */
export type Wish = Partial<WishedTimes> & {
  unitId: string;
  sessionId?: string | undefined;
  venueId?: string | undefined;
  trainerIds: string[];
  seats?: number | undefined;
};

/**
 * Free times of a hall and trainers within fourteen days of a day, and other halls of the commune that are free and
 * large enough. Only what is free is told, and nothing where the viewer may not propose.
 */
export async function suggest(viewer: Viewer, wish: Wish): Promise<Suggestions> {
  const unit = isId(wish.unitId)
    ? await db.unit.findFirst({
        where: { id: wish.unitId, ...withinReach(viewer, 'trainings.propose') },
        select: { unitSpans: spanToday() },
      })
    : null;
  if (!unit) return { times: [], halls: [] };
  const wanted = wish.day ? timesOf({ ...wish, day: wish.day }) : null;
  const commune = `/${pathOf(unit).split('/').filter(Boolean).slice(0, 2).join('/')}/`;
  const [times, halls] = await Promise.all([freeTimes(wish, wanted), wanted ? freeHalls(wish, wanted, commune) : []]);
  return { times, halls };
}

async function freeTimes(wish: Wish, wanted: Times | null) {
  const from: Day = wish.day && wish.day > today() ? wish.day : today();
  const venueId = wish.venueId && isId(wish.venueId) ? wish.venueId : null;
  const trainerIds = wish.trainerIds.filter(isId);
  if (!venueId && trainerIds.length === 0) return [];
  const busy = await db.session.findMany({
    where: {
      state: { in: standing },
      startsAt: { lt: startOf(addDays(from, SUGGEST_DAYS)) },
      endsAt: { gt: startOf(from) },
      ...(wish.sessionId ? { id: { not: wish.sessionId } } : {}),
      OR: [...(venueId ? [{ venueId }] : []), { sessionTrainers: { some: { trainerId: { in: trainerIds } } } }],
    },
    select: { startsAt: true, endsAt: true },
    take: BUSY_MAX,
  });
  const minutes = wanted ? (wanted.endsAt.getTime() - wanted.startsAt.getTime()) / 60_000 : MINUTES_USUAL;
  return freeSlots({ from, minutes, busy });
}

/** The smallest that are large enough come first: the large ones stay free for who needs them. */
const freeHalls = (wish: Wish, { startsAt, endsAt }: Times, path: string) =>
  db.venue.findMany({
    where: {
      AND: [
        { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(dayOf(startsAt)) } }] },
        { unit: withinAreas([path]) },
        wish.venueId && isId(wish.venueId) ? { id: { not: wish.venueId } } : {},
        { seats: { gte: wish.seats ?? 1 } },
        {
          sessions: {
            none: {
              state: { in: standing },
              startsAt: { lt: endsAt },
              endsAt: { gt: startsAt },
              ...(wish.sessionId ? { id: { not: wish.sessionId } } : {}),
            },
          },
        },
      ],
    },
    orderBy: [{ seats: 'asc' }, { searchKey: 'asc' }],
    select: { id: true, name: true, seats: true },
    take: HALLS_MAX,
  });
