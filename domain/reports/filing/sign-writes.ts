import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import type { Transaction } from '@/prisma/transaction';
import { isOver } from '../periods/period';
import { isFiled, type ReportRow } from '../report';
import type { ReportContent } from '../report-content';
import { trail, writeAction } from './action-writes';
import type { Taken } from './snapshot-writes';

/** Why a report cannot be signed by her as it stands; undefined where it can. */
export function reasonAgainst({ mayFile, row }: { mayFile: boolean; row: ReportRow }) {
  if (!mayFile) return 'not-allowed' as const;
  if (!isOver(row.period, today())) return 'not-over' as const;
  if (!row.isKept) return 'not-kept' as const;
  return isFiled(row.state) ? ('filed-already' as const) : undefined;
}

/** Writes down a signing with its frozen figures and all that it says, and its line of the trail with both hashes. */
export async function writeSigning(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  { snapshot, content }: { snapshot: Taken; content: ReportContent },
): Promise<void> {
  const done = { kind: 'submitted', snapshotId: snapshot.id, content } as const;
  const hashes = { sha256: snapshot.sha256, contentSha256: await writeAction(tx, viewer, reportId, done) };
  const { unit, period } = content;
  await trail(
    tx,
    viewer,
    { action: 'signReport', reportId, unitId: unit.id },
    { from: period.from, to: period.to, ...hashes },
  );
}
