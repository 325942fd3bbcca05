import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { behind, pageOf, readKey } from '@/domain/page';
import { db } from '@/prisma/client';
import { modelsWithin } from '../people/host';
import { type Activity, activitySelect, toActivity } from './activity';

const PAGE = 50;

export type ActivityPage = { activities: Activity[]; next: string | null };

/** Everything ever recorded of a model within reach, what was taken back too; the newest day first, fifty a page. */
export async function listActivities(viewer: Viewer, modelId: string, after?: string): Promise<ActivityPage> {
  if (!isId(modelId)) return { activities: [], next: null };
  const mine = { modelId, model: modelsWithin(viewer, 'digital-models.see') };
  const key = readKey(after);
  const last = key ? await findOf(mine, key) : null;
  const rows = await db.modelActivity.findMany({
    where: { ...mine, ...behind(last, 'onDay', 'desc') },
    orderBy: [{ onDay: 'desc' }, { id: 'desc' }],
    select: activitySelect(),
    take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, PAGE);
  const activities = page.map(toActivity);
  return { activities, next };
}

const findOf = (mine: { modelId: string; model: ReturnType<typeof modelsWithin> }, id: string) =>
  db.modelActivity.findFirst({ where: { id, ...mine }, select: { id: true, onDay: true } });

/** One activity of a model within reach that was not taken back, or null. */
export async function findActivity(viewer: Viewer, modelId: string, activityId: string): Promise<Activity | null> {
  if (!isId(modelId) || !isId(activityId)) return null;
  const row = await db.modelActivity.findFirst({
    where: { id: activityId, modelId, takenBackAt: null, model: modelsWithin(viewer, 'digital-models.see') },
    select: activitySelect(),
  });
  return row && toActivity(row);
}
