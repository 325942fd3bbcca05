import { isEverywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { ReportPeriod } from '../periods/period';
import { findReport } from '../queries';
import { isFiled } from '../report';
import type { Summary, WaitingCommune } from './summary';

const COMMUNES_MAX = 300;

/** Half a page of the city for a period that has begun; null for who does not see the whole city. */
export async function findSummary(viewer: Viewer, periodId: string): Promise<Summary | null> {
  const province = viewer.grants.find(({ path }) => isEverywhere(path));
  if (!province || !isId(periodId) || !mayForProvince(viewer, 'reports.see')) return null;
  const [report, waiting, next] = await Promise.all([
    findReport(viewer, province.unitId, periodId),
    readWaiting(viewer, periodId),
    readNext(viewer),
  ]);
  return report && { content: report.content, isFiled: isFiled(report.row.state), waiting, next };
}

/** Communes that have not signed their report of a period that is over, and those whose report the city has to accept, by name. */
function readWaiting(_viewer: Viewer, periodId: string): Promise<WaitingCommune[]> {
  const id = Prisma.sql`c.unit_id`;
  return db.$queryRaw<WaitingCommune[]>`
    SELECT * FROM (SELECT c.unit_id::text AS id, coalesce(${unitNameSql(id)}, '') AS name,
        coalesce((SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = c.unit_id AND k.valid_from <= ${toDate(today())}::date ORDER BY k.valid_from DESC LIMIT 1), 'commune') AS kind,
        CASE WHEN r.state = 'submitted' THEN 'to-accept' WHEN r.state = 'returned' OR p.owed AND c.reported AND coalesce(r.state, 'draft') = 'draft' THEN 'missing' END AS waits
      FROM reporting_period p CROSS JOIN LATERAL app.communes_on(p.ends_on - 1) c LEFT JOIN report r ON r.unit_id = c.unit_id AND r.period_id = p.id
      WHERE p.id = ${periodId}::uuid AND p.ends_on <= ${toDate(today())}::date) w
    WHERE w.waits IS NOT NULL ORDER BY w.name COLLATE app.vi_numeric, w.id LIMIT ${COMMUNES_MAX}`;
}

/** The period whose reports are due next. */
async function readNext(_viewer: Viewer): Promise<ReportPeriod | null> {
  const [next] = await db.$queryRaw<ReportPeriod[]>`
    SELECT p.id::text, p.kind::text, p.starts_on::text AS "from", (p.ends_on - 1)::text AS "to", p.due_on::text AS due, p.owed FROM reporting_period p
    WHERE p.owed AND p.due_on >= ${toDate(today())}::date ORDER BY p.due_on, p.ends_on - p.starts_on LIMIT 1`;
  return next ?? null;
}
