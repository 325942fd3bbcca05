import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { clocksOf, dayOf } from '@/domain/days/day';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { maySee, overlaps, standing } from '../session';
import { communeOf, factsOf, summarySelect } from '../session-view';
import type { Clash, Wanted } from './clash';

const CLASHES_MAX = 1000;

/**
 * The earliest session that stands and has the hall or a trainer at the wanted time; null when all are free. Of a
 * session that the viewer may not see `detail` tells place and time alone.
 */
export async function findClash(viewer: Viewer, wanted: Wanted): Promise<Clash | null> {
  const row = await db.session.findFirst({
    where: {
      ...inTheWay([wanted], wanted.sessionId ? [wanted.sessionId] : []),
      startsAt: { lt: wanted.endsAt },
      endsAt: { gt: wanted.startsAt },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: clashSelect(),
  });
  return row && toClash(viewer, row, wanted, await mapPublishedCommunes());
}

/**
 * The same for several wishes at once: for each of them everything that stands in its way, in the order of time. Sessions in
 * `moving` are about to leave their place and clash with nothing.
 */
export async function findClashes(
  viewer: Viewer,
  wanted: readonly Wanted[],
  moving: readonly string[] = [],
  reader: Pick<Transaction, 'session'> = db,
): Promise<Clash[][]> {
  if (wanted.length === 0) return [];
  const [rows, communes] = await Promise.all([
    reader.session.findMany({
      where: {
        ...inTheWay(wanted, moving),
        startsAt: { lt: new Date(Math.max(...wanted.map(({ endsAt }) => +endsAt))) },
        endsAt: { gt: new Date(Math.min(...wanted.map(({ startsAt }) => +startsAt))) },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: clashSelect(),
      take: CLASHES_MAX,
    }),
    mapPublishedCommunes(),
  ]);
  return wanted.map((one) =>
    rows
      .filter((row) => overlaps(row, one) && (takenHall(row, one) || takenTrainer(row, one)))
      .map((row) => toClash(viewer, row, one, communes)),
  );
}

const inTheWay = (wanted: readonly Wanted[], except: readonly string[]) => ({
  state: { in: standing },
  ...(except.length > 0 ? { id: { notIn: [...except] } } : {}),
  OR: [
    { venueId: { in: wanted.flatMap(({ venueId }) => venueId ?? []) } },
    { sessionTrainers: { some: { trainerId: { in: wanted.flatMap(({ trainerIds }) => trainerIds) } } } },
  ],
});

const clashSelect = () =>
  ({
    ...summarySelect(),
    venueId: true,
    sessionTrainers: { select: { trainerId: true, trainer: { select: { fullName: true } } }, take: 20 },
  }) as const;

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof clashSelect> }>;

const takenHall = (row: Row, { venueId }: Wanted) => venueId !== null && row.venueId === venueId;
const takenTrainer = (row: Row, { trainerIds }: Wanted) =>
  row.sessionTrainers.find(({ trainerId }) => trainerIds.includes(trainerId));

function toClash(viewer: Viewer, row: Row, wanted: Wanted, communes: Map<string, Commune>): Clash {
  const taken = takenTrainer(row, wanted);
  const isSeen = maySee(viewer, factsOf(row));
  const commune = communes.get(communeOf(row));
  const place = row.venue?.name ?? row.unit.unitNames[0]?.name ?? '';
  return {
    problem: taken ? 'trainer-taken' : 'hall-taken',
    detail: {
      seen: isSeen ? 'yes' : 'no',
      session: isSeen ? (courseWords(row.course.courseTexts, viewer.locale)?.title ?? row.course.code) : '',
      place: commune && !place.endsWith(commune.name) ? `${place}, ${commune.name}` : place,
      day: dayOf(row.startsAt),
      time: clocksOf(row.startsAt, row.endsAt),
      trainer: taken?.trainer.fullName ?? '',
    },
  };
}
