import type { Viewer } from '@/domain/access/viewer';
import { type Day, toDate } from '@/domain/days/day';
import type { UnitOfMeasure } from '@/domain/indicators/indicator';
import { db, longTransaction, Prisma } from '@/prisma/client';
import { keptValue } from '@/prisma/kept/kept-values';
import type { Transaction } from '@/prisma/transaction';
import type { PeriodKind, Stretch } from '../periods/period';
import type { KeptFigures } from './figures';
import { countedTag, type Placed, seenId } from './placed';

export type Stretches = { now: Stretch; before: Stretch | null; yearBefore: Stretch | null };
type Which = keyof Stretches;
type FiguresRow = { which: Which; live: KeptFigures | null; digest: string | null; filed: KeptFigures | null };

/** The figures of a place over each stretch; of an earlier one as they were filed, and as its records are now. */
export type FiguresRead = {
  now: KeptFigures;
  digest: string;
  before: KeptFigures | null;
  yearBefore: KeptFigures | null;
  /** of the period before, where it was filed: what its records say now */
  beforeNow: KeptFigures | null;
};

/** The same of the whole city, which at its largest takes longer than a statement may elsewhere. */
export const readWholeFigures = (viewer: Viewer, place: Placed, kind: PeriodKind, stretches: Stretches) =>
  longTransaction((tx) => readFigures(viewer, place, kind, stretches, tx));

/** Milliseconds for which the figures of earlier periods are kept. */
const KEPT_MS = 60_000;

/**
 * The same of a commune: what its records say of this period is what they say at this moment, what they and its filed reports say of earlier
 * ones is kept for a minute.
 */
export async function readFiguresOfCommune(
  viewer: Viewer,
  place: Placed,
  kind: PeriodKind,
  { now, ...stretches }: Stretches,
): Promise<FiguresRead> {
  const readEarlier = () => readFigures(viewer, place, kind, { now: null, ...stretches });
  const tags = ['figures', 'units', 'today', `figures:${place.id}`, countedTag(place.id)];
  const of = `${place.id} ${kind} ${now.from}`;
  const isSeen = seenId(viewer, place) !== null;
  const [current, earlier] = await Promise.all([
    readFigures(viewer, place, kind, { now, before: null, yearBefore: null }),
    isSeen ? keptValue(`earlier figures ${of}`, tags, readEarlier, KEPT_MS) : readEarlier(),
  ]);
  return { ...earlier, now: current.now, digest: current.digest };
}

/** Reads them in one statement, from the one arithmetic; what was filed is not counted again, but for the period before. */
export async function readFigures(
  viewer: Viewer,
  place: Placed,
  kind: PeriodKind,
  stretches: { [Of in Which]: Stretch | null },
  through: Pick<Transaction, '$queryRaw'> = db,
): Promise<FiguresRead> {
  const unitId = seenId(viewer, place);
  const asked = Object.entries(stretches).flatMap(([which, stretch]) => (stretch ? [{ which, ...stretch }] : []));
  const rows = await through.$queryRaw<FiguresRow[]>`
    WITH asked AS (SELECT * FROM unnest(${asked.map(({ which }) => which)}::text[], ${asked.map(({ from }) => toDate(from))}::date[], ${asked.map(({ to }) => toDate(to))}::date[]) a (which, since, day)),
      known AS MATERIALIZED (SELECT a.*, CASE WHEN a.which <> 'now' THEN (SELECT row.figures FROM reporting_period p JOIN report r ON r.period_id = p.id AND r.unit_id = ${unitId}::uuid
        JOIN snapshot_row row ON row.snapshot_id = r.snapshot_id AND row.unit_id = r.unit_id WHERE p.kind = ${kind}::period_kind AND p.starts_on = a.since) END AS filed FROM asked a),
      told AS MATERIALIZED (SELECT t.* FROM (SELECT array_agg(k.since) AS since, array_agg(k.day) AS days FROM known k WHERE k.filed IS NULL OR k.which = 'before') k
        CROSS JOIN LATERAL app.place_told(${unitId}::uuid, k.since, k.days) t)
    SELECT k.which, t.figures AS live, md5(t.figures::text) AS digest, k.filed
    FROM known k LEFT JOIN told t ON t.since = k.since AND t.day = k.day AND (k.filed IS NULL OR k.which = 'before') LIMIT ${asked.length}`;
  const of = (which: Which) => rows.find((row) => row.which === which);
  const [now, before, year] = [of('now'), of('before'), of('yearBefore')];
  return {
    now: now?.live ?? {},
    digest: now?.digest ?? '',
    before: before ? (before.filed ?? before.live ?? {}) : null,
    yearBefore: year ? (year.filed ?? year.live ?? {}) : null,
    beforeNow: before?.filed ? before.live : null,
  };
}

