import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { maySee, standing } from '../session';
import { communeOf, factsOf, type SessionRecord, summarySelect } from '../session-view';
import { minutesBetween, type Place, TRAVEL_MINUTES_MAX, type TravelWarning, travelMinutes } from './travel';

const NEAR_MAX = 50;
const MINUTE_MS = 60_000;

/**
 * Sessions that stand and leave a trainer of this one less time than the way takes; the rule and its assumptions: `travel.ts`.
 * For a session that the viewer sees. Of others only place and time are told.
 */
export async function listTravelWarnings(viewer: Viewer, session: SessionRecord): Promise<TravelWarning[]> {
  const trainerIds = session.trainers.map(({ id }) => id);
  if (session.mode === 'online' || trainerIds.length === 0) return [];
  const [rows, own, communes] = await Promise.all([
    db.session.findMany({
      where: {
        id: { not: session.id },
        state: { in: standing },
        mode: { not: 'online' },
        startsAt: { lt: later(session.endsAt, TRAVEL_MINUTES_MAX) },
        endsAt: { gt: later(session.startsAt, -TRAVEL_MINUTES_MAX) },
        sessionTrainers: { some: { trainerId: { in: trainerIds } } },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: nearSelect(),
      take: NEAR_MAX,
    }),
    db.session.findUnique({ where: { id: session.id }, select: nearSelect() }),
    mapPublishedCommunes(),
  ]);
  if (!own) return [];
  const here = placeOf(own, communes);
  return rows.flatMap((row) => warningsOf(viewer, session, here, row, placeOf(row, communes)));
}

const later = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * MINUTE_MS);

const nearSelect = () => {
  const summary = summarySelect();
  return {
    ...summary,
    venue: { select: { ...summary.venue.select, lat: true, lon: true } },
    sessionTrainers: { select: { trainerId: true, trainer: { select: { fullName: true } } }, take: 20 },
  } as const;
};

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof nearSelect> }>;

function placeOf(row: Row, communes: Map<string, Commune>): Place {
  const { venue } = row;
  const commune = communes.get(communeOf(row));
  return {
    venueId: venue?.id ?? null,
    point: venue && venue.lat !== null && venue.lon !== null ? { lat: venue.lat, lon: venue.lon } : null,
    tile: commune ? { q: commune.q, r: commune.r } : null,
  };
}

function warningsOf(viewer: Viewer, session: SessionRecord, here: Place, row: Row, there: Place): TravelWarning[] {
  const needed = travelMinutes(here, there);
  const free = minutesBetween(session, row);
  if (needed === null || free === null || free >= needed) return [];
  const title = courseWords(row.course.courseTexts, viewer.locale)?.title ?? row.course.code;
  const shared = row.sessionTrainers.filter(({ trainerId }) => session.trainers.some(({ id }) => id === trainerId));
  return shared.map(({ trainer }) => ({
    trainer: trainer.fullName ?? '',
    when: row.endsAt <= session.startsAt ? 'before' : 'after',
    place: row.venue?.name ?? row.unit.unitNames[0]?.name ?? '',
    session: maySee(viewer, factsOf(row)) ? title : null,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    allDay: row.allDay,
    minutesNeeded: needed,
    minutesFree: free,
  }));
}
