import { spanToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { findVenueToUse, knowsTrainers } from './form-queries';
import { type Plan, type PlanProblem, placeOf, type SessionToChange, type Wish } from './plan';
import { hasBegun, visibleTo } from './session';
import { DAYS_AHEAD_MAX, timesOf } from './session-inputs';
import { factsOf, summarySelect } from './session-view';

/** The session that a command is about; null when there is none or the viewer may not see it. */
export async function findSessionToChange(viewer: Viewer, sessionId: string): Promise<SessionToChange | null> {
  if (!isId(sessionId)) return null;
  const { sessionTrainers: _, ...columns } = summarySelect();
  const [found, sessionTrainers] = await Promise.all([
    db.session.findFirst({
      where: { AND: [{ id: sessionId }, visibleTo(viewer)] },
      select: { ...columns, ...ownColumns() },
    }),
    // by the session alone: their key holds its state, so that after a decision in between she would be no trainer of it
    db.sessionTrainer.findMany({ where: { sessionId }, select: { trainerId: true }, take: 20 }),
  ]);
  if (!found) return null;
  const row = { ...found, sessionTrainers };
  const { id, version, unitId, courseId, venueId, seats, mode, audience, notes, startsAt, endsAt } = row;
  const { allDay, language, onlineUrl } = row;
  const communeId = row.unit.unitSpans[0]?.communeId ?? '';
  return {
    id,
    version,
    unitId,
    communeId,
    courseId,
    venueId,
    seats,
    mode,
    audience,
    notes,
    startsAt,
    endsAt,
    allDay,
    language,
    onlineUrl,
    facts: factsOf(row),
  };
}

const ownColumns = () =>
  ({
    unitId: true,
    courseId: true,
    venueId: true,
    audience: true,
    language: true,
    onlineUrl: true,
    notes: true,
  }) as const;

/**
 * Whether a wish can become a session: at most two years ahead, at an open unit where the viewer may propose, of a
 * course that is taught. What `before`, the session to change, has already may stay.
 */
export async function planSession(
  viewer: Viewer,
  wish: Wish,
  before?: SessionToChange,
): Promise<Result<Plan, PlanProblem>> {
  const times = timesOf(wish);
  if (hasBegun(times)) return problem('already-begun');
  const latest = addDays(today(), DAYS_AHEAD_MAX);
  if (times.startsAt >= startOf(latest)) return problem('too-far-ahead', { day: latest });

  const [unit, course] = await Promise.all([unitToTrain(viewer, wish.unitId), courseToTeach(wish.courseId)]);
  if (!unit || !course) return problem('not-found');
  if (unit.closedOn && unit.closedOn <= toDate(wish.day)) return problem('unit-not-open');
  if (isRetired(course) && before?.courseId !== course.id) return problem('course-retired');

  const { communeId = '', path: unitPath } = unit.unitSpans[0] ?? { path: '' };
  // Hall and trainers are of that commune, of a session of the province from anywhere in it.
  const refused = await refusalOfChoices(viewer, wish, unitPath, before);
  if (refused) return refused;
  const commune = (await listPublishedCommunes()).find(({ id }) => id === communeId);
  return ok({
    ...times,
    unitPath,
    communeId: communeId ?? '',
    communeSlug: commune?.slug ?? unit.slug,
    courseCode: course.code,
    courseSlug: course.courseTexts[0]?.slug ?? course.code,
    allDay: wish.allDay === 'yes',
    venueId: wish.mode === 'online' ? null : (wish.venueId ?? null),
    onlineUrl: wish.mode === 'online' || wish.mode === 'mixed' ? (wish.onlineUrl ?? null) : null,
    trainerIds: [...new Set(wish.trainerIds)],
  });
}

const unitToTrain = (viewer: Viewer, unitId: string) =>
  db.unit.findFirst({
    where: {
      AND: [
        { id: unitId, level: { in: ['province', 'commune', 'sub_association', 'group'] } },
        withinReach(viewer, 'trainings.propose'),
      ],
    },
    select: { id: true, slug: true, closedOn: true, unitSpans: spanToday() },
  });

const courseToTeach = (courseId: string) =>
  db.course.findFirst({
    where: { id: courseId },
    select: {
      id: true,
      code: true,
      retiredOn: true,
      courseTexts: { where: { locale: 'vi' }, select: { slug: true }, take: 1 },
    },
  });

const isRetired = ({ retiredOn }: { retiredOn: Date | null }) => retiredOn !== null && retiredOn <= toDate(today());

/**
 * Whether the hall is of that place, used today and large enough, and the trainers' role reaches the session's unit; what
 * the session has already may stay.
 */
export async function refusalOfChoices(
  viewer: Viewer,
  wish: Pick<Wish, 'venueId' | 'mode' | 'seats' | 'trainerIds'>,
  unitPath: string,
  before?: Pick<SessionToChange, 'venueId' | 'facts'>,
) {
  if (wish.venueId && wish.mode !== 'online') {
    const venue = await findVenueToUse(viewer, placeOf(unitPath), wish.venueId);
    if (!venue && before?.venueId !== wish.venueId) return problem('hall-not-there');
    const isMixed = wish.mode === 'mixed'; // some of them sit at home
    if (venue?.seats && wish.seats > venue.seats && !isMixed)
      return problem('hall-too-small', { place: venue.name, seats: String(venue.seats) });
  }
  const newOnes = wish.trainerIds.filter((id) => !before?.facts.trainerIds.includes(id));
  return (await knowsTrainers(viewer, unitPath, newOnes)) ? null : problem('trainer-not-there');
}