/** In what each indicator of a day is told, by its code. */
export async function readPublishedMeasures(day: Day): Promise<Map<string, UnitOfMeasure>> {
  const rows = await db.indicator.findMany({
    where: { validFrom: { lte: toDate(day) }, OR: [{ validTo: null }, { validTo: { gt: toDate(day) } }] },
    select: { code: true, unitOfMeasure: true },
    take: 100,
  });
  return new Map(rows.map(({ code, unitOfMeasure }) => [code, unitOfMeasure]));
}

type RefiledRow = {
  /** null of the place itself */
  place: string | null;
  kind: PeriodKind;
  from: string;
  to: string;
  was: KeptFigures;
  now: KeptFigures;
  by: string | null;
  on: string;
  why: string | null;
};

const REFILED_MAX = 24;

/**
 * Earlier reports of the place, and of the city those of its communes, that were filed anew since the last one was: what they said, what they
 * say, who, and why they were opened.
 */
export const readRefiled = (
  viewer: Viewer,
  place: Placed & { level: 'commune' | 'province' },
  before: Day,
  since: Day | null,
): Promise<RefiledRow[]> =>
  db.$queryRaw<RefiledRow[]>`
    WITH filing AS (SELECT a.report_id, a.snapshot_id, a.taken_at, a.taken_by_id, lag(a.snapshot_id) OVER w AS old
        FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.ends_on <= ${toDate(before)}::date JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted'
        WHERE (r.unit_id = ${seenId(viewer, place)}::uuid OR ${place.level === 'province'} AND r.unit_id IN (SELECT u.id FROM unit u WHERE u.level = 'commune' AND ${seenId(viewer, place)}::uuid IS NOT NULL)) WINDOW w AS (PARTITION BY a.report_id ORDER BY a.taken_at))
    SELECT CASE WHEN r.unit_id <> ${place.id}::uuid THEN n.name END AS place, p.kind::text, p.starts_on::text AS "from", (p.ends_on - 1)::text AS "to", o.figures AS was, n.figures AS now, c.display_name AS by,
      (f.taken_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS on,
      (SELECT x.remark FROM report_action x WHERE x.report_id = f.report_id AND x.kind IN ('returned', 'reopened') AND x.taken_at < f.taken_at ORDER BY x.taken_at DESC LIMIT 1) AS why
    FROM filing f JOIN report r ON r.id = f.report_id JOIN reporting_period p ON p.id = r.period_id
      JOIN snapshot_row o ON o.snapshot_id = f.old AND o.unit_id = r.unit_id JOIN snapshot_row n ON n.snapshot_id = f.snapshot_id AND n.unit_id = r.unit_id
      LEFT JOIN account c ON c.id = f.taken_by_id
    WHERE f.old IS NOT NULL AND f.old <> f.snapshot_id ${since ? Prisma.sql`AND f.taken_at >= ${toDate(since)}` : Prisma.empty}
    ORDER BY r.unit_id <> ${place.id}::uuid, p.starts_on, n.name, f.taken_at LIMIT ${REFILED_MAX}`;
