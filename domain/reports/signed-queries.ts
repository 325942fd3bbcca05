import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { findReportHead, type Report } from './queries';
import type { ReportAction } from './report';
import type { ReportContent } from './report-content';

/**
 * A report as one of its signings filed it, whatever was opened, corrected or signed since; null where she may not see the report, or it was not
 * signed so.
 */
export async function findSigned(
  viewer: Viewer,
  { unitId, periodId, signingId }: { unitId: string; periodId: string; signingId: string },
): Promise<(Report & { signing: ReportAction }) | null> {
  if (![unitId, periodId, signingId].every(isId)) return null;
  const [head, filed] = await Promise.all([
    findReportHead(viewer, unitId, periodId),
    db.reportAction.findFirst({
      where: { id: signingId, kind: 'submitted', report: { unitId, periodId } },
      select: { content: true },
    }),
  ]);
  const signing = head?.report.actions.find(({ id }) => id === signingId);
  if (!head || !signing || !filed?.content) return null;
  return { ...head.report, signing, content: filed.content as unknown as ReportContent };
}
