import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchKey } from '@/domain/texts/clean-text';
import { tableDigests } from '@/test/factories/table-digests';
import { seed } from './seed';
import { testProvince } from './test-province';
import { realNames } from './units/places';

const { client, work, lines, rows, one } = testProvince();
const day = work.today;

/**
 * Columns that differ by their nature: hashed passwords, the numbers of articles and sessions, which go on after a filling
 * that was broken off, the clock of the tree.
 */
const digests = () =>
  tableDigests(client, {
    account: ['password_hash'],
    article: ['number'],
    session: ['number'],
    snapshot: ['tree_version'],
    tree_version: 'all',
  });

/** What a migration wrote stays as it wrote it. */
const CAME = ['second_factor_start', 'second_pair_rule'];

async function empty() {
  const names =
    await one(`SELECT string_agg(oid::regclass::text, ', ') FROM pg_class WHERE relkind = 'r' AND relname <> '_prisma_migrations'
    AND (relnamespace IN ('public'::regnamespace, 'derived'::regnamespace) OR oid = 'app.sheet_number'::regclass)`);
  const all = (of: (table: string) => string) => CAME.map(of).join('; ');
  await client.query(
    `SET session_replication_role = replica; ${all((table) => `CREATE TEMP TABLE came_${table} AS TABLE ${table}`)};
      TRUNCATE ${names} CASCADE; ${all((table) => `INSERT INTO ${table} TABLE came_${table}`)}; SET session_replication_role = origin`,
  );
}

/** Every index, and every rule that refuses a row. */
const guards = () =>
  rows(`SELECT indexdef AS said FROM pg_indexes WHERE schemaname IN ('public', 'derived')
    UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid > 0 ORDER BY 1`);

let first: Record<string, string> = {};
let before: unknown[] = [];
let stopped = '';
let leftBehind: unknown;

beforeAll(async () => {
  await client.connect();
  before = await guards();
  expect(await seed(work)).toBe(true);
  first = await digests();
  await empty();
  await seed({ ...work, client: failing(client) }).catch((error: Error) => {
    stopped = error.message;
  });
  leftBehind = await one(
    'SELECT (SELECT count(*) FROM unit)::int + (SELECT count(*) FROM person)::int + (SELECT count(*) FROM skill)::int',
  );
  expect(await seed(work)).toBe(true);
});

afterAll(() => client.end());

describe('the demonstration data', () => {
  it('is the same for the same seed and day, row by row', async () => {
    expect(await digests()).toEqual(first);
  });

  it('is never written over what is there', async () => {
    expect(await seed(work)).toBe(false);
    expect(await digests()).toEqual(first);
  });

  it('leaves nothing behind when it is stopped on its last step', () => {
    expect(stopped).toBe('stopped');
    expect(leftBehind).toBe(0);
  });

  it('puts every index and every rule back that it put aside', async () => {
    expect(before.length).toBeGreaterThan(500);
    expect(await guards()).toEqual(before);
  });

  it('tells its progress in Vietnamese numbers', () => {
    expect(lines).toContainEqual(expect.stringMatching(/^✓ 2\.000 hội viên \(\d+,\d s\)$/));
  });

  it('marks every invented person, membership’s unit, session and alert, and no commune, course or other article', async () => {
    expect(await one('SELECT count(*)::int FROM person WHERE NOT demo')).toBe(0);
    expect(await one('SELECT count(*)::int FROM session WHERE NOT demo')).toBe(0);
    expect(await one('SELECT count(*)::int FROM pair WHERE NOT demo')).toBe(0);
    expect(await one('SELECT count(*)::int FROM account WHERE NOT demo')).toBe(0);
    expect(await one(`SELECT count(*)::int FROM unit WHERE demo AND level IN ('province', 'commune')`)).toBe(0);
    expect(await one(`SELECT count(*)::int FROM article WHERE demo IS DISTINCT FROM (kind = 'alert')`)).toBe(0);
  });

  it('gives nobody the name of a real woman whom the sources name', async () => {
    const names = await rows<{ search_key: string }>(
      'SELECT search_key FROM person UNION SELECT search_key FROM enrolment WHERE name IS NOT NULL',
    );
    const real = new Set(realNames.map(searchKey));
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter(({ search_key }) => real.has(search_key))).toEqual([]);
  });
});

