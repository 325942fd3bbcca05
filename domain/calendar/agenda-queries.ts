import { placedToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { maySee, ownOf, type SessionState, visibleTo } from '@/domain/trainings/session';
import { factsOf, type SessionSummary, summarySelect, toSummary } from '@/domain/trainings/session-view';
import { onDays } from '@/domain/trainings/when';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { type AgendaDay, agendaOf, type DaySpan } from './calendar';

/** More than the busiest month of the whole province has: a bound, not a page. */
const SPAN_MAX = 10_000;
/** More than anyone teaches in a month. */
const OWN_MAX = 500;

export type AgendaNarrowing = {
  state?: SessionState | undefined;
  communeId?: string | undefined;
  courseId?: string | undefined;
  /** only what she teaches or proposed herself */
  own?: boolean | undefined;
};

/**
 * Each day of a span (in Viet Nam) with the sessions on it that the viewer may see (the rule: `visibleTo`), in whatever
 * state. The first `most` of a day are given, all are counted.
 */
export async function listAgenda(
  viewer: Viewer,
  span: DaySpan,
  most: number,
  narrowing: AgendaNarrowing = {},
): Promise<AgendaDay<SessionSummary>[]> {
  if (narrowing.own) return agendaOf(await listOwn(viewer, span, narrowing), span, most);
  const [rows, communes] = await Promise.all([
    db.session.findMany({
      where: { AND: [onDays(span.from, span.to), visibleTo(viewer), narrowed(narrowing)] },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { id: true, startsAt: true, endsAt: true },
      take: SPAN_MAX,
    }),
    mapPublishedCommunes(),
  ]);
  const days = agendaOf(rows, span, most);
  const ids = [...new Set(days.flatMap(({ shown }) => shown.map(({ id }) => id)))];
  const found = await db.session.findMany({ where: { id: { in: ids } }, select: summarySelect(), take: ids.length });
  const sessions = new Map(found.map((row) => [row.id, toSummary(row, viewer, communes)]));
  return days.map(({ shown, ...day }) => ({ ...day, shown: shown.flatMap(({ id }) => sessions.get(id) ?? []) }));
}

/**
 * Her own sessions are few: they are found as hers, and `maySee` asks of each what `visibleTo` would ask of all
 * units.
 */
async function listOwn(viewer: Viewer, { from, to }: DaySpan, narrowing: AgendaNarrowing): Promise<SessionSummary[]> {
  const [rows, communes] = await Promise.all([
    db.session.findMany({
      where: { AND: [onDays(from, to), ownOf(viewer), narrowed(narrowing)] },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: summarySelect(),
      take: OWN_MAX,
    }),
    mapPublishedCommunes(),
  ]);
  return rows.filter((row) => maySee(viewer, factsOf(row))).map((row) => toSummary(row, viewer, communes));
}

const narrowed = ({ state, communeId, courseId }: AgendaNarrowing) => ({
  AND: [
    state ? { state } : {},
    courseId ? { courseId } : {},
    communeId ? { unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } } : {},
  ],
});
