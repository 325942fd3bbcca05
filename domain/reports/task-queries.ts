import { reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { db, Prisma } from '@/prisma/client';
import type { PeriodKind } from './periods/period';

/** A year of all communes: whatever is left out is missing in a count. */
const WAITING_MAX = 2_000;

/** A report that waits for somebody: hers to sign, or hers to decide on. */
export type WaitingReport = {
  waits: 'to-sign' | 'returned' | 'to-accept' | 'to-open' | 'missing';
  unitId: string;
  periodId: string;
  kind: PeriodKind;
  name: string;
  from: Day;
  due: Day;
};

/**
 * The reports that wait at the viewer's places, the earliest first: those she owes or got back, and where she decides those filed, those that
 * ask to be opened, and those that are late.
 */
export async function listWaitingReports(viewer: Viewer): Promise<WaitingReport[]> {
  const within = (permission: 'reports.file' | 'reports.decide') =>
    withinAreasSql(Prisma.sql`s.path`, reach(viewer, permission));
  return db.$queryRaw<WaitingReport[]>`
    WITH here AS MATERIALIZED (SELECT s.unit_id, ${within('reports.file')} AS files, ${within('reports.decide')} AS decides FROM unit_span s
        WHERE s.level = 'commune' AND ${placedTodaySql(Prisma.sql`s`)} AND (${within('reports.file')} OR ${within('reports.decide')})),
      owed AS (SELECT c.unit_id, p.id FROM reporting_period p CROSS JOIN LATERAL app.communes_on(p.ends_on - 1) c WHERE p.owed AND p.ends_on <= ${toDate(today())}::date AND c.reported),
      report_of AS (SELECT coalesce(r.unit_id, o.unit_id) AS unit_id, coalesce(r.period_id, o.id) AS period_id, coalesce(r.state::text, 'draft') AS state, o.id IS NOT NULL AS owed,
          (SELECT a.kind::text FROM report_action a WHERE a.report_id = r.id ORDER BY a.taken_at DESC, a.id DESC LIMIT 1) AS newest
        FROM owed o FULL JOIN report r ON r.unit_id = o.unit_id AND r.period_id = o.id),
      waiting AS (SELECT x.unit_id, x.period_id, p.kind::text, p.starts_on::text AS "from", p.due_on::text AS due, CASE WHEN here.files AND x.state = 'returned' THEN 'returned' WHEN here.files AND x.owed AND x.state = 'draft' THEN 'to-sign'
          WHEN here.decides AND x.newest = 'reopen_asked' THEN 'to-open' WHEN here.decides AND x.state = 'submitted' THEN 'to-accept' WHEN here.decides AND x.owed AND x.state = 'draft' AND p.due_on < ${toDate(today())}::date THEN 'missing' END AS waits
        FROM report_of x JOIN here ON here.unit_id = x.unit_id JOIN reporting_period p ON p.id = x.period_id)
    SELECT w.waits, w.unit_id::text AS "unitId", w.period_id::text AS "periodId", w.kind, w."from", w.due,
      coalesce((SELECT n.name FROM unit_name n WHERE n.unit_id = w.unit_id AND n.valid_from <= ${toDate(today())}::date ORDER BY n.valid_from DESC LIMIT 1), '') AS name
    FROM waiting w WHERE w.waits IS NOT NULL ORDER BY w."from", name LIMIT ${WAITING_MAX}`;
}
