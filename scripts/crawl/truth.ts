import pg from 'pg';

/** A figure as it is told somewhere: units and covered ones, or the state that stands in place of a number. */
export type Figure = { covered: number | null; units: number | null; state: string };
export type Level = 'sub_association' | 'group';
export const levels: readonly Level[] = ['sub_association', 'group'];

export type Place = { id: string; slug: string; code: string };
/** What is true, read from the records themselves and not from what is kept of them. */
export type Truth = {
  days: string[];
  places: Place[];
  of: (place: string, level: Level, day: string) => Figure;
  /** of today: sub-associations and groups by id, whether each is covered */
  units: Map<string, boolean>;
};

/** All communes that report together. */
export const CITY = 'city';

const FIGURES = `
  SELECT d.day::text AS day, c.slug, l.level::text AS level, count(u.unit_id)::int AS units, (count(*) FILTER (WHERE u.covered))::int AS covered,
    EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = c.id AND app.active_on(k.valid_from, k.valid_to, d.day)) AS reported
  FROM unnest($1::date[]) d (day) CROSS JOIN (VALUES ('sub_association'::unit_level), ('group')) l (level)
    JOIN unit c ON c.opened_on <= d.day AND (c.closed_on IS NULL OR d.day < c.closed_on)
      AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = c.id AND s.level = 'commune')
    LEFT JOIN LATERAL app.coverage_units_from_source(d.day) u ON u.commune_id = c.id AND u.level = l.level
  GROUP BY 1, 2, 3, c.id, d.day`;

const PLACES = `SELECT DISTINCT u.id::text, u.slug, coalesce(u.code, u.slug) AS code FROM unit u JOIN unit_span s ON s.unit_id = u.id AND s.level = 'commune'`;

/** Reads it, with five past days: today, and the ends of four months within the year behind. */
export async function readTruth(address: string): Promise<Truth> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const days = await askedDays(client);
    const { rows } = await client.query<Row>(FIGURES, [days]);
    const figures = new Map(rows.map((row) => [`${row.slug} ${row.level} ${row.day}`, figureOf(row)]));
    for (const day of days)
      for (const level of levels)
        figures.set(`${CITY} ${level} ${day}`, cityOf(rows.filter((row) => row.level === level && row.day === day)));
    const places = (await client.query(PLACES)).rows;
    const units = await client.query(
      'SELECT unit_id::text AS id, covered FROM app.coverage_units_from_source(app.today())',
    );
    return {
      days,
      places: places.filter(({ slug }) => figures.has(`${slug} group ${days[0]}`)),
      of: (place, level, day) =>
        figures.get(`${place} ${level} ${day}`) ?? { covered: null, units: null, state: 'absent' },
      units: new Map(units.rows.map(({ id, covered }) => [id, covered])),
    };
  } finally {
    await client.end();
  }
}

async function askedDays(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    SELECT day::text FROM (SELECT app.today() AS day UNION ALL
      SELECT (date_trunc('month', app.today()) - back * interval '1 month' - interval '1 day')::date FROM unnest(ARRAY[0, 2, 5, 9]) back) d ORDER BY day DESC`);
  return rows.map(({ day }) => day);
}

type Row = { day: string; slug: string; level: Level; units: number; covered: number; reported: boolean };

function figureOf({ units, covered, reported }: Omit<Row, 'day' | 'slug' | 'level'>): Figure {
  if (units === 0) return { units: null, covered: null, state: 'no_units' };
  if (!reported) return { units, covered: null, state: 'not_reported' };
  return { units, covered, state: covered === 0 ? 'zero' : 'some' };
}

/** What those that report come to: the others have no part in it. */
function cityOf(rows: readonly Row[]): Figure {
  const told = rows.filter(({ reported }) => reported);
  const sum = (of: 'units' | 'covered') => told.reduce((all, row) => all + row[of], 0);
  return figureOf({ units: sum('units'), covered: sum('covered'), reported: true });
}
