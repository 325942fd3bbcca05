import { mayAnywhere, reach } from '@/domain/access/access';
import { placedTodaySql, withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { toDate } from '@/domain/days/day';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { DaySpan } from '../calendar';
import type { Deadline } from './deadline';

const DEADLINES_MAX = 500;

/** The days of a span on which reports are due that the viewer signs and that are not closed yet, the earliest first. */
export async function listDeadlines(viewer: Viewer, { from, to }: DaySpan, communeId?: string): Promise<Deadline[]> {
  if (!mayAnywhere(viewer, 'reports.file') && !mayAnywhere(viewer, 'reports.file-province')) return [];
  const path = Prisma.sql`s.path`;
  return db.$queryRaw<Deadline[]>`
    WITH place AS MATERIALIZED (SELECT s.unit_id, s.level FROM unit_span s WHERE ${placedTodaySql(Prisma.sql`s`)} AND (${communeId ?? null}::uuid IS NULL OR s.unit_id = ${communeId ?? null}::uuid)
      AND (s.level = 'commune' AND ${withinAreasSql(path, reach(viewer, 'reports.file'))} OR s.level = 'province' AND ${withinAreasSql(path, reach(viewer, 'reports.file-province'))}))
    SELECT place.unit_id::text AS "unitId", place.level::text, coalesce(${unitNameSql(Prisma.sql`place.unit_id`)}, '') AS name, u.demo,
      (SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = place.unit_id AND k.valid_from <= p.due_on AND k.valid_from IS DISTINCT FROM k.valid_to ORDER BY k.valid_from DESC LIMIT 1) AS kind,
      p.id::text AS "periodId", p.kind::text AS "periodKind", p.starts_on::text AS "from", p.due_on::text AS due, coalesce(r.state::text, 'draft') AS state,
      coalesce(done.times, 0) AS sequence, coalesce(done.last, p.starts_on::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') AS "changedAt"
    FROM reporting_period p CROSS JOIN place JOIN unit u ON u.id = place.unit_id LEFT JOIN report r ON r.unit_id = place.unit_id AND r.period_id = p.id
      LEFT JOIN LATERAL (SELECT count(*)::int AS times, max(a.taken_at) AS last FROM report_action a WHERE a.report_id = r.id) done ON true
    WHERE p.owed AND p.due_on >= ${toDate(from)}::date AND p.due_on < ${toDate(to)}::date AND coalesce(r.state, 'draft') NOT IN ('accepted', 'locked')
      AND (r.id IS NOT NULL OR place.level = 'province' OR EXISTS (SELECT FROM app.communes_on(p.ends_on - 1) c WHERE c.unit_id = place.unit_id AND c.reported))
    ORDER BY p.due_on, name, place.unit_id LIMIT ${DEADLINES_MAX}`;
}
