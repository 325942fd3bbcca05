import { placedToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { onDays } from '@/domain/trainings/published-view';
import { ownOf, type SessionState, visibleTo } from '@/domain/trainings/session';
import { type SessionSummary, summarySelect, toSummary } from '@/domain/trainings/session-view';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { type AgendaDay, agendaOf, type DaySpan } from './calendar';

/** More than the busiest month of the whole province has: a bound, not a page. */
const SPAN_MAX = 10_000;

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
  const rows = await db.session.findMany({
    where: { AND: [onDays(span.from, span.to), visibleTo(viewer), narrowed(viewer, narrowing)] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, startsAt: true, endsAt: true },
    take: SPAN_MAX,
  });
  const days = agendaOf(rows, span, most);
  const ids = [...new Set(days.flatMap(({ shown }) => shown.map(({ id }) => id)))];
  const [found, communes] = await Promise.all([
    db.session.findMany({ where: { id: { in: ids } }, select: summarySelect(), take: ids.length }),
    listPublishedCommunes(),
  ]);
  const byId = new Map(communes.map((commune) => [commune.id, commune]));
  const sessions = new Map(found.map((row) => [row.id, toSummary(row, viewer, byId)]));
  return days.map(({ shown, ...day }) => ({ ...day, shown: shown.flatMap(({ id }) => sessions.get(id) ?? []) }));
}

const narrowed = (viewer: Viewer, { state, communeId, courseId, own }: AgendaNarrowing) => ({
  AND: [
    own ? ownOf(viewer) : {},
    state ? { state } : {},
    courseId ? { courseId } : {},
    communeId ? { unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } } : {},
  ],
});
