import { test as base, beforeEach, describe, expect } from 'vitest';
import { env } from '@/domain/ground/env';
import { newDrawing, shared } from '@/server/still/shared';
import { openWay } from '@/test/servers/cuttable-way';
import { Door } from './away';
import { db, longRead, longTransaction, Prisma, transaction } from './client';
import { beginLongWork, connections, openConnections } from './connections';

const elapsed = async (work: Promise<unknown>) => {
  const began = performance.now();
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, took: performance.now() - began };
};

type Pool = ReturnType<typeof openConnections>;
type Far = { way: Awaited<ReturnType<typeof openWay>>; pool: Pool };

const test = base.extend<{ far: Far; pool: Pool }>({
  /** connections of their own on a way that can be cut */
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from it that this needs no other fixture
  far: async ({}, use) => {
    const way = await openWay(process.env.DATABASE_URL ?? '');
    const pool = openConnections({ url: way.url, most: 3 });
    await use({ way, pool });
    way.close();
    await pool.end();
  },
  /** connections of their own */
  // biome-ignore lint/correctness/noEmptyPattern: as above
  pool: async ({}, use) => {
    const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 3 });
    await use(pool);
    await pool.end();
  },
});

// They wait and do not work: all of them at once.
describe.concurrent('a database that gives no answer', () => {
  test('is given up in the seconds that are set, then costs nobody anything, and is asked again by itself', async ({
    far: { way, pool },
  }) => {
    const asked = () => pool.query('select 1');
    await Promise.all([asked(), asked(), asked()]);
    way.hang();
    const first = await Promise.all([elapsed(asked()), elapsed(asked())]);
    for (const { error, took } of first) {
      expect(error).toBeInstanceOf(Error);
      expect(took).toBeLessThan(15_000);
    }
    const next = await Promise.all(Array.from({ length: 50 }, () => elapsed(asked())));
    for (const { error, took } of next) {
      expect(error).toBeInstanceOf(Error);
      expect(took).toBeLessThan(1_000);
    }
    way.mend();
    const mended = performance.now();
    for (;;) if ((await elapsed(asked())).error === null || performance.now() - mended > 15_000) break;
    expect(performance.now() - mended).toBeLessThan(5_000);
    expect(await elapsed(Promise.all([asked(), asked(), asked(), asked()]))).toMatchObject({ error: null });
  });

  test('is given up in two seconds where no connection comes about', async ({ far: { way, pool } }) => {
    way.hang();
    const { error, took } = await elapsed(pool.query('select 1'));
    expect(error).toBeInstanceOf(Error);
    expect(took).toBeGreaterThan(1_900);
    expect(took).toBeLessThan(4_900);
  });

  test('is noted in the answer that asked, and in no other', async ({ far: { way, pool } }) => {
    way.cut();
    const [asking, other] = [newDrawing(), newDrawing()];
    await shared.drawing.run(asking, () => elapsed(pool.query('select 1')));
    await shared.drawing.run(other, async () => {});
    expect([asking.away, other.away]).toEqual([true, false]);
  });
});

describe.concurrent('what keeps others waiting', () => {
  const noted = async (work: () => Promise<unknown>) => {
    const drawing = newDrawing();
    const { error, took } = await shared.drawing.run(drawing, () => elapsed(work()));
    return { code: (error as { code?: string } | null)?.code ?? null, took, away: drawing.away };
  };

  // The codes say that the database ended them itself: cut by the portal, an error has none.
  test('a statement ends after five seconds, a wait for a lock after three, and the connection serves on', async ({
    pool,
  }) => {
    const locker = await pool.connect();
    await locker.query('begin; lock table throttle in access exclusive mode');
    const [slow, locked] = await Promise.all([
      noted(() => pool.query('select pg_sleep(20)')),
      noted(() => pool.query('select count(*) from throttle')),
    ]);
    await locker.query('rollback');
    locker.release();
    expect(slow).toMatchObject({ code: '57014', away: true });
    expect(slow.took).toBeGreaterThan(4_950);
    expect(locked).toMatchObject({ code: '55P03', away: true });
    expect(locked.took).toBeGreaterThan(2_950);
    expect(locked.took).toBeLessThan(slow.took);
    expect((await pool.query('select count(*)::int as throttled from throttle')).rows).toEqual([{ throttled: 0 }]);
  });

  test('long work is not cut, and what is asked beside and after it is as ever', async () => {
    const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 1, long: 1 });
    const slow = () => noted(() => pool.query('select pg_sleep(7)'));
    const [long, beside] = await Promise.all([beginLongWork(slow), slow()]);
    expect(long).toMatchObject({ code: null, away: false });
    expect(beside).toMatchObject({ code: '57014', away: true });
    expect(await slow()).toMatchObject({ code: '57014', away: true });
    await pool.end();
  });

  test('a question that goes through all women is not given up after five seconds', async () => {
    expect(await longRead(db.$queryRaw`SELECT pg_sleep(6)::text, 1 AS answered`)).toMatchObject([{ answered: 1 }]);
  });

  test('longer work says so, and only for itself', async () => {
    const limits = Prisma.sql`SELECT current_setting('statement_timeout') AS statement`;
    expect(await longTransaction((tx) => tx.$queryRaw(limits))).toEqual([{ statement: '1min' }]);
    const beside = () => Promise.all([longRead(db.$queryRaw(limits)), db.$queryRaw(limits)]);
    expect(await shared.drawing.run(newDrawing(), beside)).toEqual([[{ statement: '1min' }], [{ statement: '30s' }]]);
    expect(await transaction((tx) => tx.$queryRaw(limits))).toEqual([{ statement: '30s' }]);
  });

  test('of long work each statement is planned for what it asks', async () => {
    const mode = Prisma.sql`SELECT current_setting('plan_cache_mode') AS mode`;
    for (let time = 0; time < 8; time++)
      expect(await longTransaction((tx) => tx.$queryRaw(mode))).toEqual([{ mode: 'auto' }]);
  });

  test('an error that the database explains is no silence', async ({ pool }) => {
    expect(await noted(() => pool.query('select 1 / 0'))).toMatchObject({ code: '22012', away: false });
  });
});

