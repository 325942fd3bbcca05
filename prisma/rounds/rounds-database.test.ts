import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDrawing, shared } from '@/server/still/shared';
import { openConnections } from '../connections';
import { Prisma, PrismaClient } from '../generated/client';
import { statementNames } from './statement-names';

let client: PrismaClient;

beforeAll(() => {
  // two connections that no other test uses, and what was never asked on them
  const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 2 });
  client = new PrismaClient({ adapter: new PrismaPg(pool) });
});
afterAll(() => client.$disconnect());

type Read = () => Promise<unknown>;
const answer =
  (sql: Prisma.Sql): Read =>
  async () =>
    (await client.$queryRaw(sql)) as unknown;

/** What these reads answer when an answer in the making asks for all of them at once, and how many statements that took. */
async function together(reads: Read[]) {
  const drawing = newDrawing();
  const answers = await shared.drawing.run(drawing, () => Promise.allSettled(reads.map((read) => read())));
  return { statements: drawing.statements, answers };
}

const valuesOf = (answers: PromiseSettledResult<unknown>[]) =>
  answers.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'));

/** Values of each kind that the portal reads, and what has none. */
const kinds = Prisma.sql`SELECT 7::int AS a, 9007199254740993::bigint AS b, 1.50::numeric AS c, 0.1::float8 AS d, true AS e, false AS f,
  DATE '2026-03-01' AS g, TIMESTAMPTZ '2026-03-01 01:02:03.456789+07' AS h, '{"a": ["\\"", null]}'::jsonb AS i, ARRAY['a,"', NULL] AS j,
  ARRAY[1, 2] AS k, decode('00ff', 'hex') AS l, 'it''s'::text AS m, NULL::date AS n, gen_random_uuid() IS NOT NULL AS o,
  'commune'::unit_level AS p, INTERVAL '1 day'::text AS q, TIME '08:30' AS r, (SELECT json_agg(x) FROM (SELECT 'ý' AS name, 0.1::float8 AS weight, DATE '2026-03-01' AS day, NULL AS none) x) AS s`;
const twoColumns = (word: string) =>
  Prisma.sql`SELECT n, ${word} || n AS word FROM generate_series(1, ${12}::int) n ORDER BY n DESC LIMIT ${11}`;
const nothing = Prisma.sql`SELECT 1 AS one WHERE ${false}`;

test('reads that are asked at one time are one statement, and each has the answer that it has alone', async () => {
  const reads = [answer(kinds), answer(twoColumns('a')), answer(nothing), answer(twoColumns('b'))];
  const alone = [];
  for (const read of reads) alone.push(...valuesOf((await together([read])).answers));
  const joined = await together(reads);
  expect(valuesOf(joined.answers)).toEqual(alone);
  expect(joined.statements).toBe(1);
  expect(alone[1]).toMatchObject([{ n: 12, word: 'a12' }, ...Array(9).fill({}), { n: 2 }]);
});

test('what is asked twice at one time is asked once; with other values it is another question', async () => {
  const of = (value: number) => answer(Prisma.sql`SELECT ${value}::int AS value, clock_timestamp()::text AS at`);
  await together([of(0)]);
  const { answers, statements } = await together([of(1), of(1), of(2)]);
  const [one, same, other] = valuesOf(answers) as [{ value: number; at: string }][];
  expect([one?.[0].value, same?.[0].value, other?.[0].value]).toEqual([1, 1, 2]);
  expect(same?.[0].at).toBe(one?.[0].at);
  expect(statements).toBe(1);
});

test('a read that fails fails alone', async () => {
  const divided = (by: number) => answer(Prisma.sql`SELECT 6 / ${by}::int AS value`);
  await together([divided(1)]);
  const { answers } = await together([divided(2), divided(0), divided(3)]);
  expect(valuesOf(answers)).toEqual([[{ value: 3 }], 'failed', [{ value: 2 }]]);
});

test('two answers in the making share no statement, and who makes none shares with nobody', async () => {
  const read = answer(Prisma.sql`SELECT 5 AS five, 'shared'::text AS word`);
  await together([read]);
  const [one, other, free] = await Promise.all([together([read]), together([read]), read()]);
  expect([one.statements, other.statements]).toEqual([1, 1]);
  expect(free).toEqual([{ five: 5, word: 'shared' }]);
});

