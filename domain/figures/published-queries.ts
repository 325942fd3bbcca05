import { type Day, toDate } from '@/domain/days/day';
import { type Figure, type FigureOfPart, type IndicatorCode, toldOf } from '@/domain/indicators/indicator';
import { findPublishedParts } from '@/domain/indicators/queries';
import { byVietnameseName } from '@/domain/order';
import { type KeptFigures, timedFigure } from '@/domain/reports/content/figures';
import { db, Prisma } from '@/prisma/client';
import {
  type CitedFigure,
  countsPersons,
  type FigurePlace,
  type FigureRow,
  type Filing,
  figureInTens,
  hasRows,
  isTold,
  monthEndsBeside,
} from './figure';

const FILINGS_MAX = 40;
const ROWS_MAX = 1_000;

/**
 * A number of a place on a day: as it was closed, as often as it was, and as it is counted now. Null where nothing is told: no such
 * place on the day, or one that is silent.
 */
export async function findPublishedFigure(code: IndicatorCode, slug: string, day: Day): Promise<CitedFigure | null> {
  const place = await findPublishedPlaceOn(slug, day);
  if (!place || (countsPersons(code) && place.level === 'province')) return null;
  const withRows = hasRows(code, place.level);
  const [filed, counted] = await Promise.all([
    readFiled(code, place, day, withRows),
    findPublishedParts(code, place.id, day),
  ]);
  const told = (figure: Figure) => (countsPersons(code) ? figureInTens(figure) : figure);
  const figure: CitedFigure = {
    code,
    day,
    place,
    filings: filed.filings.map((filing) => ({ ...filing, figure: told(figureIn(code, filing.kept)) })).map(withoutKept),
    now: told(place.reports ? counted.figure : SILENT),
    rows: withRows ? rowsOf(code, filed, place.reports ? counted.parts : []) : [],
  };
  return isTold(figure) ? figure : null;
}

const SILENT: Figure = { done: null, whole: null, percent: null, state: 'not_reported' };

/** The city or a commune by its slug, with the name and kind that it had on the day; null where it was not there. */
async function findPublishedPlaceOn(slug: string, day: Day): Promise<FigurePlace | null> {
  const on = Prisma.sql`${toDate(day)}::date`;
  const [place] = await db.$queryRaw<FigurePlace[]>`
    SELECT u.id::text, u.level::text, u.slug, coalesce(u.code, u.slug) AS code, coalesce(n.name, u.slug) AS name, k.kind::text, EXISTS (SELECT FROM unit d WHERE d.demo) AS demo,
      u.level = 'province' OR EXISTS (SELECT FROM record_keeping r WHERE r.unit_id = u.id AND app.active_on(r.valid_from, r.valid_to, ${on})) AS reports,
      (SELECT coalesce(jsonb_agg(d.day ORDER BY d.day), '[]') FROM unnest(${monthEndsBeside(day).map(toDate)}::date[]) d (day) WHERE EXISTS (SELECT FROM record_keeping r WHERE (r.unit_id = u.id OR u.level = 'province') AND app.active_on(r.valid_from, r.valid_to, d.day))) AS beside,
      (SELECT jsonb_build_object('kind', p.kind, 'from', p.starts_on, 'to', p.ends_on - 1) FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.starts_on <= ${on} AND p.ends_on > ${on}
        WHERE r.unit_id = u.id AND r.state = 'locked' ORDER BY p.ends_on - p.starts_on LIMIT 1) AS closed
    FROM unit u JOIN unit_span s ON s.unit_id = u.id AND app.active_on(s.valid_from, s.valid_to, ${on})
      LEFT JOIN LATERAL (SELECT x.name FROM unit_name x WHERE x.unit_id = u.id AND x.valid_from <= ${on} AND x.valid_from IS DISTINCT FROM x.valid_to ORDER BY x.valid_from DESC LIMIT 1) n ON true
      LEFT JOIN unit_kind k ON k.unit_id = u.id AND app.active_on(k.valid_from, k.valid_to, ${on})
    WHERE u.slug = ${slug} AND u.level IN ('province', 'commune') LIMIT 1`;
  return place ?? null;
}

type KeptFiling = Omit<Filing, 'figure'> & { kept: KeptFigures };
type KeptRow = { id: string; name: string; kind: string | null; slug: string; kept: KeptFigures };
type Filed = { filings: KeptFiling[]; rows: KeptRow[] };

/**
 * Reports of the place that end on the day, each time that one was signed and then closed: the first first. Nobody accepts the city's
 * own, so that it stands once it is signed. Rows are those of the first.
 */
