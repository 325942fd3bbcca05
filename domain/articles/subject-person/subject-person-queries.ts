import { reach } from '@/domain/access/access';
import { unitWithinSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { lastDayOf } from '@/domain/consents/consent';
import { addDays, fromDate, startOf, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { personsWithin } from '@/domain/people/person';
import { placeName, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import type { StoryEnd, SubjectPerson } from './subject-person';

type SubjectRow = Pick<SubjectPerson, 'version' | 'agrees' | 'names'> &
  Record<'told' | 'erased' | 'writes', boolean> & {
    endedAt: Date | null;
    stays: Locale | null;
    until: Date | null;
  };

/** Of an article `a` publications `x` that ended as she does not agree, with nothing public or planned in their language since. */
const ENDED_LAST = Prisma.sql`x.article_id = a.id AND x.end_reason = 'consent_withdrawn' AND NOT EXISTS (SELECT FROM publication y
  WHERE y.article_id = a.id AND y.locale = x.locale AND (y.ended_at IS NULL OR y.ended_at > x.ended_at))`;

/** The language in which readers see an article `a`, where there is one alone. */
const STAYS = Prisma.sql`(SELECT min(y.locale) FROM publication y WHERE y.article_id = a.id AND y.published_at IS NOT NULL AND y.ended_at IS NULL
  HAVING count(*) = 1)`;

/** Articles that tell of one woman, at most. */
const OF_PERSON_MAX = 1_000;

/** Whether an article `a` lies where the viewer writes, or sees. */
const withinSql = (viewer: Viewer, right: 'articles.see' | 'articles.write') =>
  unitWithinSql(Prisma.sql`a.unit_id`, reach(viewer, right));

/** Public articles that tell of a woman, whichever of her records they name: their ids. */
export async function listPublishedOfPerson(personId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p.article_id::text AS id FROM publication p
    WHERE p.article_id = ANY (app.articles_on(${personId}::uuid)) AND p.published_at IS NOT NULL AND p.ended_at IS NULL LIMIT ${OF_PERSON_MAX}`;
  return rows.map(({ id }) => id);
}

/** The woman a story tells of; null for an article beyond the viewer's reach. */
export async function findSubjectPerson(viewer: Viewer, articleId: string): Promise<SubjectPerson | null> {
  if (!isId(articleId)) return null;
  const hers = { articles: { some: { id: articleId } } };
  const [[row], seen, asked] = await Promise.all([
    db.$queryRaw<SubjectRow[]>`
      SELECT a.version, p.id IS NOT NULL AS told, coalesce(p.erased_on IS NOT NULL, false) AS erased, app.consent_stands(p.id, 'name_in_story') AS agrees, (SELECT c.until FROM app.standing_consent(p.id, 'name_in_story') c) AS until,
        e.names_subject OR EXISTS (SELECT FROM edition_text t WHERE t.edition_id = e.id AND app.says_name(t, p.full_name)) AS names,
        (SELECT max(x.ended_at) FROM publication x WHERE ${ENDED_LAST}) AS "endedAt", ${STAYS} AS stays, ${withinSql(viewer, 'articles.write')} AS writes
      FROM article a LEFT JOIN person p ON p.id = app.record_today(a.subject_person_id)
        JOIN LATERAL (SELECT x.id, x.names_subject FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true
      WHERE a.id = ${articleId}::uuid AND a.kind = 'story' AND ${withinSql(viewer, 'articles.see')}`,
    db.person.findFirst({
      where: { AND: [hers, personsWithin(viewer, 'people.see')] },
      select: seenSelect(),
    }),
    db.person.findFirst({ where: { AND: [hers, personsWithin(viewer, 'consents.record')] }, select: { id: true } }),
  ]);
  if (!row) return null;
  const { told, erased, writes, endedAt, stays, until, ...kept } = row;
  const lastDay = kept.agrees && until ? lastDayOf({ until: fromDate(until) }) : null;
  const rest = { ...kept, lastDay, ended: endedAt && { at: endedAt, stays } };
  // what she answered is known to who writes the story, and to who keeps her answers
  const known = writes || asked ? rest : { ...rest, agrees: null, lastDay: null, ended: null };
  return { ...known, of: told ? await toldOf(erased, seen) : null, mayAsk: asked !== null };
}

const seenSelect = () => ({ id: true, fullName: true, keeperUnit: { select: unitSelect() } }) as const;
type SeenRow = Prisma.PersonGetPayload<{ select: ReturnType<typeof seenSelect> }>;

async function toldOf(erased: boolean, seen: SeenRow | null): Promise<SubjectPerson['of']> {
  if (erased) return { kind: 'erased' };
  if (!seen) return { kind: 'unseen' };
  const unit = toUnit(seen.keeperUnit);
  const names = await listPublishedNames(unitsAbove(unit));
  return { kind: 'seen', id: seen.id, name: seen.fullName ?? '', unitName: placeName(unit, names) };
}

/** Which of these women agree to be named today, of those whose answers the viewer may see. */
export async function listAgreeing(viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const [agreeing, seen] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT x.id::text FROM unnest(${[...ids]}::uuid[]) x(id) WHERE app.consent_stands(x.id, 'name_in_story') LIMIT ${ids.length}`,
    db.person.findMany({
      where: { AND: [{ id: { in: [...ids] } }, personsWithin(viewer, 'consents.see')] },
      select: { id: true },
      take: ids.length,
    }),
  ]);
  return seen.flatMap(({ id }) => (agreeing.some((each) => each.id === id) ? [id] : []));
}

/** For so many days it is said on the first page that a story has left the public; its own page says it for good. */
const TOLD_DAYS = 30;
const STORIES_MAX = 50;

export type EndedStories = { count: number; first: ({ id: string; title: string } & Pick<StoryEnd, 'stays'>) | null };

/**
 * Articles of hers that left the public in a language, or lost their hour, since somebody they name does not agree; until a new edition is
 * begun. One written before tells nobody.
 */
export async function findEndedStories(viewer: Viewer): Promise<EndedStories> {
  const since = startOf(addDays(today(), -TOLD_DAYS));
  const rows = await db.$queryRaw<NonNullable<EndedStories['first']>[]>`
    SELECT a.id::text, coalesce((SELECT t.title FROM edition_text t WHERE t.edition_id = e.id ORDER BY t.locale DESC LIMIT 1), '') AS title, ${STAYS} AS stays
    FROM article a LEFT JOIN person p ON p.id = a.subject_person_id
      JOIN LATERAL (SELECT x.id, x.created_at FROM edition x WHERE x.article_id = a.id ORDER BY x.number DESC LIMIT 1) e ON true
    WHERE ${withinSql(viewer, 'articles.write')} AND p.erased_on IS NULL
      AND EXISTS (SELECT FROM publication x WHERE ${ENDED_LAST} AND x.ended_at > ${since} AND x.ended_at >= e.created_at)
    ORDER BY a.id DESC LIMIT ${STORIES_MAX}`;
  return { count: rows.length, first: rows[0] ?? null };
}
