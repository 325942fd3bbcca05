import type { Viewer } from '@/domain/access/viewer';
import { courseWords } from '@/domain/courses/course';
import { compareWords } from '@/domain/order';
import { findSessionToChange } from '@/domain/trainings/change-queries';
import { db } from '@/prisma/client';
import { mayOnSession } from '../outcome';
import { findOutcomeSession } from '../queries';
import { ANSWERS_MIN, type Feedback, feedbackIsOpen } from './feedback';

const COMMENTS_MAX = 500;

/** The session that a phone asks about while the viewer may hand it round; null at any other time and for anybody else. */
export async function findFeedbackSession(viewer: Viewer, sessionId: string): Promise<FeedbackSession | null> {
  const session = await findSessionToChange(viewer, sessionId);
  if (!session || !feedbackIsOpen(session.facts) || !mayOnSession(viewer, 'outcomes.record', session.facts))
    return null;
  const course = await db.course.findUnique({
    where: { id: session.courseId },
    select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } },
  });
  const title = course ? (courseWords(course.courseTexts, viewer.locale)?.title ?? course.code) : '';
  return { id: session.id, unitId: session.unitId, title };
}

export type FeedbackSession = { id: string; unitId: string; title: string };

/**
 * The women's answers about a session, for who sees its outcomes. From three answers on, and comments in the order of
 * the alphabet: nothing tells who said what.
 */
export async function findFeedback(viewer: Viewer, sessionId: string): Promise<Feedback | null> {
  if (!(await findOutcomeSession(viewer, sessionId))) return null;
  const [counts, rows] = await Promise.all([
    db.sessionFeedback.groupBy({ by: ['face'], where: { sessionId }, _count: true }),
    db.sessionFeedback.findMany({
      where: { sessionId, comment: { not: null } },
      select: { comment: true },
      take: COMMENTS_MAX,
    }),
  ]);
  const of = (face: number) => counts.find((row) => row.face === face)?._count ?? 0;
  const answers = of(1) + of(2) + of(3);
  if (answers < ANSWERS_MIN) return { answers, faces: null, comments: [] };
  const comments = rows.flatMap(({ comment }) => comment ?? []).sort((one, other) => compareWords(one, other));
  return { answers, faces: { 1: of(1), 2: of(2), 3: of(3) }, comments };
}
