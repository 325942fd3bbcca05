import type { Viewer } from '@/domain/access/viewer';
import { ok, problem, type Result } from '@/domain/result';
import { db } from '@/prisma/client';
import { recordPeerLesson, takeBackPeerLesson } from '../commands';
import { countMonth } from '../figure-queries';
import type { Entry, LessonDelivery, LessonsDelivered } from './delivery';

/**
 * Takes what a phone noted, in its order, however often and late it comes: each entry by itself, so that one that is refused holds up no
 * other. `not-found`: not her phone.
 */
export async function deliverPeerLessons(
  viewer: Viewer,
  { deviceId, entries }: LessonDelivery,
): Promise<Result<LessonsDelivered, 'not-found'>> {
  const device = await db.device.findFirst({
    where: { id: deviceId, accountId: viewer.accountId, kind: 'phone' },
    select: { id: true },
  });
  if (!device) return problem('not-found');
  const told: LessonsDelivered = { safe: [], refused: [], month: null };
  let unitId: string | null = null;
  for (const entry of entries) {
    const answer = await take(viewer, entry);
    if (answer.ok) {
      told.safe.push(entry.sequence);
      unitId = answer.value.unitId;
    } else told.refused.push({ sequence: entry.sequence, problem: answer.problem, detail: answer.detail ?? {} });
  }
  return ok({ ...told, month: unitId ? await countMonth(viewer, unitId) : null });
}

const take = (viewer: Viewer, entry: Entry): Promise<Result<{ id: string; unitId: string }, string>> =>
  entry.kind === 'lesson'
    ? recordPeerLesson(viewer, entry.lesson)
    : takeBackPeerLesson(viewer, { lessonId: entry.lessonId });