async function readFiled(code: IndicatorCode, { id, level }: FigurePlace, day: Day, withRows: boolean): Promise<Filed> {
  const only = Prisma.sql`jsonb_strip_nulls(jsonb_build_object(${code}::text, row.figures -> ${code}))`;
  const [filed] = await db.$queryRaw<{ filings: KeptFiling[] | null; rows: KeptRow[] | null }[]>`
    WITH signing AS (SELECT a.report_id, a.snapshot_id, a.taken_at, lead(a.taken_at) OVER (PARTITION BY a.report_id ORDER BY a.taken_at, a.id) AS next_at, p.kind, p.starts_on, p.ends_on
        FROM report r JOIN reporting_period p ON p.id = r.period_id AND p.ends_on = ${toDate(day)}::date + 1 JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted'
        WHERE r.unit_id = ${id}::uuid),
      closing AS (SELECT f.*, CASE WHEN ${level} = 'province' THEN f.taken_at ELSE l.taken_at END AS closed_at, o.taken_at AS opened_at,
          EXISTS (SELECT FROM report_action q WHERE q.report_id = f.report_id AND q.kind = 'reopen_asked' AND q.taken_at > l.taken_at AND q.taken_at < o.taken_at) AS asked
        FROM signing f LEFT JOIN LATERAL (SELECT min(x.taken_at) AS taken_at FROM report_action x WHERE x.report_id = f.report_id AND x.kind = 'locked' AND x.taken_at >= f.taken_at AND (f.next_at IS NULL OR x.taken_at < f.next_at)) l ON true
          LEFT JOIN LATERAL (SELECT min(x.taken_at) AS taken_at FROM report_action x WHERE x.report_id = f.report_id AND x.kind = 'reopened' AND x.taken_at > l.taken_at) o ON true),
      filing AS MATERIALIZED (SELECT c.*, s.sha256, (s.editions ->> ${code})::int AS edition FROM closing c JOIN snapshot s ON s.id = c.snapshot_id AND s.unit_id = ${id}::uuid AND s.as_of = ${toDate(day)}::date
        WHERE c.closed_at IS NOT NULL ORDER BY c.closed_at, c.ends_on - c.starts_on LIMIT ${FILINGS_MAX})
    SELECT (SELECT jsonb_agg(jsonb_build_object('period', jsonb_build_object('kind', f.kind, 'from', f.starts_on, 'to', f.ends_on - 1), 'snapshotId', f.snapshot_id, 'sha256', encode(f.sha256, 'hex'), 'edition', f.edition,
          'closedOn', (f.closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'openedOn', (f.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'asked', f.asked, 'kept', ${only}) ORDER BY f.closed_at, f.ends_on - f.starts_on)
        FROM filing f JOIN snapshot_row row ON row.snapshot_id = f.snapshot_id AND row.unit_id = ${id}::uuid) AS filings,
      (SELECT jsonb_agg(jsonb_build_object('id', row.unit_id, 'name', row.name, 'kind', row.kind, 'slug', u.slug, 'kept', ${only}))
        FROM (SELECT snapshot_id FROM filing ORDER BY closed_at, ends_on - starts_on LIMIT 1) f JOIN snapshot_row row ON row.snapshot_id = f.snapshot_id AND row.level::text = ${level === 'province' ? 'commune' : 'sub_association'} JOIN unit u ON u.id = row.unit_id
        WHERE ${withRows} LIMIT ${ROWS_MAX}) AS rows`;
  return { filings: filed?.filings ?? [], rows: filed?.rows ?? [] };
}

function figureIn(code: IndicatorCode, kept: KeptFigures): Figure {
  const { done, whole, percent, state } = timedFigure(code, kept);
  return { done, whole, percent, state };
}

const withoutKept = ({ kept: _, ...filing }: KeptFiling & { figure: Figure }): Filing => filing;

/** Every part that had a row then or has one now, in Vietnamese order; what belongs to the place and to no part stands last. */
function rowsOf(code: IndicatorCode, { filings, rows: kept }: Filed, parts: readonly FigureOfPart[]): FigureRow[] {
  const then = new Map(kept.map((row) => [row.id, row]));
  const now = new Map(parts.map((part) => [part.id ?? '', part]));
  const ids = new Set([...then.keys(), ...now.keys()]);
  ids.delete('');
  const named = [...ids].map((id): FigureRow => {
    const [old, is] = [then.get(id), now.get(id)];
    const { name = '', kind = null } = old ?? is ?? {};
    return {
      id,
      name,
      kind,
      slug: old?.slug ?? is?.slug ?? null,
      was: old ? figureIn(code, old.kept) : null,
      now: is ? figureOfPart(is) : null,
    };
  });
  const [first] = filings;
  const rest = first ? ofNoPart(code, figureIn(code, first.kept), named) : null;
  const own = now.get('');
  const last: FigureRow = {
    id: null,
    name: '',
    kind: null,
    slug: null,
    was: rest,
    now: own ? figureOfPart(own) : null,
  };
  return [...named.sort(byVietnameseName), ...(last.was || last.now ? [last] : [])];
}

const figureOfPart = ({ done, whole, percent, state }: FigureOfPart): Figure => ({ done, whole, percent, state });

/** What a filed whole had beside its rows: of counts alone, for shares do not add up. */
function ofNoPart(code: IndicatorCode, whole: Figure, rows: readonly FigureRow[]): Figure | null {
  if (toldOf(code).group === 'coverage' || whole.done === null) return null;
  const rest = whole.done - rows.reduce((sum, { was }) => sum + (was?.done ?? 0), 0);
  return rest > 0 ? { done: Math.round(rest * 10) / 10, whole: null, percent: null, state: 'known' } : null;
}
