import type { Viewer } from '@/domain/access/viewer';
import { recordAll } from '@/domain/audit-writes';
import type { Transaction } from '@/prisma/transaction';
import type { Acceptable } from '../report';

type Moved = { units: number; figures: number };

/**
 * Holds the figures of these communes: who is changing them is waited for, and who wants to waits until their months are closed; so is who
 * signs how coverage is read. In one order by everybody.
 */
export async function holdMonths(tx: Transaction, unitIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('rulings of coverage'))`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closed months'), hashtext(c.id::text)) FROM (SELECT unnest(${[...unitIds]}::uuid[]) AS id ORDER BY 1) c`;
}

/** How many units, and how many figures of their place, count otherwise now than in these snapshots; those that do not are left out. */
export async function movedOf(tx: Transaction, snapshotIds: readonly string[]): Promise<Map<string, Moved>> {
  const rows = await tx.$queryRaw<(Moved & { id: string })[]>`
    SELECT m.snapshot_id::text AS id, m.units, m.figures FROM app.coverage_moved(${[...snapshotIds]}::uuid[]) m WHERE m.units + m.figures > 0`;
  return new Map(rows.map(({ id, ...moved }) => [id, moved]));
}

/** They are accepted, and their period is locked with them: what is accepted and may still move would be two figures. */
export async function lockAccepted(tx: Transaction, viewer: Viewer, chosen: readonly Acceptable[]): Promise<void> {
  const ids = chosen.map(({ reportId }) => reportId);
  for (const kind of ['accepted', 'locked'])
    await tx.$executeRaw`INSERT INTO report_action (id, report_id, kind, taken_at, taken_by_id)
      SELECT app.uuid7(), r.id, ${kind}::report_action_kind, clock_timestamp(), ${viewer.accountId}::uuid FROM unnest(${ids}::uuid[]) r (id)`;
  await recordAll(
    tx,
    viewer,
    chosen.map(({ reportId, unitId, snapshotId }) => ({
      verb: 'changed',
      action: 'acceptReport',
      subjectType: 'report',
      subjectId: reportId,
      unitId,
      change: { snapshotId },
    })),
  );
}
