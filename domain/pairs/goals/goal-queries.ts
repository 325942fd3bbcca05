import type { Viewer } from '@/domain/access/viewer';
import { fromDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db, type Prisma } from '@/prisma/client';
import { GOALS_MAX, pairsWithin } from '../pair';
import type { Goal } from './goal';

/** The goals of a pair within the viewer's reach, in the order of the skills. */
export async function listGoals(viewer: Viewer, pairId: string): Promise<Goal[]> {
  if (!isId(pairId)) return [];
  const rows = await db.pairGoal.findMany({
    where: { pairId, pair: pairsWithin(viewer, 'pairs.see') },
    orderBy: [{ skill: { position: 'asc' } }, { id: 'asc' }],
    select: goalSelect,
    take: GOALS_MAX * 2,
  });
  return rows.map(toGoal);
}

/** One goal with the pair it belongs to, or null when there is none that the viewer may see. */
export async function findGoal(viewer: Viewer, goalId: string): Promise<(Goal & { pairId: string }) | null> {
  const row = await db.pairGoal.findFirst({
    where: { id: goalId, pair: pairsWithin(viewer, 'pairs.see') },
    select: { ...goalSelect, pairId: true },
  });
  return row && { ...toGoal(row), pairId: row.pairId };
}

const goalSelect = {
  id: true,
  skillId: true,
  level: true,
  markedOn: true,
  version: true,
  skill: { select: { nameVi: true, nameEn: true } },
} as const;

type Row = Prisma.PairGoalGetPayload<{ select: typeof goalSelect }>;

const toGoal = ({ id, skillId, level, markedOn, version, skill }: Row): Goal => ({
  id,
  skillId,
  level,
  version,
  markedOn: markedOn && fromDate(markedOn),
  ...skill,
});
