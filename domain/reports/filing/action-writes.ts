import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { ReportDeed, ReportState } from '../report';
import type { ReportContent } from '../report-content';

/** A report as it is held until the change is done: whoever comes second waits, and sees what the first one did. */
export type HeldReport = { id: string; state: ReportState; version: number; snapshotId: string | null };

/** The report of a unit for a period, made where nobody has touched it yet. */
export async function holdReport(tx: Transaction, unitId: string, periodId: string): Promise<HeldReport> {
  await tx.$executeRaw`INSERT INTO report (id, unit_id, period_id) VALUES (app.uuid7(), ${unitId}::uuid, ${periodId}::uuid) ON CONFLICT (unit_id, period_id) DO NOTHING`;
  const [held] = await tx.$queryRaw<HeldReport[]>`
    SELECT id::text, state::text, version, snapshot_id::text AS "snapshotId" FROM report WHERE unit_id = ${unitId}::uuid AND period_id = ${periodId}::uuid FOR NO KEY UPDATE`;
  if (!held) throw new Error('a report that was just made is gone');
  return held;
}

type Done = {
  kind: ReportDeed;
  remark?: string | null;
  snapshotId?: string;
  content?: ReportContent;
};

/**
 * Writes down what was done, of a signing with the template that counts; the database moves the state. The hour is that of the deed: of
 * two the later is later. Answers with the hash of what was signed.
 */
export async function writeAction(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  done: Done,
): Promise<string | null> {
  const { kind, remark = null, snapshotId = null, content } = done;
  const [row] = await tx.$queryRaw<
    { hash: string | null }[]
  >`INSERT INTO report_action (id, report_id, kind, remark, snapshot_id, content, template_id, taken_at, taken_by_id)
    VALUES (app.uuid7(), ${reportId}::uuid, ${kind}::report_action_kind, ${remark}, ${snapshotId}::uuid, ${content ? JSON.stringify(content) : null}::jsonb,
      CASE WHEN ${kind} = 'submitted' THEN (SELECT c.template_id FROM report_template_choice c ORDER BY c.chosen_at DESC, c.id DESC LIMIT 1) END, clock_timestamp(), ${viewer.accountId}::uuid)
    RETURNING encode(sha256(convert_to(content::text, 'UTF8')), 'hex') AS hash`;
  return row?.hash ?? null;
}

/** One line of the trail for a deed on a report. */
export const trail = (
  tx: Transaction,
  viewer: Viewer,
  about: { action: string; reportId: string; unitId: string },
  change: Record<string, unknown>,
) =>
  record(tx, viewer, {
    verb: 'changed',
    action: about.action,
    subjectType: 'report',
    subjectId: about.reportId,
    unitId: about.unitId,
    change,
  });
