import { courseWords } from '@/domain/courses/course';
import { addDays, type Day, dayOf, startOf, toDate, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { partyKeptUntil } from '@/domain/offer';
import { compareWords } from '@/domain/order';
import { instantKeyOf, pageOf, rowsOfKeys } from '@/domain/page';
import { seatsTold } from '@/domain/small-count';
import { mapPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { type Before, readBefore } from '../move';
import { communeOf, type PublishedSession, type PublishedVenue } from '../session-view';
import { DAYS_MAX } from '../when';
import { listPublishedKeys } from './key-queries';
import { oncePublic, type PublishedNarrowing, publishedSelect } from './published-view';

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
  const keys = listPublishedKeys({ from, to, after, take: size + 1, narrowing });
  const rows = await rowsOfKeys(keys, (ids, take) =>
    db.session.findMany({ where: { id: { in: ids }, state: 'approved' }, select: publishedSelect(), take }),
  );
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

/** The next session of a commune, or one for all of them; of the whole province where it has none: `here` tells which. */
export async function findNextPublished(
  locale: Locale,
  { from, to, communeId = null }: { from: Day; to: Day; communeId?: string | null },
): Promise<{ session: PublishedSession; here: boolean } | null> {
  const coming = Prisma.sql`s.state = 'approved' AND s.starts_at < ${startOf(to)} AND s.ends_at > greatest(${startOf(from)}, now())
    AND s.starts_at >= ${startOf(addDays(from, -DAYS_MAX))}`;
  // each by the order of their beginnings, up to the first: one of hers may begin long after others
  const [next] = await db.$queryRaw<{ id: string; here: boolean }[]>`
    SELECT id::text, here FROM (
      (SELECT s.id, true AS here FROM session s JOIN app.unit_place p ON p.unit_id = s.unit_id
        WHERE ${communeId}::uuid IS NOT NULL AND (p.level = 'province' OR p.commune_id = ${communeId}::uuid) AND ${coming}
        ORDER BY s.starts_at, s.id LIMIT 1)
      UNION ALL (SELECT s.id, false FROM session s WHERE ${coming} ORDER BY s.starts_at, s.id LIMIT 1)) first
    ORDER BY here DESC LIMIT 1`;
  const row = next && (await db.session.findUnique({ where: { id: next.id }, select: publishedSelect() }));
  const [session] = row ? await toPublishedSessions([row], locale) : [];
  return next && session ? { session, here: next.here } : null;
}

/** A session with when it would have been before it was last moved to another time after its approval. */
export type PublishedRecord = PublishedSession & { before: Before | null };

/**
 * One session by its address, for everyone: approved, held, or cancelled after it was public (such a page stays and
 * says so). A session that was never approved does not exist.
 */
export async function findPublishedSession(locale: Locale, slug: string): Promise<PublishedRecord | null> {
  const found = await db.session.findFirst({
    where: { AND: [{ slug }, oncePublic()] },
    select: { ...publishedSelect(), sessionDecisions: decisionsSelect },
  });
  if (!found) return null;
  const { sessionDecisions, ...row } = found;
  const [session] = await toPublishedSessions([row], locale);
  return session ? { ...session, before: beforeOf(session, sessionDecisions) } : null;
}

const decisionsSelect = {
  where: { kind: { in: ['approved', 'moved'] } },
  orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  select: { kind: true, before: true },
  take: DECISIONS_MAX,
} satisfies Prisma.Session$sessionDecisionsArgs;

type Decided = Prisma.SessionDecisionGetPayload<{ select: typeof decisionsSelect.select }>;

/** Decisions, the last one first, are gone back to the approval; one that only changed the hall moved nothing. */
function beforeOf({ startsAt }: PublishedSession, decisions: Decided[]): Before | null {
  for (const { kind, before } of decisions) {
    if (kind === 'approved') return null;
    const was = readBefore(before);
    if (was && was.startsAt.getTime() !== startsAt.getTime()) return was;
  }
  return null;
}

/** The courses taught today, by which trainings are filtered; they are kept. */
export const listPublishedCourses = (locale: Locale): Promise<readonly { code: string; title: string }[]> =>
  keptValue(`courses ${locale} ${today()}`, ['courses', 'today'], async () => {
    const rows = await db.course.findMany({
      where: { OR: [{ retiredOn: null }, { retiredOn: { gt: toDate(today()) } }] },
      select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
      take: COURSES_MAX,
    });
    return rows
      .map(({ code, courseTexts }) => ({ code, title: courseWords(courseTexts, locale)?.title ?? code }))
      .sort((a, b) => compareWords(a.title, b.title, locale));
  });

/** Rows that were already found to be public, in their order. */
export async function toPublishedSessions(rows: PublishedRow[], locale: Locale): Promise<PublishedSession[]> {
  const communes = await mapPublishedCommunes();
  return rows.map((row) => publishedOf(row, locale, communes));
}

/** The slug of the public session that has this number, as it stands on its poster; null for any other text. */
export async function findPublishedSlug(number: string): Promise<string | null> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const where = { AND: [{ number: Number(number) }, oncePublic()] };
  return (await db.session.findFirst({ where, select: { slug: true } }))?.slug ?? null;
}

const withoutUnit = ({ unit: _unit, ...venue }: NonNullable<PublishedRow['venue']>): PublishedVenue => venue;

/** A party is two women who come together. */
const PARTY = 2;

/** Seats that can be had at once: while somebody waits, one that nobody holds is kept for those who come together. */
function freeOf({ seats, startsAt, _count, enrolments: waiting }: PublishedRow): number {
  const free = Math.max(0, seats - _count.enrolments);
  return waiting.length > 0 && free < PARTY && new Date() < partyKeptUntil(startsAt) ? 0 : free;
}

type PublishedRow = Prisma.SessionGetPayload<{ select: ReturnType<typeof publishedSelect> }>;

/** A row as everyone reads it. */
function publishedOf(found: PublishedRow, locale: Locale, communes: Map<string, Commune>): PublishedSession {
  const { course, unit, venue, _count: _held, enrolments: _waiting, ...row } = found;
  const words = courseWords(course.courseTexts, locale);
  return {
    ...row,
    state: row.state === 'held' || row.state === 'cancelled' ? row.state : 'approved',
    day: dayOf(row.startsAt),
    ...seatsTold(found.audience, found.seats, freeOf(found)),
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
