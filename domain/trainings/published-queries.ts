import { placedToday, spanToday } from '@/domain/access/access';
import { addDays, type Day, dayOf, startOf, toDate, today } from '@/domain/day';
import { listPublishedCommunes } from '@/domain/units/queries';
import { type Commune, nameToday } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { cursorOf, readCursor } from './session';
import { communeOf, courseWords, type Locale, type PublishedSession, type PublishedVenue } from './session-view';

const PAGE = 60;
const CALENDAR_MAX = 1000;
const COURSES_MAX = 200;
const CALENDAR_DAYS_BACK = 31;

export type PublishedFilter = {
  communeId?: string | undefined;
  courseCode?: string | undefined;
  /** first day, in Viet Nam; days before today are never listed */
  from: Day;
  /** the first day that is no longer meant */
  to: Day;
  /** the cursor that an earlier page gave */
  after?: string | undefined;
  /** at most sixty */
  limit?: number | undefined;
};

/** Approved sessions from today on, for everyone, in order of time. No names of people. */
export async function listPublishedSessions(
  locale: Locale,
  { communeId, courseCode, from, to, after, limit = PAGE }: PublishedFilter,
): Promise<{ sessions: PublishedSession[]; next: string | null }> {
  const last = readCursor(after);
  const size = Math.min(limit, PAGE);
  const rows = await db.session.findMany({
    where: {
      AND: [
        { state: 'approved', startsAt: { gte: latest(startOf(from), startOf(today())), lt: startOf(to) } },
        communeId ? ofCommune(communeId) : {},
        courseCode ? { course: { code: courseCode } } : {},
        last ? { OR: [{ startsAt: { gt: last.startsAt } }, { startsAt: last.startsAt, id: { gt: last.id } }] } : {},
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: publishedSelect(),
    take: size + 1,
  });
  const end = rows.length > size ? rows[size - 1] : undefined;
  return { sessions: await toPublished(rows.slice(0, size), locale), next: end ? cursorOf(end) : null };
}

/** The first trainings of the seven days that begin today. */
export const listPublishedSessionsOfWeek = async (locale: Locale, limit = 5): Promise<PublishedSession[]> =>
  (await listPublishedSessions(locale, { from: today(), to: addDays(today(), 7), limit })).sessions;

/**
 * One session by its address, for everyone: approved, held, or cancelled after it was public (such a page stays and
 * says so). What was never approved does not exist.
 */
export async function findPublishedSession(locale: Locale, slug: string): Promise<PublishedSession | null> {
  const row = await db.session.findFirst({ where: { AND: [{ slug }, oncePublic()] }, select: publishedSelect() });
  return row ? ((await toPublished([row], locale))[0] ?? null) : null;
}

/** What a calendar keeps: sessions since a month ago, cancelled ones too, of a commune or of the whole province. */
export async function listPublishedCalendar(locale: Locale, communeId?: string): Promise<PublishedSession[]> {
  const rows = await db.session.findMany({
    where: {
      AND: [
        { startsAt: { gte: startOf(addDays(today(), -CALENDAR_DAYS_BACK)) } },
        oncePublic(),
        communeId ? ofCommune(communeId) : {},
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: publishedSelect(),
    take: CALENDAR_MAX,
  });
  return toPublished(rows, locale);
}

/** The courses taught today, by which trainings are filtered. */
export async function listPublishedCourses(locale: Locale): Promise<{ code: string; title: string }[]> {
  const rows = await db.course.findMany({
    where: { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
    select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
    take: COURSES_MAX,
  });
  const compare = new Intl.Collator(locale).compare;
  return rows
    .map(({ code, courseTexts }) => ({ code, title: courseWords(courseTexts, locale)?.title ?? code }))
    .sort((a, b) => compare(a.title, b.title));
}

const latest = (...instants: Date[]) => new Date(Math.max(...instants.map(Number)));

/** Of a commune, its units, and of the province as a whole, which is for every commune. */
const ofCommune = (communeId: string) => ({
  unit: { OR: [{ level: 'province' as const }, { unitSpans: { some: { AND: [placedToday(), { communeId }] } } }] },
});

/** A proposal that was taken back was never public. */
const oncePublic = () => ({
  OR: [
    { state: { in: ['approved' as const, 'held' as const] } },
    { state: 'cancelled' as const, sessionDecisions: { some: { kind: 'approved' as const } } },
  ],
});

const publishedSelect = () =>
  ({
    id: true,
    slug: true,
    state: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    mode: true,
    audience: true,
    language: true,
    seats: true,
    demo: true,
    notes: true,
    calendarSequence: true,
    course: {
      select: {
        code: true,
        minutes: true,
        courseTexts: { select: { locale: true, title: true, description: true, preconditions: true }, take: 2 },
        courseSkills: {
          select: { skill: { select: { code: true, nameVi: true, nameEn: true, position: true } } },
          take: 20,
        },
      },
    },
    unit: { select: { slug: true, unitNames: nameToday(), unitSpans: spanToday() } },
    venue: {
      select: {
        ...{ name: true, address: true, stepFree: true, screen: true, wifi: true, lat: true, lon: true },
        unit: { select: { unitSpans: spanToday() } },
      },
    },
  }) as const;

type Row = Prisma.SessionGetPayload<{ select: ReturnType<typeof publishedSelect> }>;

async function toPublished(rows: Row[], locale: Locale): Promise<PublishedSession[]> {
  const [held, communes] = await Promise.all([seatsHeld(rows.map(({ id }) => id)), listPublishedCommunes()]);
  const byId = new Map<string, Commune>(communes.map((commune) => [commune.id, commune]));
  return rows.map(({ course, unit, venue, ...row }) => {
    const words = courseWords(course.courseTexts, locale);
    return {
      ...row,
      state: row.state === 'held' || row.state === 'cancelled' ? row.state : 'approved',
      day: dayOf(row.startsAt),
      free: Math.max(0, row.seats - (held.get(row.id) ?? 0)),
      course: {
        code: course.code,
        title: words?.title ?? course.code,
        description: words?.description ?? '',
        preconditions: words?.preconditions ?? null,
        minutes: course.minutes,
      },
      topic: topicOf(course, locale),
      unit: unit.unitNames[0]?.name ?? unit.slug,
      commune: byId.get(communeOf({ unit, venue })) ?? null,
      venue: venue && withoutUnit(venue),
    };
  });
}

const withoutUnit = ({ unit: _unit, ...venue }: NonNullable<Row['venue']>): PublishedVenue => venue;

/** Seats held in each of these sessions, counted in one go. */
async function seatsHeld(sessionIds: string[]): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db.enrolment.groupBy({
    by: ['sessionId'],
    where: { sessionId: { in: sessionIds }, seatNo: { not: null } },
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.sessionId, row._count._all]));
}

/** The skill that bears the course's name, else the first in the order of the framework. */
function topicOf({ code, courseSkills }: Row['course'], locale: Locale): string {
  const skills = courseSkills.map(({ skill }) => skill).sort((a, b) => a.position - b.position);
  const skill = skills.find((one) => one.code === code) ?? skills[0];
  return skill ? (locale === 'vi' ? skill.nameVi : skill.nameEn) : '';
}
