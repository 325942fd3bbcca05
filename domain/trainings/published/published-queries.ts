import { courseWords } from '@/domain/courses/course';
import { type Day, dayOf, latestOf, toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { partyKeptUntil } from '@/domain/offer';
import { compareWords } from '@/domain/order';
import { behindInstant, instantKeyOf, pageOf } from '@/domain/page';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { type Before, readBefore } from '../move';
import { communeOf, type PublishedSession, type PublishedVenue } from '../session-view';
import { onDays } from '../when';
import { narrowedTo, oncePublic, type PublishedNarrowing, publishedSelect } from './published-view';

const PAGE = 60;
const COURSES_MAX = 200;
const SLUGS_MAX = 5_000;
const DECISIONS_MAX = 100;

export type PublishedFilter = PublishedNarrowing & {
  /** first day, in Viet Nam; what was over before today is never listed */
  from: Day;
  /** the first day that is no longer meant */
  to: Day;
  /** the cursor that an earlier page gave */
  after?: string | undefined;
  /** at most sixty */
  limit?: number | undefined;
};

/** Approved sessions that are not over, for everyone, in order of their beginning. No names of people. */
export async function listPublishedSessions(
  locale: Locale,
  { from, to, after, limit = PAGE, ...narrowing }: PublishedFilter,
): Promise<{ sessions: PublishedSession[]; next: string | null }> {
  const size = Math.min(limit, PAGE);
  const rows = await db.session.findMany({
    relationLoadStrategy: 'query',
    where: {
      AND: [
        { state: 'approved', ...onDays(latestOf(from, today()), to) },
        { endsAt: { gt: new Date() } },
        narrowedTo(narrowing),
        behindInstant(after, 'startsAt', 'asc'),
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: publishedSelect(),
    take: size + 1,
  });
  const { page, next } = pageOf(rows, size, ({ startsAt, id }) => instantKeyOf(startsAt, id));
  return { sessions: await toPublishedSessions(page, locale), next };
}

/** The addresses of all sessions that are listed, for the map of the site. */
export async function listPublishedSlugs(): Promise<string[]> {
  const rows = await db.session.findMany({
    where: { state: 'approved', endsAt: { gt: new Date() } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { slug: true },
    take: SLUGS_MAX,
  });
  return rows.map(({ slug }) => slug);
}

/**
 * One session by its address, for everyone: approved, held, or cancelled after it was public (such a page stays and
 * says so). A session that was never approved does not exist.
 */
export async function findPublishedSession(locale: Locale, slug: string): Promise<PublishedSession | null> {
  const row = await db.session.findFirst({ where: { AND: [{ slug }, oncePublic()] }, select: publishedSelect() });
  return row ? ((await toPublishedSessions([row], locale))[0] ?? null) : null;
}

/** When a session would have taken place before it was last moved to another time after its approval; null if it never was. */
export async function findPublishedMove({ id, startsAt }: PublishedSession): Promise<Before | null> {
  const decisions = await db.sessionDecision.findMany({
    where: { sessionId: id, kind: { in: ['approved', 'moved'] } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { kind: true, before: true },
    take: DECISIONS_MAX,
  });
  for (const { kind, before } of decisions) {
    if (kind === 'approved') return null;
    const was = readBefore(before);
    if (was && was.startsAt.getTime() !== startsAt.getTime()) return was;
  }
  return null;
}

/** The courses taught today, by which trainings are filtered. */
export async function listPublishedCourses(locale: Locale): Promise<{ code: string; title: string }[]> {
  const rows = await db.course.findMany({
    where: { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
    select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
    take: COURSES_MAX,
  });
  return rows
    .map(({ code, courseTexts }) => ({ code, title: courseWords(courseTexts, locale)?.title ?? code }))
    .sort((a, b) => compareWords(a.title, b.title, locale));
}

/** Rows that were already found to be public, in their order, with the seats that are still free. */
export async function toPublishedSessions(rows: PublishedRow[], locale: Locale): Promise<PublishedSession[]> {
  const [taken, communes] = await Promise.all([seatsTaken(rows.map(({ id }) => id)), mapPublishedCommunes()]);
  return rows.map((row) => publishedOf(row, { locale, taken: taken.get(row.id) ?? NOBODY, communes }));
}

/** The slug of the public session that has this number, as it stands on its poster; null for any other text. */
export async function findPublishedSlug(number: string): Promise<string | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const where = { AND: [{ number: Number(number) }, oncePublic()] };
  return (await db.session.findFirst({ where, select: { slug: true } }))?.slug ?? null;
}

const NOBODY: Taken = { held: 0, waiting: 0 };

const withoutUnit = ({ unit: _unit, ...venue }: NonNullable<PublishedRow['venue']>): PublishedVenue => venue;

type Taken = { held: number; waiting: number };

/** Seats held, and women who wait, in each of these sessions, counted in one go. */
async function seatsTaken(sessionIds: string[]): Promise<Map<string, Taken>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await db.$queryRaw<(Taken & { id: string })[]>`
    SELECT session_id::text AS id, (count(*) FILTER (WHERE seat_no IS NOT NULL))::int AS held,
      (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting
    FROM enrolment WHERE session_id = ANY (${sessionIds}::uuid[]) AND (seat_no IS NOT NULL OR state = 'waiting') GROUP BY 1`;
  return new Map(rows.map(({ id, ...taken }) => [id, taken]));
}

/** A party is two women who come together. */
const PARTY = 2;

/** Seats that can be had at once: while somebody waits, one that nobody holds is kept for those who come together. */
function freeOf({ seats, startsAt }: { seats: number; startsAt: Date }, { held, waiting }: Taken): number {
  const free = Math.max(0, seats - held);
  return waiting > 0 && free < PARTY && new Date() < partyKeptUntil(startsAt) ? 0 : free;
}

type PublishedRow = Prisma.SessionGetPayload<{ select: ReturnType<typeof publishedSelect> }>;

/** A row as everyone reads it. */
function publishedOf(
  { course, unit, venue, ...row }: PublishedRow,
  { locale, taken, communes }: { locale: Locale; taken: Taken; communes: Map<string, Commune> },
): PublishedSession {
  const words = courseWords(course.courseTexts, locale);
  return {
    ...row,
    state: row.state === 'held' || row.state === 'cancelled' ? row.state : 'approved',
    day: dayOf(row.startsAt),
    free: freeOf(row, taken),
    course: {
      code: course.code,
      title: words?.title ?? course.code,
      description: words?.description ?? '',
      preconditions: words?.preconditions ?? null,
      minutes: course.minutes,
    },
    topic: topicOf(course, locale),
    unit: unit.unitNames[0]?.name ?? unit.slug,
    commune: communes.get(communeOf({ unit, venue })) ?? null,
    venue: venue && withoutUnit(venue),
  };
}

/** The skill that bears the course's name, else the first in the order of the framework. */
function topicOf({ code, courseSkills }: PublishedRow['course'], locale: Locale): string {
  const skills = courseSkills.map(({ skill }) => skill).sort((a, b) => a.position - b.position);
  const skill = skills.find((one) => one.code === code) ?? skills[0];
  return skill ? (locale === 'vi' ? skill.nameVi : skill.nameEn) : '';
}
