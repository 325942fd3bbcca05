import { reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { Prisma } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import type { Acceptable } from '../report';

/** The filed reports of a period among these communes that the viewer may decide on, held until the change is done. */
export const listAcceptable = (viewer: Viewer, tx: Transaction, periodId: string, unitIds: readonly string[]) =>
  tx.$queryRaw<(Acceptable & { version: number })[]>`
    SELECT r.id::text AS "reportId", r.unit_id::text AS "unitId", r.version, r.snapshot_id::text AS "snapshotId" FROM report r
    WHERE r.period_id = ${periodId}::uuid AND r.unit_id = ANY (${[...unitIds]}::uuid[]) AND r.state = 'submitted' AND r.snapshot_id IS NOT NULL
      AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = r.unit_id AND s.level = 'commune' AND s.is_last AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'reports.decide'))})
    ORDER BY r.id FOR NO KEY UPDATE`;
