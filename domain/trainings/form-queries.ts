import { isWithin, may, mayAnywhere, reach, spanToday, withinAreas, withinReach } from '@/domain/access/access';
import { isOfProvince } from '@/domain/access/trainer';
import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { activeOn, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { byVietnameseName, compareWords } from '@/domain/order';
import { tellApart } from '@/domain/people/namesakes/namesake-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Commune, nameToday, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';

const COURSES_MAX = 200;
const VENUES_MAX = 300;
const TRAINERS_MAX = 200;

export type CourseChoice = { id: string; code: string; title: string; minutes: number };
export type VenueChoice = { id: string; name: string; seats: number | null };
export type TrainerChoice = { id: string; name: string };

const notRetired = () => ({ OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] });

/** The courses that are taught today, in the viewer's language, for whoever may see trainings. */
export async function listCourses(viewer: Viewer): Promise<CourseChoice[]> {
  if (!mayAnywhere(viewer, 'trainings.see')) return [];
  const rows = await db.course.findMany({
    where: notRetired(),
    select: { id: true, code: true, minutes: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
    take: COURSES_MAX,
  });
  return rows
    .map(({ courseTexts, ...course }) => ({
      ...course,
      title: courseWords(courseTexts, viewer.locale)?.title ?? course.code,
    }))
    .sort((a, b) => compareWords(a.title, b.title));
}

/** The communes in which, or somewhere in which, the viewer may propose a session, in Vietnamese order. */
export async function listCommunesToProposeIn(viewer: Viewer): Promise<readonly Commune[]> {
  const areas = reach(viewer, 'trainings.propose');
  if (areas.length === 0) return [];
  const communes = await listPublishedCommunes();
  if (areas.some((area) => communeNo(area) === undefined)) return communes;
  const rows = await db.unit.findMany({
    where: { level: 'commune', no: { in: areas.map((area) => communeNo(area) ?? 0) } },
    select: { id: true },
    take: COURSES_MAX,
  });
  const ids = new Set(rows.map(({ id }) => id));
  return communes.filter(({ id }) => ids.has(id));
}

/** "/1/57/1203/" lies in the commune with number 57; the province's own path in none. */
function communeNo(path: string): number | undefined {
  const [, no] = path.split('/').filter(Boolean);
  return no ? Number(no) : undefined;
}

type Chosen = { unitId?: string | undefined; venueId?: string | undefined };

/** The commune that fields filled in before lie in: that of the unit, for the province as a whole that of the hall. */
export async function findCommuneOf(viewer: Viewer, { unitId, venueId }: Chosen): Promise<string | undefined> {
  const units = [
    unitId && isId(unitId) ? [{ id: unitId }] : [],
    venueId && isId(venueId) ? [{ venues: { some: { id: venueId } } }] : [],
  ];
  const rows = await db.unit.findMany({
    where: { AND: [{ OR: units.flat() }, withinReach(viewer, 'trainings.propose')] },
    select: { id: true, unitSpans: spanToday() },
    take: 2,
  });
  const own = rows.find(({ id }) => id === unitId) ?? rows[0];
  const found = [own, ...rows].flatMap((row) => row?.unitSpans[0]?.communeId ?? []);
  return found[0];
}

/** The choices of the form for a session of one commune. */
export type FormChoices = {
  commune: Commune;
  courses: CourseChoice[];
  venues: VenueChoice[];
  trainers: TrainerChoice[];
  mayApprove: boolean;
};

/** The choices for a commune; null when the viewer may propose nowhere in it. */
export async function findFormChoices(viewer: Viewer, communeId: string): Promise<FormChoices | null> {
  const commune = (await listCommunesToProposeIn(viewer)).find(({ id }) => id === communeId);
  if (!commune) return null;
  const [courses, venues, trainers, path] = await Promise.all([
    listCourses(viewer),
    listVenues(viewer, communeId),
    listTrainers(viewer, communeId),
    placeToPropose(viewer, communeId),
  ]);
  const mayApprove = path !== null && may(viewer, 'trainings.decide', path);
  return { commune, courses, venues, trainers, mayApprove };
}

/** The path of a commune, if the viewer may propose a session somewhere in it; else null. */
async function placeToPropose(viewer: Viewer, communeId: string): Promise<string | null> {
  const row = await db.unit.findFirst({ where: { id: communeId, level: 'commune' }, select: unitSelect() });
  const path = row?.unitSpans[0]?.path;
  if (!path) return null;
  const isInReach = reach(viewer, 'trainings.propose').some((area) => isWithin(path, area) || isWithin(area, path));
  return isInReach ? path : null;
}

/** The halls of a commune and its units, for whoever may propose a session there. */
export async function listVenues(viewer: Viewer, communeId: string): Promise<VenueChoice[]> {
  const path = await placeToPropose(viewer, communeId);
  if (!path) return [];
  const rows = await db.venue.findMany({
    where: venuesWithin(path),
    select: { id: true, name: true, seats: true },
    take: VENUES_MAX,
  });
  return rows.sort(byVietnameseName);
}

const venuesWithin = (path: string) => ({ AND: [notRetired(), { unit: withinAreas([path]) }] });

/** One hall that is used within a place of the tree, for whoever may propose somewhere; null when there is none. */
export async function findVenueToUse(viewer: Viewer, path: string, venueId: string): Promise<VenueChoice | null> {
  if (!mayAnywhere(viewer, 'trainings.propose')) return null;
  return db.venue.findFirst({
    where: { AND: [{ id: venueId }, venuesWithin(path)] },
    select: { id: true, name: true, seats: true },
  });
}

/**
 * Trainers of today for a commune, something above it or something in it: names only, for the same people. Namesakes are told apart by the
 * place that they are trainers for, or by what she may see of their records.
 */
export async function listTrainers(viewer: Viewer, communeId: string): Promise<TrainerChoice[]> {
  const path = await placeToPropose(viewer, communeId);
  if (!path) return [];
  const rows = await db.roleGrant.findMany({
    where: trainersOf({ OR: [isAbove(path), withinAreas([path])] }),
    select: {
      unit: { select: { unitNames: nameToday() } },
      account: { select: { displayName: true, person: { select: { id: true, fullName: true } } } },
    },
    take: TRAINERS_MAX,
  });
  const trainers = new Map(
    rows.flatMap(({ unit, account: { person, displayName } }) => {
      const unitName = unit.unitNames[0]?.name ?? '';
      return person ? [[person.id, { id: person.id, name: person.fullName ?? displayName, unitName }] as const] : [];
    }),
  );
  const apart = await tellApart(viewer, [...trainers.values()]);
  return [...trainers.values()].map(({ id, name }) => ({ id, name: apart.get(id) ?? name })).sort(byVietnameseName);
}

const trainersOf = (unit: object) => ({
  role: 'trainer' as const,
  ...activeOn(today()),
  unit,
  account: { disabledAt: null, person: { erasedOn: null } },
});

const isAbove = (path: string) => ({ no: { in: path.split('/').filter(Boolean).map(Number) } });

/**
 * Whether each of these persons is a trainer today whose role reaches a unit, or for the province as a whole anywhere in
 * it: who teaches there keeps its register too (`session-people.ts`). For whoever may propose somewhere.
 */
export async function knowsTrainers(viewer: Viewer, unitPath: string, personIds: string[]): Promise<boolean> {
  const wanted = [...new Set(personIds)];
  if (wanted.length === 0) return true;
  if (!mayAnywhere(viewer, 'trainings.propose')) return false;
  const unit = isOfProvince({ unitPath }) ? withinAreas([unitPath]) : isAbove(unitPath);
  const rows = await db.account.findMany({
    where: { personId: { in: wanted }, roleGrantsAsAccount: { some: trainersOf(unit) } },
    select: { personId: true },
    take: TRAINERS_MAX,
  });
  return new Set(rows.map(({ personId }) => personId)).size === wanted.length;
}
