import { readdirSync, readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { expect, test } from '@playwright/test';
import { query } from '../../scripts/database/database.mjs';
import { settingsOf } from '../../scripts/database/postgres-settings.mjs';
import { databaseAddress } from '../support/processes/processes';

/** How the portal under test lies on its machine, as `npm start` has started it. */

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
};

/** What the processes of the portal were started with. They alone are told where it signs people in. */
const serversOf = (address: string): string[][] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(`NEXTAUTH_URL=${address}\0`))
    .map((pid) => read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean));

test('what runs is the compiled server, with a heap that fits the machine, and nothing beside it that compiles', () => {
  const servers = serversOf(process.env.PORTAL_URL ?? '');
  expect(servers.length, 'the front, and who draws').toBeGreaterThan(1);
  for (const said of servers) {
    expect(said.find((part) => /\.[jt]s$/.test(part))).toMatch(/\/\.server\/[a-z-]+\.js$/);
    expect(said.join(' ')).not.toMatch(/tsx|esbuild|--import|--loader/);
    const heap = Number(said.join(' ').match(/--max-old-space-size=(\d+)/)?.[1]) * 1024 ** 2;
    expect(heap).toBeLessThanOrEqual(Math.max(totalmem() / 8, 256 * 1024 ** 2));
  }
});

test('the settings for this machine are in force in PostgreSQL', async () => {
  const wanted = settingsOf({ durable: true }).map((setting) => setting.split('='));
  const others = await query(
    databaseAddress(),
    `SELECT name, current_setting(name) AS is, value AS wanted FROM unnest($1::text[], $2::text[]) AS wanted (name, value)
     WHERE CASE WHEN value LIKE '%MB' THEN pg_size_bytes(current_setting(name)) <> pg_size_bytes(value)
           ELSE current_setting(name) <> value END`,
    [wanted.map(([name]) => name), wanted.map(([, value]) => value)],
  );
  expect(wanted.length).toBeGreaterThan(5);
  expect(others).toEqual([]);
});