describe('statements are counted', () => {
  const counted = async (work: () => Promise<unknown>) => {
    const drawing = newDrawing();
    // Prisma asks when it is waited for
    await shared.drawing.run(drawing, async () => await work());
    return drawing.statements;
  };
  const ask = (client: Pick<typeof db, '$queryRaw'> = db) => client.$queryRaw`SELECT 1`;

  test('for the answer that asked, and for no other, whoever waits for a connection', async ({ pool }) => {
    const asking = (times: number) =>
      counted(() => Promise.all(Array.from({ length: times }, () => pool.query('select 1'))));
    expect(await Promise.all([asking(1), asking(7), asking(0), asking(4)])).toEqual([1, 7, 0, 4]);
  });

  test('with what begins and ends a transaction', async () => {
    expect(await counted(() => ask())).toBe(1);
    expect(await counted(() => transaction((tx) => ask(tx as never)))).toBe(3);
    expect(await counted(() => longTransaction((tx) => ask(tx as never)))).toBe(3);
    expect(await counted(() => longRead(db.$queryRaw`SELECT 1`))).toBe(1);
    const two = () => counted(() => Promise.all([1, 2].map((one) => longRead(db.$queryRaw`SELECT ${one}::int`))));
    expect([await two(), await two()], 'two long questions of one answer travel as one').toEqual([2, 1]);
  });

  test('with those for what belongs to a row, where they are asked apart', async () => {
    const read = (relationLoadStrategy: 'join' | 'query') =>
      counted(() =>
        db.unit.findMany({
          relationLoadStrategy,
          select: { id: true, unitNames: { select: { name: true } } },
          take: 3,
        }),
      );
    expect([await read('join'), await read('query')]).toEqual([1, 2]);
  });
});

describe('whether it is worth asking', () => {
  let now = 0;
  let door: Door;
  beforeEach(() => {
    now = 1_000;
    door = new Door(() => now);
  });

  test('after a silence nobody asks for a second, then one does, and all when that one was answered', () => {
    door.silent(now);
    now += 900;
    expect(door.admits()).toBe(false);
    now += 100;
    expect([door.admits(), door.admits()]).toEqual([true, false]);
    door.answered(now);
    expect([door.admits(), door.admits()]).toEqual([true, true]);
  });

  test('whoever asked before the last one that was answered, and had no answer, turns nobody away', () => {
    const lost = now;
    door.silent(lost);
    now += 5_000;
    expect(door.admits()).toBe(true);
    door.answered(now);
    now += 500;
    door.silent(lost + 100);
    expect(door.admits()).toBe(true);
    door.silent(now);
    expect(door.admits()).toBe(false);
  });
});

// Takes all connections of the process: not beside others.
test('long work waits for long work alone: where all other connections are taken it begins, and where it takes all of its own a page is read', async () => {
  const ask = { text: 'SELECT 1 AS one', values: [] };
  const busy = await Promise.all(Array.from({ length: env.DATABASE_CONNECTIONS }, () => connections.connect()));
  expect(await longTransaction((tx) => tx.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
  for (const client of busy) client.release();
  let letGo = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  const works = Array.from({ length: env.DATABASE_CONNECTIONS }, () => longTransaction(() => held));
  const read = connections.query(ask).finally(letGo);
  expect(await read).toMatchObject({ rows: [{ one: 1 }] });
  await Promise.all(works);
});

test('no statement is compiled, whatever the server would do', async ({ pool }) => {
  const { rows } = await pool.query('SHOW jit');
  expect(rows).toEqual([{ jit: 'off' }]);
});

test('what has a name is planned once, what has none anew, and a transaction that is taken back changes nothing about that', async ({
  pool,
}) => {
  const mode = async (asked: Pick<typeof pool, 'query'>, name?: string) =>
    (await asked.query({ text: 'SHOW plan_cache_mode', ...(name && { name }) })).rows[0].plan_cache_mode;
  const client = await pool.connect();
  expect([await mode(client), await mode(client, 'first'), await mode(client)]).toEqual([
    'auto',
    'force_generic_plan',
    'auto',
  ]);
  await mode(client, 'first');
  await client.query('BEGIN');
  expect([await mode(client, 'first'), await mode(client)]).toEqual(['auto', 'auto']);
  await client.query('ROLLBACK');
  expect([await mode(client, 'first'), await mode(client)]).toEqual(['force_generic_plan', 'auto']);
  client.release();
});
