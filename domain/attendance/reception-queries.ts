import { pathOf, spanToday } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { mayWith } from './attendance';

/** How marks of a session are received: they count, or they are kept for somebody to decide on. */
export type Reception = { unitId: string; unitPath: UnitPath; counts: boolean };

const SESSIONS_MAX = 100;

/**
 * How marks from this phone are received today, by session: they count, or are kept where a right, the session or the
 * phone has ended. A session that was never hers or this phone's is left out.
 */
export async function receptionsOf(
  viewer: Viewer,
  device: { id: string; revokedAt: Date | null },
  sessionIds: string[],
): Promise<Map<string, Reception>> {
  const rows = await db.session.findMany({
    where: { id: { in: sessionIds } },
    select: {
      id: true,
      state: true,
      unitId: true,
      unit: { select: { unitSpans: spanToday() } },
      sessionTrainers: { select: { trainerId: true }, take: 20 },
      rosterHandouts: { where: { deviceId: device.id }, select: { deviceId: true }, take: 1 },
    },
    take: SESSIONS_MAX,
  });
  const receptions = new Map<string, Reception>();
  for (const { id, state, unitId, unit, sessionTrainers, rosterHandouts } of rows) {
    const unitPath = pathOf(unit);
    const trainerIds = sessionTrainers.map(({ trainerId }) => trainerId);
    const may = mayWith(viewer, 'attendance.take', { unitPath, trainerIds });
    if (!may && rosterHandouts.length === 0) continue;
    receptions.set(id, { unitId, unitPath, counts: may && state === 'approved' && device.revokedAt === null });
  }
  return receptions;
}
