import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { viewerOfAccount } from '@/domain/accounts/viewer-queries';
import { courseWords } from '@/domain/courses/course';
import { isThereUnseated, liveStates } from '@/domain/scales/enrolment-state';
import { oncePublic } from '@/domain/trainings/published/published-view';
import { maySee, ownOf, visibleTo } from '@/domain/trainings/session';
import { factsOf, type SessionSummary, summarySelect, toSummary } from '@/domain/trainings/session-view';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { FEEDS_MAX, type Feed, type FeedKind, feedsFor, isFeedSecret, keptInFeeds, kindOf } from './feed';

const COMING_MAX = 1_500;
const PAST_MAX = 500;
/** A place or a wait for one: she is expected, or may be. */

/** The addresses of calendars that the viewer has made and not ended, the newest first. */
export async function listFeeds(viewer: Viewer): Promise<Feed[]> {
  const rows = await db.feedToken.findMany({
    where: { accountId: viewer.accountId, purpose: { startsWith: 'calendar-' }, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, purpose: true, createdAt: true },
    take: FEEDS_MAX,
  });
  return rows.flatMap(({ id, purpose, createdAt }) => {
    const kind = kindOf(purpose);
    return kind ? [{ id, kind, createdAt }] : [];
  });
}

/**
 * The account and kind of the calendar that a secret opens, with the roles she has today. Null for a wrong secret, an
 * ended address, a disabled account, and a calendar that her roles no longer give her.
 */
export async function viewerOfFeed(secret: string): Promise<{ viewer: Viewer; kind: FeedKind } | null> {
  if (!isFeedSecret(secret)) return null;
  const now = new Date();
  const row = await db.feedToken.findFirst({
    where: {
      tokenHash: tokenHash(secret),
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { purpose: true, accountId: true },
  });
  const kind = row && kindOf(row.purpose);
  const viewer = row?.accountId && kind ? await viewerOfAccount(row.accountId) : null;
  return viewer && kind && feedsFor(viewer).includes(kind) ? { viewer, kind } : null;
}

/** A session as somebody's own calendar has it. The link to an online session only for who teaches it or has a place. */
export type FeedSession = SessionSummary & {
  sequence: number;
  changedAt: Date;
  description: string;
  onlineUrl: string | null;
  /** she may open its record in the signed-in area; who has only signed up is led to the public page */
  hasRecord: boolean;
  /** she waits for a place, or was offered one and has not answered */
  waits: boolean;
};

/** The sessions of the viewer's own calendar of this kind, in order of time, as far back as other calendars. */
export async function listFeedSessions(viewer: Viewer, kind: FeedKind): Promise<FeedSession[]> {
  const kept = keptInFeeds();
  const [past, coming, communes] = await Promise.all([
    rowsOf(viewer, kind, kept.past, 'desc', PAST_MAX),
    rowsOf(viewer, kind, kept.coming, 'asc', COMING_MAX),
    mapPublishedCommunes(),
  ]);
  return [...past.reverse(), ...coming].map((row) => {
    const summary = toSummary(row, viewer, communes);
    const [hers] = row.enrolments;
    const place = hers?.state;
    const words = courseWords(row.course.courseTexts, viewer.locale);
    return {
      ...summary,
      sequence: row.calendarSequence,
      changedAt: row.changedAt,
      description: [words?.description, row.notes].filter(Boolean).join('\n'),
      onlineUrl: summary.own || place === 'confirmed' ? row.onlineUrl : null,
      hasRecord: maySee(viewer, factsOf(row)),
      waits:
        !summary.own &&
        (place === 'offered' || (hers?.state === 'waiting' && !isThereUnseated(hers.state, hers.attendance))),
    };
  });
}

function rowsOf(viewer: Viewer, kind: FeedKind, when: object, order: 'asc' | 'desc', take: number) {
  const { course, ...summary } = summarySelect();
  return db.session.findMany({
    where: { AND: [when, heldBy(viewer, kind)] },
    orderBy: [{ startsAt: order }, { id: order }],
    select: {
      ...summary,
      course: {
        select: {
          ...course.select,
          courseTexts: { select: { locale: true, title: true, description: true }, take: 2 },
        },
      },
      notes: true,
      onlineUrl: true,
      calendarSequence: true,
      changedAt: true,
      enrolments: { where: placeOf(viewer), select: { state: true, attendance: { select: { mark: true } } }, take: 1 },
    },
    take,
  });
}

/** Nobody's record is no record: an account without a person has no place anywhere. */
const placeOf = ({ personId }: Viewer) =>
  personId ? { personId, state: { in: [...liveStates] } } : { id: { in: [] as string[] } };

/** Which sessions a calendar of this kind holds. */
function heldBy(viewer: Viewer, kind: FeedKind) {
  if (kind === 'reach') return visibleTo(viewer);
  const taught = { AND: [visibleTo(viewer), ownOf(viewer)] };
  if (kind === 'teaching') return taught;
  return { OR: [taught, { AND: [oncePublic(), { enrolments: { some: placeOf(viewer) } }] }] };
}
