import { dayOf, fromDate } from '@/domain/days/day';
import { db, type Prisma } from '@/prisma/client';
import { isFiled } from '../report';
import type { ReportContent } from '../report-content';
import type { CheckedReport } from './checked-report';

type Asked = { snapshotId: string; sum: string } | { file: string };

const checked = {
  takenAt: true,
  content: true,
  snapshotId: true,
  snapshot: { select: { sha256: true, asOf: true, demo: true } },
  report: {
    select: {
      state: true,
      unitId: true,
      snapshotId: true,
      reportActions: {
        where: { kind: 'submitted' },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { takenAt: true },
      },
    },
  },
} as const satisfies Prisma.ReportActionSelect;

/** The signed report that number and sum, or the hash of a file, belong to; null where there is none. It tells what the paper tells. */
export async function findPublishedReport(asked: Asked): Promise<CheckedReport | null> {
  const row = await db.reportAction.findFirst({
    where:
      'file' in asked
        ? { kind: 'submitted', files: { some: { sha256: new Uint8Array(Buffer.from(asked.file, 'hex')) } } }
        : { kind: 'submitted', snapshotId: asked.snapshotId },
    select: checked,
  });
  const { snapshot, report, content: said, snapshotId, takenAt } = row ?? {};
  if (!snapshot || !report || !takenAt) return null;
  if ('sum' in asked && !Buffer.from(snapshot.sha256).toString('hex').startsWith(asked.sum)) return null;
  const { unit, period } = said as unknown as ReportContent;
  const stands = report.snapshotId === snapshotId;
  const [newest] = report.reportActions;
  return {
    unitId: report.unitId,
    unit: { name: unit.name, kind: unit.kind, level: unit.level },
    period,
    until: fromDate(snapshot.asOf),
    signedOn: dayOf(takenAt),
    demo: snapshot.demo,
    state: !stands ? 'restated' : isFiled(report.state) ? 'as-filed' : 'opened',
    restatedOn: stands || !newest ? null : dayOf(newest.takenAt),
  };
}
