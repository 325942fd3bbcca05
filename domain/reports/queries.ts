import { may, reach } from '@/domain/access/access';
import { withinAreasSql } from '@/domain/access/area-queries';
import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { findUnit } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { db, Prisma } from '@/prisma/client';
import { draftContent, type Written } from './content/content-queries';
import type { Placed } from './content/placed';
import type { PeriodKind, ReportPeriod } from './periods/period';
import { isFiled, type ReportAction, type ReportRow, type ReportState } from './report';
import type { ReportContent } from './report-content';

const PERIODS_MAX = 80;
const ACTIONS_MAX = 60;

/** A report as its page shows it: what it says, how far it has come, all that was done to it, and what she may do. */
export type Report = {
  unit: Unit;
  row: ReportRow;
  content: ReportContent;
  /** the newest first */
  actions: ReportAction[];
  mayFile: boolean;
  mayDecide: boolean;
};

/** Who signs the report of a unit: whoever holds the role for it that day; the city signs its own, and no commune's. */
export const mayFile = (viewer: Viewer, unit: Pick<Unit, 'level' | 'path'>) =>
  unit.level === 'province'
    ? may(viewer, 'reports.file-province', unit.path)
    : unit.level === 'commune' && may(viewer, 'reports.file', unit.path);

/** Who returns, accepts and reopens it: the city those of communes; its own is nobody's to accept. */
export const mayDecide = (viewer: Viewer, unit: Pick<Unit, 'level' | 'path'>) =>
  unit.level === 'commune' && may(viewer, 'reports.decide', unit.path);

/** The unit whose reports she may see: the province or a commune; null for others, and beyond her reach. */
export async function findReporter(viewer: Viewer, unitId: string): Promise<Unit | null> {
  const unit = await findUnit(viewer, unitId, 'reports.see');
  return unit && (unit.level === 'province' || unit.level === 'commune') ? unit : null;
}

/** A report without what it says, and what is needed to say it. */
export type ReportHead = {
  report: Omit<Report, 'content'>;
  place: Placed & { level: 'commune' | 'province' };
  written: Written;
  /** what it said when it was signed; null while it is a draft */
  signed: ReportContent | null;
};

/** The same without what a draft says, which is counted from the records. */
export async function findReportHead(viewer: Viewer, unitId: string, periodId: string): Promise<ReportHead | null> {
  if (!isId(unitId) || !isId(periodId)) return null;
  const [unit, [found], actions, last] = await Promise.all([
    findReporter(viewer, unitId),
    readRows(unitId, { periodId }),
    readActions(unitId, periodId),
    readSigned(unitId, periodId),
  ]);
  if (!unit || !found || (found.period.from > today() && !isFiled(found.state))) return null;
  const { written, ...row } = found;
  const level = unit.level === 'province' ? ('province' as const) : ('commune' as const);
  const place = { id: unit.id, path: unit.path, level };
  const signed = isFiled(row.state) ? last : null;
  const rights = { mayFile: mayFile(viewer, unit), mayDecide: mayDecide(viewer, unit) };
  return { report: { unit, row, actions, ...rights }, place, written, signed };
}

/** The report of a unit for a period, signed or not; null where she may not see it, or there is none. A draft of the city takes its time. */
export async function findReport(viewer: Viewer, unitId: string, periodId: string): Promise<Report | null> {
  const head = await findReportHead(viewer, unitId, periodId);
  if (!head) return null;
  const { report, place, written, signed } = head;
  return { ...report, content: signed ?? (await draftContent(viewer, place, report.row.period, written)) };
}

/** What was signed last; null where nothing was. */
async function readSigned(unitId: string, periodId: string): Promise<ReportContent | null> {
  const row = await db.reportAction.findFirst({
    where: { report: { unitId, periodId }, kind: 'submitted' },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    select: { content: true },
  });
  return (row?.content ?? null) as ReportContent | null;
}

async function readActions(unitId: string, periodId: string): Promise<ReportAction[]> {
  const rows = await db.reportAction.findMany({
    where: { report: { unitId, periodId } },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      kind: true,
      takenAt: true,
      remark: true,
      snapshotId: true,
      takenBy: { select: { displayName: true } },
      snapshot: { select: { sha256: true } },
    },
    take: ACTIONS_MAX,
  });
  return rows.map(({ takenAt, takenBy, snapshot, ...row }) => ({
    ...row,
    at: takenAt,
    by: takenBy?.displayName ?? null,
    sha256: snapshot ? Buffer.from(snapshot.sha256).toString('hex') : null,
  }));
}

