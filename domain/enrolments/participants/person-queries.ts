import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { isThereUnseated, liveStates } from '@/domain/scales/enrolment-state';
import { maySee, visibleTo } from '@/domain/trainings/session';
import { factsOf, summarySelect, toSummary } from '@/domain/trainings/session-view';
import { notOverAt } from '@/domain/trainings/when';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { placesInLine } from '../line';
import { type ComingOfPerson, participantsFor, type SeatOfPerson } from './participant';

const ROWS_MAX = 30;

/**
 * Sessions to come, at most thirty, in which a person has a seat, waits or teaches. Her seat is seen by who sees the
 * session's participants, and by who sees those of her unit wherever it is.
 */
export async function listComingOfPerson(viewer: Viewer, personId: string): Promise<ComingOfPerson[]> {
  if (!isId(personId)) return [];
  const seats = seatsOf(viewer, personId);
  const taught = { sessionTrainers: { some: { trainerId: personId } } };
  const [rows, communes] = await Promise.all([
    db.session.findMany({
      where: {
        AND: [
          { state: { in: ['proposed', 'approved'] }, ...notOverAt(new Date()) },
          { OR: [{ AND: [taught, visibleTo(viewer)] }, { enrolments: { some: seats } }] },
        ],
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        ...summarySelect(),
        enrolments: {
          where: seats,
          select: {
            id: true,
            state: true,
            seatNo: true,
            offerUntil: true,
            offerToldAt: true,
            attendance: { select: { mark: true } },
          },
          take: 1,
        },
      },
      take: ROWS_MAX,
    }),
    mapPublishedCommunes(),
  ]);
  const waitedFor = rows.filter(({ enrolments }) => enrolments.some(({ state }) => state === 'waiting'));
  const places = await placesInLine(
    db,
    waitedFor.map(({ id }) => id),
  );
  return rows.map((row) => {
    const open = maySee(viewer, factsOf(row));
    const [seat] = row.enrolments;
    return {
      ...toSummary(row, viewer, communes),
      open,
      teaches: open && row.sessionTrainers.some(({ trainerId }) => trainerId === personId),
      seat: seat ? toSeat(seat, places) : null,
    };
  });
}

type FoundSeat = Omit<SeatOfPerson, 'place' | 'thereUnseated'> & {
  id: string;
  attendance: { mark: string | null } | null;
};

const toSeat = ({ id, attendance, ...seat }: FoundSeat, places: ReadonlyMap<string, number>) => ({
  ...seat,
  place: places.get(id) ?? null,
  thereUnseated: isThereUnseated(seat.state, attendance),
});

/** Her live enrolments that the viewer may know of, as a Prisma filter. */
const seatsOf = (viewer: Viewer, personId: string) => ({
  personId,
  state: { in: [...liveStates] },
  OR: [{ session: participantsFor(viewer) }, { unit: withinReach(viewer, 'enrolments.see') }],
});
