import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { env } from '@/domain/ground/env';
import { openWay } from '@/test/servers/cuttable-way';
import { openLateNews } from '@/test/servers/late-news';
import { reachOf } from '../front/health';
import { Link } from './link';
import { inParts } from './message-parts';
import { leaveMark } from './saved/proof';
import { FORGET } from './tags';

/** A link that remembers what it heard. */
class Listener {
  heard: string[] = [];
  times = 0;
  readonly link: Link;

  constructor(url = env.DATABASE_URL, release?: number) {
    this.link = new Link({
      url,
      ...(release && { release }),
      pause: 50,
      changed: (tags) => this.heard.push(...tags),
      lost: () => {
        this.times++;
      },
      report: () => {},
    });
  }
}

let listeners: Listener[];
const listen = async (url?: string, release?: number) => {
  const listener = new Listener(url, release);
  listeners.push(listener);
  await listener.link.start();
  return listener;
};

let admin: pg.Client;
beforeEach(async () => {
  listeners = [];
  admin = new pg.Client({ connectionString: env.DATABASE_URL });
  await admin.connect();
});
afterEach(async () => {
  await Promise.all(listeners.map(({ link }) => link.stop()));
  await admin.end();
});

describe('a change', () => {
  test('is heard by every other process, and not by the one that says it', async () => {
    const [one, two, three] = [await listen(), await listen(), await listen()];
    await one.link.tell(['articles', 'today']);
    for (const other of [two, three]) await expect.poll(() => other.heard).toEqual(['articles', 'today']);
    expect(one.heard).toEqual([]);
  });

  test('of many things is heard in full', async () => {
    const [one, two] = [await listen(), await listen()];
    const tags = Array.from({ length: 2_000 }, (_, n) => `_N_T_/vi/communes/${n}`);
    await one.link.tell(tags);
    await expect.poll(() => two.heard.length).toBe(2_000);
    expect(new Set(two.heard)).toEqual(new Set(tags));
  });

  test('in a message that makes no sense counts as "nobody knows what has changed"', async () => {
    const one = await listen();
    await admin.query(`select pg_notify('still_pages', 'nonsense')`);
    await expect.poll(() => one.times).toBe(2);
  });
});

test('what is sealed is so when all that was told before has been heard, however late the database passes it on', async () => {
  const way = await openLateNews(env.DATABASE_URL);
  const [late, other] = [await listen(way.url), await listen()];
  await other.link.tell(['articles']);
  let heard: string[] | undefined;
  const sealed = late.link.sealed(['SELECT 7 AS seven']).then((rows) => {
    heard = [...late.heard];
    return rows;
  });
  // asked behind it on the same connection: its transaction has ended by now
  await late.link.query('SELECT 1');
  expect(heard).toBeUndefined();
  way.letGo();
  expect(await sealed).toEqual([{ seven: 7 }]);
  expect(heard).toEqual(['articles']);
  await late.link.stop();
  way.close();
});

test('the link works as the portal does, with an end in the database, and may do all that is asked of it', async () => {
  const { link } = await listen();
  const [setting] = await link.query(
    `SELECT current_user AS role, current_setting('statement_timeout') AS whole, current_setting('lock_timeout') AS lock`,
  );
  expect(setting).toEqual({ role: 'portal_app', whole: '4s', lock: '1s' });
  await leaveMark(link);
  expect(await link.query(`SELECT app.note_reads('{"/vi/newsArticle/khong-co":1}'::jsonb)`)).toHaveLength(1);
  await expect(link.query('CREATE TABLE one_more ()')).rejects.toThrow(/permission denied/);
  // whoever holds what reads are added to keeps no change waiting for long
  await admin.query('BEGIN; LOCK TABLE app.kept_pages IN ACCESS EXCLUSIVE MODE');
  await expect(link.query('SELECT mark FROM app.kept_pages')).rejects.toThrow(/lock timeout/);
  await admin.query('ROLLBACK');
});

test('a living portal says which release it is, for as long as it lives', async () => {
  const said = async () => {
    const { rows } = await admin.query(
      `SELECT objid::int AS release FROM pg_locks WHERE classid = 72707370 ORDER BY 1`,
    );
    return rows.map(({ release }) => release);
  };
  const [earlier] = [await listen(undefined, 177), await listen(undefined, 180)];
  expect(await said()).toEqual([177, 180]);
  await earlier.link.stop();
  await expect.poll(said).toEqual([180]);
});

describe('when the database ends a connection', () => {
  test('the link comes back by itself, and everything counts as changed', async () => {
    const [one, two] = [await listen(), await listen()];
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal still pages' and datname = current_database()`,
    );
    await expect.poll(() => [one.times, two.times]).toEqual([2, 2]);
    await one.link.tell(['articles']);
    await expect.poll(() => two.heard).toEqual(['articles']);
  });
});

describe('while the database is away', () => {
  test('a change waits and is told as soon as it is back; nobody is kept waiting for that', async () => {
    const way = await openWay(env.DATABASE_URL);
    const [cutOff, other] = [await listen(way.url), await listen()];
    way.cut();
    await expect.poll(() => cutOff.link.connected).toBe(false);
    await cutOff.link.tell(['articles']);
    expect(other.heard).toEqual([]);
    way.mend();
    await expect.poll(() => other.heard).toEqual(['articles']);
    expect(cutOff.times).toBe(2);
    way.close();
  });

  test('a process can start; it is linked as soon as it can be', async () => {
    const way = await openWay(env.DATABASE_URL);
    way.cut();
    const late = await listen(way.url);
    expect([late.link.connected, late.times]).toEqual([false, 0]);
    await expect(late.link.query('select 1')).rejects.toThrow();
    way.mend();
    await expect.poll(() => late.times).toBe(1);
    way.close();
  });
});

test('a link that was stopped stays away', async () => {
  const one = await listen();
  await one.link.stop();
  const { rows } = await admin.query(
    `select count(*)::int as links from pg_stat_activity where application_name = 'portal still pages' and datname = current_database()`,
  );
  expect(rows).toEqual([{ links: 0 }]);
});

test('"forget" goes with every part of a long message', () => {
  const parts = inParts([FORGET, ...Array.from({ length: 500 }, (_, n) => `a-rather-long-tag-of-a-page-${n}`)]);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.filter((tag) => tag === FORGET)).toHaveLength(1);
  expect(inParts([])).toEqual([]);
});

describe('readiness', () => {
  const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
  const query = async (sql: string) => (await admin.query(sql)).rows;

  test('holds when the database has every migration of this release', async () => {
    expect(await reachOf({ query, migrations })()).toEqual({
      database: true,
      migrations: true,
    });
  });

  test('does not hold when one is missing there', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
    await mkdir(path.join(folder, '20990101000000_not_yet'));
    expect(await reachOf({ query, migrations: folder })()).toMatchObject({
      database: true,
      migrations: false,
    });
    await rm(folder, { recursive: true });
  });

  test('does not hold when the database does not answer', async () => {
    const dead = async () => Promise.reject(new Error('away'));
    expect((await reachOf({ query: dead, migrations })()).database).toBe(false);
  });
});
