import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** As the owner, who alone may guard a table; nothing is kept. */
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

const rows = async (sql: string) => (await owner.query<{ said: string }>(sql)).rows.map(({ said }) => said);
/** Whether words may go over several lines is decided table by table. */
const guards = () =>
  rows(`SELECT conrelid::regclass || ': ' || replace(pg_get_constraintdef(oid), 'clean_text(', 'clean_line(') AS said FROM pg_constraint WHERE conname IN ('clean_text', 'half_open')
    UNION ALL SELECT tgrelid::regclass || ': ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'raise_version' ORDER BY 1`);

test('no table was forgotten: guarded once more, each has the checks that it had', async () => {
  const tables = await rows(
    `SELECT oid::regclass::text AS said FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  );
  expect(tables.length).toBeGreaterThan(80);
  await owner.query('BEGIN');
  const before = await guards();
  for (const table of tables) await owner.query('SELECT app.guard($1::regclass)', [table]);
  const after = await guards();
  await owner.query('ROLLBACK');
  expect(before).toEqual(after);
});

test('every column of words refuses what no person types, and every table with spans one that ends before it begins', async () => {
  const unguarded = await rows(`
    SELECT a.attrelid::regclass || '.' || a.attname AS said FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND ((a.atttypid = 'text'::regtype AND a.attname NOT IN ('password_hash', 'path')
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conname = 'clean_text' AND a.attnum = ANY (k.conkey)))
        OR (a.attname = 'valid_to'
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conname = 'half_open')))`);
  expect(unguarded).toEqual([]);
});

test('the index of a rule holds no id behind another: rows sought by it would have the planner go through all of the index', async () => {
  const behind = await rows(`
    SELECT k.conname AS said FROM pg_constraint k JOIN pg_index i ON i.indexrelid = k.conindid, unnest((i.indkey::int2[])[1:]) AS later(number)
      JOIN pg_attribute a ON a.attnum = later.number
    WHERE k.contype = 'x' AND a.attrelid = k.conrelid AND a.atttypid = 'uuid'::regtype`);
  expect(behind).toEqual([]);
});

test('what holds from a day until a day holds on the first and no longer on the last, in figures as everywhere', async () => {
  const holds = async (from: string, to: string | null, day: string) =>
    (await owner.query('SELECT app.active_on($1::date, $2::date, $3::date) AS holds', [from, to, day])).rows[0].holds;
  expect(await holds('2026-03-01', '2026-03-31', '2026-02-28')).toBe(false);
  expect(await holds('2026-03-01', '2026-03-31', '2026-03-01')).toBe(true);
  expect(await holds('2026-03-01', '2026-03-31', '2026-03-30')).toBe(true);
  expect(await holds('2026-03-01', '2026-03-31', '2026-03-31')).toBe(false);
  expect(await holds('2026-03-01', '2026-03-01', '2026-03-01')).toBe(false);
  expect(await holds('2026-03-01', null, '2036-01-01')).toBe(true);
});

test('what keeps figures writes as its owner does, and is hung by nobody of the portal on a table of her own', async () => {
  const keepers = (more: string) =>
    rows(
      `SELECT proname AS said FROM pg_proc WHERE pronamespace = 'derived'::regnamespace AND prorettype = 'trigger'::regtype AND prosecdef AND ${more}`,
    );
  expect(await keepers('true')).toContain('closed_note_written');
  expect(await keepers(`has_function_privilege('portal_app', oid, 'EXECUTE')`)).toEqual([]);
});