type RowRead = ReportRow & { written: Written };
type PeriodRow = {
  id: string;
  kind: PeriodKind;
  from: Day;
  to: Day;
  due: Day;
  owed: boolean;
  state: ReportState;
  version: number;
  isKept: boolean;
  filedOn: Day | null;
  asked: boolean;
  filings: number;
  text: Partial<Record<Locale, string>> | null;
  vi: string | null;
  en: string | null;
};

type Narrowed = { periodId?: string; kind?: PeriodKind; year?: number };

/** The periods of a unit that have begun, with its report of each, the newest first. Of a day on which it was not there there is none. */
async function readRows(unitId: string, { periodId, kind, year }: Narrowed): Promise<RowRead[]> {
  const rows = await db.$queryRaw<PeriodRow[]>`
    SELECT p.id::text, p.kind::text, p.starts_on::text AS "from", (p.ends_on - 1)::text AS "to", p.due_on::text AS due, p.owed, coalesce(r.state::text, 'draft') AS state, coalesce(r.version, 1) AS version,
      u.level = 'province' OR EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, p.ends_on - 1)) AS "isKept",
      filed.day::text AS "filedOn", coalesce(newest.kind::text = 'reopen_asked', false) AS asked, coalesce(filed.times, 0) AS filings,
      r.draft_text AS text, r.comment_vi AS vi, r.comment_en AS en
    FROM unit u CROSS JOIN reporting_period p LEFT JOIN report r ON r.unit_id = u.id AND r.period_id = p.id
      LEFT JOIN LATERAL (SELECT a.kind FROM report_action a WHERE a.report_id = r.id ORDER BY a.taken_at DESC, a.id DESC LIMIT 1) newest ON true
      LEFT JOIN LATERAL (SELECT count(*)::int AS times, (max(a.taken_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM report_action a WHERE a.report_id = r.id AND a.kind = 'submitted') filed ON true
    WHERE u.id = ${unitId}::uuid AND (${periodId ?? null}::uuid IS NULL OR p.id = ${periodId ?? null}::uuid) AND (${kind ?? null}::period_kind IS NULL OR p.kind = ${kind ?? null}::period_kind)
      AND (${year ?? null}::int IS NULL OR extract(year FROM p.starts_on) = ${year ?? null}::int) AND p.starts_on <= ${toDate(today())}::date
      AND (r.id IS NOT NULL OR u.opened_on < p.ends_on AND (u.closed_on IS NULL OR u.closed_on >= p.ends_on))
    ORDER BY p.ends_on DESC, p.starts_on DESC LIMIT ${PERIODS_MAX}`;
  return rows.map(toRow);
}

function toRow({ id, kind, from, to, due, owed, text, vi, en, ...row }: PeriodRow): RowRead {
  const period: ReportPeriod = { id, kind, from, to, due, owed };
  return { period, ...row, written: { text: { vi: text?.vi ?? null, en: text?.en ?? null }, comment: { vi, en } } };
}

/** The reports of a unit that she may see, of a kind and a year, the newest first; null beyond her reach. */
export async function listReports(
  viewer: Viewer,
  unitId: string,
  narrowed: { kind?: PeriodKind; year?: number } = {},
): Promise<{ unit: Unit; rows: ReportRow[] } | null> {
  if (!isId(unitId)) return null;
  const [unit, rows] = await Promise.all([findReporter(viewer, unitId), readRows(unitId, narrowed)]);
  return unit && { unit, rows: rows.map(({ written: _, ...row }) => row) };
}

type Closing = { unitId: string; periodId: string };

/** The one report of hers that closes the days before a day, the longest where several end with it; null where there is none, or of several places. */
export async function findClosed(viewer: Viewer, until: Day): Promise<Closing | null> {
  const rows = await db.$queryRaw<Closing[]>`
    SELECT DISTINCT ON (r.unit_id) r.unit_id::text AS "unitId", r.period_id::text AS "periodId" FROM report r JOIN reporting_period p ON p.id = r.period_id JOIN unit_span s ON s.unit_id = r.unit_id AND s.is_last
    WHERE r.state = 'locked' AND p.ends_on = ${toDate(until)}::date AND ${withinAreasSql(Prisma.sql`s.path`, reach(viewer, 'reports.file'))}
    ORDER BY r.unit_id, p.starts_on LIMIT 2`;
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
