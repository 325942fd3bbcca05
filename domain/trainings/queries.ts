import { pathOf, placedToday, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { behindInstant, instantKeyOf, pageOf, rowsOfKeys } from '@/domain/page';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db, type Prisma } from '@/prisma/client';
import { readBefore } from './move';
import { mayFollow, ownOf, type SessionState, visibleTo } from './session';
import {
  factsOf,
  type SessionDecision,
  type SessionRecord,
  type SessionSummary,
  summarySelect,
  toSummary,
} from './session-view';
import { notOverAt, overAt } from './when';

const PAGE = 30;
const DECISIONS_MAX = 100;
const TRAINERS_MAX = 20;

export type SessionFilter = {
  state?: SessionState | undefined;
  /** everything but proposals: what was decided one way or the other */
  decided?: boolean | undefined;
  communeId?: string | undefined;
  /** held for this very unit */
  unitId?: string | undefined;
  courseId?: string | undefined;
  /** only what she teaches or proposed herself */
  own?: boolean | undefined;
  /** coming: not over yet, the next one first; past: over, the latest first */
  when: 'coming' | 'past';
  /** the cursor that an earlier page gave */
  after?: string | undefined;
  /** so many, where a whole page is not shown */
  most?: number | undefined;
};

export type SessionPage = { sessions: SessionSummary[]; next: string | null };

/** Sessions that the viewer may see (the rule: `visibleTo`), thirty at a time, in order of time. */
export async function listSessions(viewer: Viewer, filter: SessionFilter): Promise<SessionPage> {
  const order = filter.when === 'coming' ? 'asc' : 'desc';
  const most = filter.most ?? PAGE;
  const [rows, communes] = await Promise.all([
    rowsOfKeys(
      db.session.findMany({
        where: {
          AND: [
            visibleTo(viewer),
            filter.own ? ownOf(viewer) : {},
            narrowed(filter),
            behindInstant(filter.after, 'startsAt', order),
          ],
        },
        orderBy: [{ startsAt: order }, { id: order }],
        select: { id: true },
        take: most + 1,
      }),
      (ids, take) => db.session.findMany({ where: { id: { in: ids } }, select: summarySelect(), take }),
    ),
    mapPublishedCommunes(),
  ]);
  const { page, next } = pageOf(rows, most, ({ startsAt, id }) => instantKeyOf(startsAt, id));
  return {
    sessions: page.map((row) => toSummary(row, viewer, communes)),
    next,
  };
}

const narrowed = ({ state, decided, communeId, unitId, courseId, when }: SessionFilter) => ({
  ...(when === 'coming' ? notOverAt(new Date()) : overAt(new Date())),
  ...(state ? { state } : decided ? { state: { not: 'proposed' as const } } : {}),
  ...(courseId ? { courseId } : {}),
  ...(unitId ? { unitId } : {}),
  ...(communeId ? { unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } } : {}),
});

/** How many proposals that have not begun wait where the viewer decides. */
export const countWaitingSessions = (viewer: Viewer): Promise<number> =>
  db.session.count({
    where: { state: 'proposed', startsAt: { gt: new Date() }, unit: withinReach(viewer, 'trainings.decide') },
  });

/** One session with its history; null when there is none or the viewer may not see it, which is the same to her. */
export async function findSession(viewer: Viewer, sessionId: string): Promise<SessionRecord | null> {
  if (!isId(sessionId)) return null;
  const [row, communes] = await Promise.all([
    db.session.findFirst({ where: { AND: [{ id: sessionId }, visibleTo(viewer)] }, select: recordSelect() }),
    mapPublishedCommunes(),
  ]);
  if (!row) return null;
  return {
    ...toSummary(row, viewer, communes),
    unitPath: pathOf(row.unit),
    courseId: row.courseId,
    seriesId: row.seriesId,
    venue: row.venue && { id: row.venue.id, name: row.venue.name, address: row.venue.address, seats: row.venue.seats },
    audience: row.audience,
    language: row.language,
    onlineUrl: mayFollow(viewer, factsOf(row)) ? row.onlineUrl : null,
    notes: row.notes,
    proposedBy: row.proposedBy?.displayName ?? null,
    proposedAt: row.createdAt,
    trainers: row.sessionTrainers.map(({ trainerId, trainer }) => ({ id: trainerId, name: trainer.fullName ?? '' })),
    decisions: row.sessionDecisions.map(toDecision),
  };
}

const recordSelect = () =>
  ({
    ...summarySelect(),
    courseId: true,
    seriesId: true,
    audience: true,
    language: true,
    onlineUrl: true,
    notes: true,
    createdAt: true,
    proposedBy: { select: { displayName: true } },
    sessionTrainers: { select: { trainerId: true, trainer: { select: { fullName: true } } }, take: TRAINERS_MAX },
    sessionDecisions: {
      select: {
        id: true,
        kind: true,
        reason: true,
        before: true,
        decidedAt: true,
        decidedBy: { select: { displayName: true } },
      },
      orderBy: { decidedAt: 'asc' },
      take: DECISIONS_MAX,
    },
  }) as const;

type DecisionRow = Prisma.SessionGetPayload<{ select: ReturnType<typeof recordSelect> }>['sessionDecisions'][number];

function toDecision(row: DecisionRow): SessionDecision {
  return { ...row, before: readBefore(row.before), decidedBy: row.decidedBy?.displayName ?? null };
}
