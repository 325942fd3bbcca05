import pg from 'pg';
import { coverageLevels, percentOf, trendDays } from '@/domain/coverage/coverage';
import { addDays, type Day, monthStart } from '@/domain/days/day';
import { CITY, type Count, counts, type Figure, type Level, type Place, type Unit } from './figure';
import { readFiled } from './filed';

/** What is true, read from the records themselves and not from what is kept of them. */
export type Truth = {
  /** today first, then four past days */
  days: Day[];
  /** the communes of today */
  places: Place[];
  /** and with them those that are no more, but were on one of the days */
  former: Place[];
  provinceId: string;
  of: (place: string, level: Level, day: string, count?: Count) => Figure;
  unitsOn: (day: string) => ReadonlyMap<string, Unit>;
  /** communes of a day by what they were called, as pictures name them */
  namesOn: (day: string) => ReadonlyMap<string, string>;
  /** what snapshots that can be cited say, as they were kept: of each place and indicator, and their sums */
  filed: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** the month that each of the days lies in, as reports know it */
  monthOf: (day: string) => string | undefined;
  /** the province has brought its boundaries, and shows them */
  boundaries: boolean;
};

const MONTHS = 12;

const UNITS = `
  SELECT d.day::text AS day, c.slug, u.unit_id::text AS id, u.level::text AS level, u.sub_association_id::text AS "subAssociationId", u.covered, u.tied,
    u.has_family AS family, u.has_pair AS pair
  FROM unnest($1::date[]) d (day) CROSS JOIN LATERAL app.coverage_units_from_source(d.day) u JOIN unit c ON c.id = u.commune_id
  WHERE EXISTS (SELECT FROM unit_span s WHERE s.unit_id = c.id AND s.level = 'commune')`;

const COMMUNES = `
  SELECT d.day::text AS day, c.id::text AS id, c.slug, coalesce(c.code, c.slug) AS code,
    (SELECT n.name FROM unit_name n WHERE n.unit_id = c.id AND n.valid_from <= d.day ORDER BY n.valid_from DESC LIMIT 1) AS name,
    EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = c.id AND app.active_on(k.valid_from, k.valid_to, d.day)) AS reported
  FROM unnest($1::date[]) d (day) JOIN unit c ON c.opened_on <= d.day AND (c.closed_on IS NULL OR d.day < c.closed_on)
    AND EXISTS (SELECT FROM unit_span s WHERE s.unit_id = c.id AND s.level = 'commune')`;

const MONTH_OF = `
  SELECT p.id::text AS id, d.day::text AS day FROM unnest($1::date[]) d (day)
    JOIN reporting_period p ON p.kind = 'month' AND p.starts_on <= d.day AND d.day < p.ends_on`;

type UnitRow = Unit & { day: Day; family: boolean; pair: boolean };
type CommuneRow = Place & { day: Day; reported: boolean; name: string };

/** Reads it of today and of past days, the ends of four months within the year behind if none are asked for, with the days of their trends. */
export async function readTruth(address: string, asked?: readonly Day[]): Promise<Truth> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const [{ today } = { today: '' }] = (await client.query('SELECT app.today()::text AS today')).rows;
    const days = asked ? [today, ...asked] : pastDays(today);
    const all = [...new Set(days.flatMap((day) => trendDays(day, MONTHS)))];
    const units = (await client.query<UnitRow>(UNITS, [all])).rows;
    const communes = (await client.query<CommuneRow>(COMMUNES, [all])).rows;
    const province = await client.query(`SELECT id::text AS id FROM unit WHERE level = 'province'`);
    const shown = await client.query('SELECT FROM boundary_edition WHERE shown_at IS NOT NULL AND removed_at IS NULL');
    const boundaries = (shown.rowCount ?? 0) > 0;
    const filed = await readFiled(client);
    const months = await client.query<{ id: string; day: Day }>(MONTH_OF, [days]);
    const monthOf = (day: string) => months.rows.find((month) => month.day === day)?.id;
    return truthOf({ days, units, communes, boundaries, filed, monthOf, provinceId: province.rows[0]?.id ?? '' });
  } finally {
    await client.end();
  }
}

const pastDays = (today: Day): Day[] => [today, ...[0, 2, 5, 9].map((back) => addDays(monthStart(today, -back), -1))];

type Read = { days: Day[]; units: UnitRow[]; communes: CommuneRow[] } & Pick<
  Truth,
  'provinceId' | 'boundaries' | 'filed' | 'monthOf'
>;

function truthOf({ days, units, communes, ...read }: Read): Truth {
  const figures = new Map<string, Figure>();
  const byPlace = groupedBy(units, ({ slug, level, day }) => `${slug} ${level} ${day}`);
  const byDay = groupedBy(communes, ({ day }) => day);
  for (const [day, there] of byDay)
    for (const level of coverageLevels)
      for (const count of counts) {
        const ofPlace = ({ slug }: CommuneRow) => byPlace.get(`${slug} ${level} ${day}`) ?? [];
        for (const commune of there)
          figures.set(`${commune.slug} ${level} ${day} ${count}`, figureOf(ofPlace(commune), count, commune.reported));
        const reporting = there.filter(({ reported }) => reported).flatMap(ofPlace);
        figures.set(`${CITY} ${level} ${day} ${count}`, figureOf(reporting, count, true));
      }
  const onDay = new Map(
    days.map((day) => [day, new Map(units.filter((unit) => unit.day === day).map((unit) => [unit.id, unit]))]),
  );
  const places = byDay.get(days[0] ?? '2025-08-01') ?? [];
  const former = communes.filter(({ id }, at) => communes.findIndex((each) => each.id === id) === at);
  return {
    ...read,
    days,
    former,
    places,
    of: (place, level, day, count = 'covered') => figures.get(`${place} ${level} ${day} ${count}`) ?? ABSENT,
    unitsOn: (day) => onDay.get(day as Day) ?? new Map(),
    namesOn: (day) => new Map(byDay.get(day as Day)?.map(({ name, slug }) => [name, slug])),
  };
}

function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const ABSENT: Figure = { covered: null, units: null, percent: null, state: 'absent' };

const countsIn: Record<Count, (unit: UnitRow) => boolean> = {
  covered: ({ covered }) => covered,
  bothUntied: ({ family, pair, tied }) => family && pair && !tied,
  familyOnly: ({ family, pair }) => family && !pair,
  pairOnly: ({ family, pair }) => pair && !family,
};

function figureOf(units: readonly UnitRow[], count: Count, reported: boolean): Figure {
  if (units.length === 0) return { units: null, covered: null, percent: null, state: 'no_units' };
  if (!reported) return { units: units.length, covered: null, percent: null, state: 'not_reported' };
  const covered = units.filter(countsIn[count]).length;
  return {
    units: units.length,
    covered,
    percent: percentOf(covered, units.length),
    state: covered === 0 ? 'zero' : 'some',
  };
}
