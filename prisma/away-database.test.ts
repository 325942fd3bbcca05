import pg from 'pg';
import { expect, test } from 'vitest';
import { newDrawing, shared } from '@/server/still/shared';
import { openConnections } from './connections';

const url = new URL(process.env.DATABASE_URL ?? '');

/** Whether the answer in the making is noted as one that lacks the database. */
async function away(ask: () => Promise<unknown>): Promise<boolean> {
  const drawing = newDrawing();
  await expect(shared.drawing.run(drawing, ask)).rejects.toThrow();
  return drawing.away;
}

test('a database that is full, or takes no change, is away for who asked, and serves on', async () => {
  const pool = openConnections({ url: url.href, most: 1 });
  const full = `DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$`;
  expect(await away(() => pool.query(full))).toBe(true);
  await pool.query('SET default_transaction_read_only = on');
  expect(await away(() => pool.query(`INSERT INTO throttle (key, points) VALUES ('never', 1)`))).toBe(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  expect(await away(() => pool.query('SELECT 1 / 0'))).toBe(false);
  await pool.end();
});

test('a database that has no connection left, or whose name is not found, is away for who asked', async () => {
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query(`CREATE ROLE nobody_may LOGIN PASSWORD '${decodeURIComponent(url.password)}' CONNECTION LIMIT 0`);
  const crowded = Object.assign(new URL(url), { username: 'nobody_may' });
  const unknown = Object.assign(new URL(url), { hostname: 'nowhere.invalid' });
  for (const { href } of [crowded, unknown]) {
    const other = openConnections({ url: href, most: 1 });
    expect(await away(() => other.query('SELECT 1')), href).toBe(true);
    await other.end();
  }
  await owner.query('DROP ROLE nobody_may');
  await owner.end();
});
