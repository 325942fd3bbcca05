import { type Day, isDay, toDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { type IndicatorCode, publicCodes } from '@/domain/indicators/indicator';
import { readPublishedMeasures } from '@/domain/reports/content/figure-queries';
import type { KeptFigures } from '@/domain/reports/content/figures';
import { timedFigure } from '@/domain/reports/content/figures';
import type { PeriodKind } from '@/domain/reports/periods/period';
import { ok } from '@/domain/result';
import { db, Prisma } from '@/prisma/client';
import { type Question, refused } from '../question';
import type { FiledFigureRow, SnapshotRow } from '../rows';
import { findPublishedPlace } from './place-queries';
import { behindKey, byKey, figureFields, type Telling } from './told';

/** A filed report whose figures can be cited, now and later. */
export type PublishedSnapshot = {
  id: string;
  unitId: string;
  /** null of the city */
  commune: string | null;
  /** of then */
  name: string;
  kind: PeriodKind;
  from: Day;
  to: Day;
  filedOn: Day;
  sha256: string;
  /** Was no report of the period filed after it? */
  isCurrent: boolean;
  demo: boolean;
};

/**
 * Public is what the city accepted, and what it signed itself; and stays so when it is filed anew: who cited it finds what she cited. What
 * was given back is none.
 */
const publicSql = Prisma.sql`FROM report_action a JOIN report r ON r.id = a.report_id JOIN reporting_period p ON p.id = r.period_id
    JOIN snapshot s ON s.id = a.snapshot_id JOIN unit u ON u.id = r.unit_id LEFT JOIN snapshot_row w ON w.snapshot_id = s.id AND w.unit_id = r.unit_id
    LEFT JOIN LATERAL (SELECT x.taken_at FROM report_action x WHERE x.report_id = r.id AND x.kind = 'submitted' AND x.taken_at > a.taken_at ORDER BY x.taken_at LIMIT 1) later ON true
  WHERE a.kind = 'submitted' AND (u.level = 'province' OR EXISTS (SELECT FROM report_action y WHERE y.report_id = r.id AND y.kind = 'accepted'
    AND y.taken_at >= a.taken_at AND (later.taken_at IS NULL OR y.taken_at < later.taken_at)))`;

const columnsSql = Prisma.sql`s.id::text, r.unit_id::text AS "unitId", CASE WHEN u.level <> 'province' THEN coalesce(u.code, u.slug) END AS commune,
  coalesce(w.name, '') AS name, p.kind::text, p.starts_on::text AS "from", (p.ends_on - 1)::text AS "to", (a.taken_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "filedOn",
  encode(s.sha256, 'hex') AS sha256, later.taken_at IS NULL AS "isCurrent", s.demo`;

/** One of them by its id; null for any other snapshot. */
export async function findPublishedSnapshot(id: string): Promise<PublishedSnapshot | null> {
  if (!isId(id)) return null;
  const [row] = await db.$queryRaw<
    PublishedSnapshot[]
  >`SELECT ${columnsSql} ${publicSql} AND s.id = ${id}::uuid LIMIT 1`;
  return row ?? null;
}

/** Those of everybody or of one commune, of the newest period first; behind the last day and id of the page before. */
export const listPublishedSnapshots = (
  { unitId, behind }: { unitId?: string | undefined; behind?: { to: Day; id: string } | null },
  most: number,
): Promise<PublishedSnapshot[]> => db.$queryRaw`
  SELECT ${columnsSql} ${publicSql} AND ${unitId ? Prisma.sql`r.unit_id = ${unitId}::uuid` : Prisma.sql`true`}
    AND ${behind ? Prisma.sql`(p.ends_on - 1, s.id) < (${toDate(behind.to)}::date, ${behind.id}::uuid)` : Prisma.sql`true`}
  ORDER BY p.ends_on DESC, s.id DESC LIMIT ${most}`;

const keyOf = ({ to, id }: PublishedSnapshot) => `${to}.${id}`;

function readKey(after: string | undefined): { to: Day; id: string } | null {
  const [to = '', id = ''] = (after ?? '').split('.');
  return isDay(to) && isId(id) && `${to}.${id}` === after ? { to, id } : null;
}

/** The same as rows of open data. */
export async function listPublishedSnapshotRows({ commune, after, limit }: Question): Telling<SnapshotRow> {
  const behind = readKey(after);
  if (after !== undefined && !behind) return refused('no-such-place-in-list', 'after');
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  if (commune !== undefined && !place) return refused('no-such-commune', 'commune');
  const found = await listPublishedSnapshots({ unitId: place?.id, behind }, limit + 1);
  const rows = found.slice(0, limit).map(
    (row): SnapshotRow => ({
      snapshot: row.id,
      commune: row.commune,
      name: row.name,
      period_kind: row.kind,
      period_from: row.from,
      period_to: row.to,
      filed_on: row.filedOn,
      sha256: row.sha256,
      is_current: row.isCurrent,
      demonstration: row.demo,
    }),
  );
  const last = found[limit - 1];
  return ok({ rows, next: found.length > limit && last ? keyOf(last) : null, day: null, from: null, to: null });
}

type FiguresRow = {
  commune: string | null;
  name: string;
  kind: string | null;
  figures: KeptFigures;
  editions: Partial<Record<IndicatorCode, number>>;
};

const UNITS_MAX = 300;

/**
 * The public figures of a snapshot as they were filed: of its own place, and of the city's each commune. Persons, and
 * what stands beneath a commune, are left away. Null where there is none.
 */
export async function listPublishedFiledFigures(question: Question): Promise<Awaited<Telling<FiledFigureRow>> | null> {
  const snapshot = await findPublishedSnapshot(question.id ?? '');
  if (!snapshot) return null;
  const [units, measures] = await Promise.all([
    db.$queryRaw<FiguresRow[]>`
      SELECT CASE WHEN w.level <> 'province' THEN coalesce(u.code, u.slug) END AS commune, w.name, w.kind::text, w.figures, s.editions
      FROM snapshot_row w JOIN snapshot s ON s.id = w.snapshot_id JOIN unit u ON u.id = w.unit_id
      WHERE w.snapshot_id = ${snapshot.id}::uuid AND w.level IN ('province', 'commune') LIMIT ${UNITS_MAX}`,
    readPublishedMeasures(snapshot.to),
  ]);
  const all = units.flatMap((unit) =>
    publicCodes.map((code): FiledFigureRow => {
      const figure = timedFigure(code, unit.figures);
      const isTold = unit.figures[code] !== undefined || !isSilent(unit.figures);
      const fields = figureFields(isTold ? figure : { ...figure, state: 'not_reported' });
      return {
        commune: unit.commune,
        name: unit.name,
        kind: unit.kind === 'commune' || unit.kind === 'ward' || unit.kind === 'special_zone' ? unit.kind : null,
        indicator: code,
        edition: unit.editions[code] ?? 1,
        measure: measures.get(code) ?? 'count',
        ...fields,
        in_period: fields.figure_state === 'known' ? figure.since : null,
        demonstration: snapshot.demo,
      };
    }),
  );
  const placeOf = ({ commune, indicator }: FiledFigureRow) => `${commune ?? '0'}.${indicator}`;
  const { page, next } = behindKey(all.sort(byKey(placeOf)), placeOf, question);
  return ok({ rows: page, next, day: snapshot.to, from: snapshot.from, to: snapshot.to });
}

/** Of a commune that was silent nothing was counted but its sessions: what is not there is not zero. */
const isSilent = (figures: KeptFigures) =>
  [figures.coverage_sub_association, figures.coverage_group].some((figure) => figure?.state === 'not_reported');
