import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { byVietnameseName } from '@/domain/order';
import { db, Prisma } from '@/prisma/client';
import type { PeriodKind, ReportPeriod } from './periods/period';
import type { CommuneReports, MonthReports, ReportState } from './report';

const COMMUNES_MAX = 300;

type Cell = {
  period: ReportPeriod;
  state: ReportState;
  version: number;
  isKept: boolean;
  filedOn: Day | null;
  asked: boolean;
  filings: number;
};
type CommuneRow = Omit<CommuneReports, 'reports'> & { reports: Cell[] };

/**
 * The periods of a kind and a year that have begun, the newest first, with the reports of the communes that were there on their last days. Null
 * for who does not see the whole city.
 */
export async function listCityReports(
  viewer: Viewer,
  year: number,
  kind: PeriodKind = 'month',
): Promise<{ periods: ReportPeriod[]; communes: CommuneReports[] } | null> {
  if (!mayForProvince(viewer, 'reports.see')) return null;
  const rows = await readCommunes(
    Prisma.sql`kind = ${kind}::period_kind AND extract(year FROM starts_on) = ${year}::int AND starts_on <= ${toDate(today())}::date`,
  );
  const periods = new Map(rows.flatMap(({ reports }) => reports.map(({ period }) => [period.id, period] as const)));
  return {
    periods: [...periods.values()].sort((one, other) => (one.from < other.from ? 1 : -1)),
    communes: rows.sort(byVietnameseName),
  };
}

/** The reports of the month of a day, or of the last one that is over. Null for who does not see the whole city, and before a month was over. */
export async function findMonthReports(viewer: Viewer, day: Day): Promise<MonthReports | null> {
  if (!mayForProvince(viewer, 'reports.see')) return null;
  const rows = await readCommunes(
    Prisma.sql`id = (SELECT x.id FROM reporting_period x WHERE x.kind = 'month' AND x.starts_on <= ${toDate(day)}::date AND x.ends_on <= ${toDate(today())}::date ORDER BY x.starts_on DESC LIMIT 1)`,
  );
  const period = rows[0]?.reports[0]?.period;
  return period ? { period, of: new Map(rows.flatMap(({ id, reports: [row] }) => (row ? [[id, row]] : []))) } : null;
}

/** Every commune that was there on the last day of one of these periods, with its report of each, the newest first. */
const readCommunes = (periods: Prisma.Sql) => db.$queryRaw<CommuneRow[]>`
    WITH p AS MATERIALIZED (SELECT * FROM reporting_period WHERE ${periods}),
      cell AS (SELECT c.unit_id, p.starts_on, jsonb_build_object('period', ${periodSql}, 'state', coalesce(r.state::text, 'draft'), 'version', coalesce(r.version, 1), 'isKept', c.reported,
          'asked', coalesce(newest.kind = 'reopen_asked', false), 'filedOn', filed.day, 'filings', coalesce(filed.times, 0)) AS cell
        FROM p CROSS JOIN LATERAL app.communes_on(p.ends_on - 1) c LEFT JOIN report r ON r.unit_id = c.unit_id AND r.period_id = p.id
          LEFT JOIN LATERAL (SELECT a.kind::text FROM report_action a WHERE a.report_id = r.id ORDER BY a.taken_at DESC, a.id DESC LIMIT 1) newest ON true
          LEFT JOIN LATERAL (SELECT count(*)::int AS times, (max(a.taken_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM report_action a WHERE a.report_id = r.id AND a.kind = 'submitted') filed ON true)
    SELECT c.unit_id::text AS id, coalesce((SELECT n.name FROM unit_name n WHERE n.unit_id = c.unit_id AND n.valid_from IS DISTINCT FROM n.valid_to ORDER BY n.valid_from DESC LIMIT 1), '') AS name,
      coalesce((SELECT k.kind::text FROM unit_kind k WHERE k.unit_id = c.unit_id AND k.valid_from IS DISTINCT FROM k.valid_to ORDER BY k.valid_from DESC LIMIT 1), 'commune') AS kind, jsonb_agg(c.cell ORDER BY c.starts_on DESC) AS reports
    FROM cell c GROUP BY c.unit_id LIMIT ${COMMUNES_MAX}`;

const periodSql = Prisma.sql`jsonb_build_object('id', p.id, 'kind', p.kind, 'from', p.starts_on, 'to', p.ends_on - 1, 'due', p.due_on, 'owed', p.owed)`;
