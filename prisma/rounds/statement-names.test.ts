import { PrismaPg } from '@prisma/adapter-pg';
import { expect, test } from 'vitest';
import { openConnections } from '../connections';
import { PrismaClient } from '../generated/client';
import { isOfCommunes, statementNames } from './statement-names';

const many = (count: number) => Array.from({ length: count }, (_, at) => at);
const BY_ID = 'SELECT "t0"."name" FROM "public"."unit" AS "t0" WHERE ("t0"."id" = $1 AND "t1"."path" >= $2)';

test('a statement that is asked often has one name, another one another name, and what is asked once in a way has none', () => {
  const nameOf = statementNames();
  const names = many(10).map(() => nameOf({ sql: BY_ID }));
  expect(names[0]).toBe('');
  expect(names.at(-1)).not.toBe('');
  expect(new Set(names.slice(-5)).size).toBe(1);
  const other = many(10).map(() => nameOf({ sql: `${BY_ID} LIMIT 1` }));
  expect(other.at(-1)).not.toBe(names.at(-1));
  expect(many(50).map((at) => nameOf({ sql: `SELECT ${at}` }))).toEqual(Array(50).fill(''));
});

test.each([
  'SELECT "t0"."id" FROM "public"."unit" AS "t0" WHERE ("t1"."path" >= $1 AND "t1"."path" < $2)',
  'SELECT count(*) FROM unit_span s WHERE s.path >= $1 AND s.path < $2',
  'SELECT count(*) FROM app.pairs_within($1::date, $2::text[])',
  'SELECT id FROM person WHERE search_key LIKE $1',
  'SELECT /* planned anew */ q.pair_id FROM app.quiet_pairs($1::date) q',
])('what depends on how much the viewer sees is planned anew for each: %s', (sql) => {
  const nameOf = statementNames();
  expect(new Set(many(20).map(() => nameOf({ sql })))).toEqual(new Set(['']));
});

test('what finds letters the same way whatever they are says so, and is planned once', () => {
  const nameOf = statementNames();
  const sql = 'WITH /* one plan */ hit AS (SELECT id FROM text WHERE words @@ to_tsquery($1)) SELECT id FROM hit';
  expect(
    many(20)
      .map(() => nameOf({ sql }))
      .at(-1),
  ).not.toBe('');
});

const BY_AREA = 'SELECT count(*) FROM unit_span s WHERE s.path >= $1 AND s.path < $2';

test.each<[boolean, string, string, unknown[]]>([
  [true, 'a commune', BY_AREA, ['/1/57/', '/1/57/~']],
  [
    true,
    'a sub-association, on a day',
    `${BY_AREA} AND s.valid_from <= $3`,
    ['/1/57/1203/', '/1/57/1203/~', '2026-03-01'],
  ],
  [
    true,
    'two communes in an array',
    'SELECT FROM app.pairs_within($1::date, $2::text[])',
    ['2026-03-01', ['/1/5/', '/1/7/']],
  ],
  [false, 'the province', BY_AREA, ['/1/', '/1/~']],
  [false, 'the province beside a commune', 'SELECT FROM app.pairs_within($1::text[])', [['/1/57/', '/1/']]],
  [false, 'everywhere', 'SELECT FROM app.pairs_within($1::text[])', [null]],
  [false, 'letters in a commune', `${BY_AREA} AND s.name LIKE $3`, ['/1/57/', '/1/57/~', '%lan%']],
  [false, 'no area at all', 'SELECT name FROM unit WHERE id = $1', ['/1/57/']],
])('one plan for all communes: %s for %s', (isOne, _, text, values) => {
  expect(isOfCommunes({ text, values })).toBe(isOne);
});

test('there are five hundred names at most, whatever is asked', () => {
  const nameOf = statementNames();
  const given = new Set(many(2_000).flatMap((at) => many(6).map(() => nameOf({ sql: `SELECT ${at}` }))));
  given.delete('');
  expect(given.size).toBe(500);
});

test('a statement with a name answers for what is asked now, as one without', async () => {
  // one connection, and names that no other test has used up
  const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 1 });
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
  const answers: unknown[] = [];
  for (const at of many(20)) answers.push((await client.$queryRaw<{ at: number }[]>`SELECT ${at}::int AS at`)[0]?.at);
  expect(answers).toEqual(many(20));
  const { rows } = await pool.query('SELECT statement FROM pg_prepared_statements WHERE statement LIKE $1', [
    '%::int AS at',
  ]);
  expect(rows).toHaveLength(1);
  await client.$disconnect();
  await pool.end().catch(() => {});
});
