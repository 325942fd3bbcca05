import { isEverywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { unitNameSql } from '@/domain/units/name-queries';
import { db, Prisma } from '@/prisma/client';
import type { ReportPeriod } from '../periods/period';
import { isFiled } from '../report';
import { findReportSoon, type SoonReport } from '../soon-queries';
import type { Summary, WaitingCommune } from './summary';

const COMMUNES_MAX = 300;

const periodSql = Prisma.sql`p.id::text, p.kind::text, p.starts_on::text AS "from", (p.ends_on - 1)::text AS "to", p.due_on::text AS due, p.owed`;

/** `content` null: its figures are still being counted. */
type SoonSummary = Omit<Summary, 'content'> & Pick<SoonReport, 'content'> & { period: ReportPeriod };

/**
 * Half a page of the city for a period that has begun, or for the last month that is over where none is named; null for who does not see the
 * whole city.
 */
export async function findSummary(viewer: Viewer, named?: string): Promise<SoonSummary | null> {
  const province = viewer.grants.find(({ path }) => isEverywhere(path));
  if (!province || !mayForProvince(viewer, 'reports.see')) return null;
  const periodId = named ?? (await readLastOver(viewer));
  if (!periodId || !isId(periodId)) return null;
  const [report, waiting, next, beside] = await Promise.all([
    findReportSoon(viewer, province.unitId, periodId),
    readWaiting(viewer, periodId),
    readNext(viewer),
    readBeside(viewer, periodId),
  ]);
  if (!report) return null;
  const { row, content } = report;
  return { period: row.period, content, isFiled: isFiled(row.state), waiting, next, ...beside };
}

async function readLastOver(_viewer: Viewer): Promise<string | undefined> {
  const [last] = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM reporting_period WHERE kind = 'month' AND ends_on <= ${toDate(today())}::date ORDER BY ends_on DESC LIMIT 1`;
  return last?.id;
}

async function readBeside(_viewer: Viewer, periodId: string): Promise<Pick<Summary, 'before' | 'after'>> {
  const beside = await db.$queryRaw<(ReportPeriod & { isBefore: boolean })[]>`
    SELECT ${periodSql}, p.ends_on = shown.starts_on AS "isBefore" FROM reporting_period shown
      JOIN reporting_period p ON p.kind = shown.kind AND (p.ends_on = shown.starts_on OR p.starts_on = shown.ends_on) AND p.starts_on <= ${toDate(today())}::date
    WHERE shown.id = ${periodId}::uuid LIMIT 2`;
  const [before = null, after = null] = [true, false].map((way) => beside.find(({ isBefore }) => isBefore === way));
  return { before, after };
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
    SELECT ${periodSql} FROM reporting_period p
    WHERE p.owed AND p.due_on >= ${toDate(today())}::date ORDER BY p.due_on, p.ends_on - p.starts_on LIMIT 1`;
  return next ?? null;
}