test.each<[string, Prisma.Sql]>([
  ['itself', Prisma.sql`INSERT INTO throttle (key, points) VALUES (gen_random_uuid()::text, 1) RETURNING points`],
  [
    'in a part of it',
    Prisma.sql`WITH added AS (INSERT INTO throttle (key, points) VALUES (gen_random_uuid()::text, 1) RETURNING points) SELECT points FROM added`,
  ],
  [
    'by a function of ours',
    Prisma.sql`WITH most AS MATERIALIZED (SELECT 7 AS rows) SELECT app.forget_sign_ups(rows) AS points FROM most`,
  ],
  [
    'by a function of PostgreSQL',
    Prisma.sql`WITH one AS (SELECT 1 AS key) SELECT pg_advisory_xact_lock(key)::text FROM one`,
  ],
])('what changes something %s goes alone, each time that it is asked', async (_, sql) => {
  const change = answer(sql);
  await together([change]);
  const { statements, answers } = await together([change, change]);
  expect(statements).toBe(2);
  expect(valuesOf(answers)).not.toContain('failed');
});

test('what begins with a part of its own, and calls what only answers, goes with others', async () => {
  const days = (days: number) =>
    answer(
      Prisma.sql`WITH later AS (SELECT app.today() + ${days}::int AS day) SELECT day, app.active_on(day, NULL, day) AS active FROM later`,
    );
  await together([days(0)]);
  const { statements, answers } = await together([days(1), days(2)]);
  expect(statements).toBe(1);
  expect(valuesOf(answers)).toMatchObject([[{ active: true }], [{ active: true }]]);
});

/** Reads on one connection, with names that no other test has used up; `planned`: which statements that connection has planned, how often. */
async function onOneConnection(run: (read: (sql: Prisma.Sql) => Read) => Promise<void>) {
  const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 1 });
  const named = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
  await run((sql) => async () => (await named.$queryRaw(sql)) as unknown);
  const { rows: planned } = await pool.query<{ statement: string; anew: number; once: number }>(
    'SELECT statement, custom_plans::int AS anew, generic_plans::int AS once FROM pg_prepared_statements',
  );
  await named.$disconnect();
  await pool.end().catch(() => {});
  return planned;
}
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

test('what one plan suits is planned once, and travels apart from what is planned anew for each who asks', async () => {
  const sums: unknown[] = [];
  const planned = await onOneConnection(async (read) => {
    for (const at of times(12)) {
      const sum = (more: number) => read(Prisma.sql`SELECT ${at}::int + ${more}::int AS sum`);
      sums.push(valuesOf((await together([sum(1), sum(2)])).answers));
      const hers = read(Prisma.sql`SELECT ${at}::int AS hers WHERE 'a' LIKE ${'a%'}`);
      const { answers } = await together([sum(3), hers, sum(4)]);
      expect(valuesOf(answers)).toEqual([[{ sum: at + 3 }], [{ hers: at }], [{ sum: at + 4 }]]);
    }
  });
  expect(sums).toEqual(sums.map((_, at) => [[{ sum: at + 1 }], [{ sum: at + 2 }]]));
  const rounds = planned.filter(({ statement }) => statement.includes('UNION ALL'));
  expect(rounds.map(({ anew, once }) => [anew, once > 8])).toEqual([[0, true]]);
  expect(planned.filter(({ statement }) => statement.includes('AS hers'))).toEqual([]);
});

test('communes share a plan, the province has none of its own, and each is told of her own units', async () => {
  const below = (area: string) =>
    Prisma.sql`SELECT ${area} AS area FROM (VALUES ('/1/' COLLATE "C"), ('/1/5/'), ('/1/5/9/'), ('/1/7/')) s (path)
      WHERE s.path >= ${area} AND s.path < ${`${area}~`}`;
  const counts = { '/1/5/': 2, '/1/7/': 1, '/1/': 4 };
  const planned = await onOneConnection(async (read) => {
    for (const _ of times(8))
      for (const [area, count] of Object.entries(counts)) {
        const [rows] = valuesOf((await together([read(below(area))])).answers);
        expect(rows).toEqual(Array(count).fill({ area }));
      }
  });
  // four times each before it is asked often enough for a name
  expect(planned.filter(({ statement }) => statement.includes('AS area'))).toMatchObject([{ anew: 0, once: 13 }]);
});
