import type { Locale } from '@/domain/locale';
import { instantKeyOf, pageOf, readInstantKey } from '@/domain/page';
import { allBits, bitsOf, spacedWords, wordsOf } from '@/domain/texts/search-words';
import { toPublishedSessions } from '@/domain/trainings/published/published-queries';
import { publishedSelect } from '@/domain/trainings/published/published-view';
import { db } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import { listPublishedPlaceNames, type NamedPlace } from './place-queries';
import { instantsOf } from './range';
import { type FoundSessions, type Narrowing, NOTHING } from './search';

/** As many beside what else was found, and as many where nothing else is looked for. */
const BESIDE = 5;
const PAGE = 20;
const COURSES_MAX = 200;
/** What every session is called. */
const EVERY: Record<Locale, string> = { vi: 'lớp học buổi tập huấn khóa', en: 'class course session training' };
/** What places are called, beside a name: alone these words ask for none. */
const PLACE_KINDS = spacedWords('xã phường thị trấn commune ward town');

type Course = { id: string; text: string };
type KeyRow = { id: string; startsAt: Date; count: number };

/**
 * Approved sessions, not over, that bear all words of the question in their course or a name of their commune, of today or before,
 * the first to begin first: five, or twenty a page of sessions alone. `count`: of all.
 */
export async function searchPublishedSessions(
  locale: Locale,
  question: string,
  narrowing: Narrowing,
): Promise<FoundSessions> {
  const words = wordsOf(question);
  const all = allBits(words);
  const { courses, pairs } = bitsAsked(words, ...(await Promise.all([readCourses(locale), listPublishedPlaceNames()])));
  if (courses.length === 0) return NOTHING.sessions;
  const size = narrowing.kind === 'session' ? PAGE : BESIDE;
  const { since, until } = instantsOf(narrowing);
  const last = readInstantKey(narrowing.kind === 'session' ? narrowing.after : undefined);
  const { commune = null, topic = null, language = null } = narrowing;
  const rows = await db.$queryRaw<KeyRow[]>`
    SELECT f.id::text, f.starts AS "startsAt", f.count FROM (SELECT s.id, date_trunc('milliseconds', s.starts_at) AS starts, count(*) OVER ()::int AS count
    FROM session s
      JOIN unnest(${courses.map(({ id }) => id)}::uuid[], ${courses.map(({ bits }) => bits)}::int[]) c (id, bits) ON c.id = s.course_id
      LEFT JOIN app.unit_place p ON p.unit_id = s.unit_id
      CROSS JOIN LATERAL (SELECT coalesce(p.commune_id, (SELECT h.commune_id FROM venue v JOIN app.unit_place h ON h.unit_id = v.unit_id WHERE v.id = s.venue_id)) AS id) w
      LEFT JOIN unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ bits }) => bits)}::int[]) m (id, bits) ON m.id = w.id AND m.bits = c.bits
    WHERE s.state = 'approved' AND s.ends_at > now() AND (c.bits = ${all}::int OR m.id IS NOT NULL)
      AND (${since}::timestamptz IS NULL OR s.starts_at >= ${since}::timestamptz) AND (${until}::timestamptz IS NULL OR s.starts_at < ${until}::timestamptz)
      AND (${language}::text IS NULL OR s.language = ${language}::text)
      AND (${commune}::text IS NULL OR w.id = (SELECT u.id FROM unit u WHERE u.slug = ${commune}::text))
      AND (${topic}::text IS NULL OR EXISTS (SELECT FROM course_skill x JOIN skill k ON k.id = x.skill_id WHERE x.course_id = s.course_id AND k.code = ${topic}::text))) f
    WHERE ${last?.id ?? null}::uuid IS NULL OR (f.starts, f.id) > (${last?.instant ?? null}::timestamptz, ${last?.id ?? null}::uuid)
    ORDER BY f.starts, f.id LIMIT ${size + 1}`;
  if (rows.length === 0) return NOTHING.sessions;
  const { page, next } = pageOf(rows, size, ({ startsAt, id }) => instantKeyOf(startsAt, id));
  return { sessions: await readSessions(locale, page), count: rows[0]?.count ?? 0, next };
}

/**
 * Courses with the words that each holds, as bits, and with which of these a commune's name holds all, each pair once: a name of
 * before only where it stands whole. Courses that no place makes whole are left out.
 */
function bitsAsked(words: readonly string[], courses: readonly Course[], places: readonly NamedPlace[]) {
  const all = allBits(words);
  const ofKinds = bitsOf(words, PLACE_KINDS);
  const held = courses.map(({ id, text }) => ({ id, bits: bitsOf(words, text) }));
  const different = [...new Set(held.map(({ bits }) => bits))];
  const phrase = ` ${words.join(' ')} `;
  const pairs = places.flatMap(({ id, nameWords, former }) => {
    const whole = former.flatMap((name) => (phrase.includes(name.words) ? [name.words] : []));
    const named = new Set([nameWords, ...whole].map((name) => bitsOf(words, name)).filter((bits) => bits > 0));
    return different
      .filter((bits) => [...named].some((ofName) => (bits | ofName | ofKinds) === all))
      .map((bits) => ({ id, bits }));
  });
  const enough = new Set([all, ...pairs.map(({ bits }) => bits)]);
  return { courses: held.filter(({ bits }) => enough.has(bits)), pairs };
}

async function readSessions(locale: Locale, keys: KeyRow[]) {
  const ids = keys.map(({ id }) => id);
  const rows = await db.session.findMany({ where: { id: { in: ids } }, select: publishedSelect(), take: ids.length });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return toPublishedSessions(
    ids.flatMap((id) => byId.get(id) ?? []),
    locale,
  );
}

/** Courses with all their words: title, description and topics in a language; they are kept. */
const readCourses = (locale: Locale): Promise<readonly Course[]> =>
  keptValue(`course words ${locale}`, ['courses', 'today'], async () => {
    const rows = await db.course.findMany({
      select: {
        id: true,
        courseTexts: { where: { locale }, select: { title: true, description: true }, take: 1 },
        courseSkills: { select: { skill: { select: { nameVi: true, nameEn: true } } }, take: 20 },
      },
      take: COURSES_MAX,
    });
    return rows.map(({ id, courseTexts, courseSkills }) => {
      const topics = courseSkills.map(({ skill }) => (locale === 'vi' ? skill.nameVi : skill.nameEn));
      const texts = courseTexts.flatMap(({ title, description }) => [title, description]);
      return { id, text: spacedWords([EVERY[locale], ...texts, ...topics].join(' ')) };
    });
  });
