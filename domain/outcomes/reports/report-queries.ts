import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { findOutcomeSession } from '../queries';
import type { SessionReport } from './report';

const REPORTS_MAX = 100;

/** The reports on a session, the newest first; none where there is none or the viewer may not see what came of it. */
export async function listReports(viewer: Viewer, sessionId: string): Promise<SessionReport[]> {
  if (!(await findOutcomeSession(viewer, sessionId))) return [];
  const rows = await db.sessionReport.findMany({
    where: { sessionId },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      peoplePresent: true,
      wentWell: true,
      toImprove: true,
      materials: true,
      writtenAt: true,
      writtenBy: { select: { displayName: true } },
    },
    take: REPORTS_MAX,
  });
  return rows.map(({ writtenBy, ...row }) => ({ ...row, writtenBy: writtenBy.displayName }));
}