describe('its sums', () => {
  it('agree: communes × levels make the province, and people are counted once', async () => {
    const province = await rows(`SELECT level, units, covered FROM app.coverage_province('${day}') ORDER BY level`);
    const communes = await rows(
      `SELECT level, sum(units)::int AS units, sum(covered)::int AS covered FROM app.coverage('${day}') WHERE reported GROUP BY level ORDER BY level`,
    );
    const spans = await rows(
      `SELECT level, count(*)::int AS units, (count(*) FILTER (WHERE covered))::int AS covered FROM app.coverage_units_from_source('${day}') u
       WHERE EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = u.commune_id AND app.active_on(k.valid_from, k.valid_to, '${day}')) GROUP BY level ORDER BY level`,
    );
    expect(communes).toEqual(province);
    expect(spans).toEqual(province);
    expect(await one('SELECT count(DISTINCT person_id)::int FROM membership')).toBe(
      await one('SELECT count(*)::int FROM person'),
    );
  });

  it('show all four states, communes at 100 % and many between, growing over the months', async () => {
    const states = await rows<{ state: string }>(`SELECT DISTINCT state FROM app.coverage('${day}') ORDER BY 1`);
    expect(states.map(({ state }) => state)).toEqual(['no_units', 'not_reported', 'some', 'zero']);
    const trend = await rows<{ percent: string; communes_at_100: number }>(
      `SELECT percent, communes_at_100 FROM unnest('{2025-09-01,2026-01-01,2026-06-01,${day}}'::date[]) d, app.coverage_province(d) WHERE level = 'sub_association' ORDER BY d`,
    );
    const percents = trend.map(({ percent }) => Number(percent));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(trend.at(-1)?.communes_at_100).toBeGreaterThan(3);
  });

  it('hold in checklists: a club meets what can be counted exactly where its board and its members show it', async () => {
    const clubs = await rows<{ position: number; met: boolean; board: number; members: number }>(
      `SELECT c.position, EXISTS (SELECT FROM criterion_met x WHERE x.model_id = m.id AND x.criterion_id = c.id) AS met,
         (SELECT count(*)::int FROM board_seat b WHERE b.model_id = m.id) AS board,
         (SELECT count(*)::int FROM model_member p WHERE p.model_id = m.id) AS members
       FROM digital_model m JOIN criteria_list l ON l.kind = m.kind JOIN criterion c ON c.list_id = l.id AND c.position IN (2, 3)
       WHERE m.kind = 'digital_womens_club' AND EXISTS (SELECT FROM criterion_met x WHERE x.model_id = m.id)`,
    );
    expect(clubs.length).toBeGreaterThan(0);
    for (const { position, met, board, members } of clubs)
      expect(met).toBe(position === 2 ? board >= 3 : members >= 15);
  });

  it('can be cited: the last closed month of three communes, and a month of one that was filed anew', async () => {
    const closed = await rows<{ communes: number; signings: number }>(
      `SELECT count(DISTINCT r.unit_id)::int AS communes, count(*)::int AS signings FROM report r JOIN report_action a ON a.report_id = r.id AND a.kind = 'submitted' AND a.snapshot_id IS NOT NULL
       JOIN reporting_period p ON p.id = r.period_id WHERE r.state = 'locked' GROUP BY p.id ORDER BY p.starts_on`,
    );
    expect(closed).toEqual([
      { communes: 1, signings: 2 },
      { communes: 3, signings: 3 },
    ]);
  });

  it('hold in trainings: nobody is present who has no seat, and each register line has its event', async () => {
    expect(
      await one(
        `SELECT count(*)::int FROM attendance a JOIN enrolment e ON e.id = a.enrolment_id WHERE e.state <> 'confirmed'`,
      ),
    ).toBe(0);
    expect(await one('SELECT (SELECT count(*) FROM attendance) - (SELECT count(*) FROM attendance_event)')).toBe('0');
    expect(await one(`SELECT count(*)::int FROM session WHERE state = 'held' AND starts_at > '${day}'`)).toBe(0);
  });
});

/** The same connection, on which the articles never come through. */
function failing(real: pg.Client): pg.Client {
  return new Proxy(real, {
    get(target, key) {
      if (key !== 'query') return Reflect.get(target, key);
      return (sql: string, values?: unknown[]) =>
        sql.includes('INSERT INTO publication') ? Promise.reject(new Error('stopped')) : target.query(sql, values);
    },
  });
}
