import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, today } from '@/domain/days/day';
import { createModel } from '@/test/factories/digital-models';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import {
  anyDay,
  type CoverageStage,
  changeSomething,
  kindsOfChange,
  makeCoverageStage,
} from '@/test/stages/coverage/changes';

/** So many changes at random, and the seed they come from: `COVERAGE_CHANGES=10000 COVERAGE_SEED=7 npm run test:file -- prisma/coverage-kept`. */
const CHANGES = Number(process.env.COVERAGE_CHANGES ?? 500);
const SEED = Number(process.env.COVERAGE_SEED ?? Math.floor(Math.random() * 1_000_000));
const COMPARED_EVERY = 50;
const SECONDS_MAX = 20 + CHANGES / 20;

let stage: CoverageStage;
const others: pg.Client[] = [];

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  stage = await makeCoverageStage(client, SEED);
});
afterAll(async () => {
  for (const client of [stage.client, ...others]) await client.end();
});

const rows = async (sql: string, ...values: unknown[]) =>
  (
    await stage.client.query<{ row: string }>(`SELECT to_jsonb(x)::text AS row FROM (${sql}) x ORDER BY 1`, values)
  ).rows.map(({ row }) => row);

/** What is covered on one of two days alone, worked out from source rows alone. */
const MOVED_FROM_SOURCE = `
  WITH n AS (SELECT * FROM app.coverage_units_from_source($1) WHERE commune_id IS NOT NULL), b AS (SELECT * FROM app.coverage_units_from_source($2) WHERE commune_id IS NOT NULL)
  SELECT unit_id, coalesce(n.level, b.level) AS level, coalesce(n.commune_id, b.commune_id) AS commune_id, coalesce(n.sub_association_id, b.sub_association_id) AS sub_association_id,
    coalesce(n.covered, false) AS covered, n.level IS NOT NULL AS there, b.level IS NOT NULL AS was_there, n.has_family IS DISTINCT FROM b.has_family AS family, n.has_pair IS DISTINCT FROM b.has_pair AS pair
  FROM n FULL JOIN b USING (unit_id) WHERE coalesce(n.covered, false) <> coalesce(b.covered, false)`;
/** Each commune of a day, worked out from source rows alone. */
const FROM_SOURCE = `
  WITH n AS (SELECT commune_id, level, count(*)::int AS units, (count(*) FILTER (WHERE has_family))::int AS family, (count(*) FILTER (WHERE has_pair))::int AS pair,
      (count(*) FILTER (WHERE has_family AND has_pair))::int AS both_untied, (count(*) FILTER (WHERE covered))::int AS covered,
      (count(*) FILTER (WHERE tied))::int AS tied
    FROM app.coverage_units_from_source($1) GROUP BY 1, 2)
  SELECT s.unit_id AS commune_id, l.level, coalesce(n.units, 0) AS units, coalesce(n.family, 0) AS family, coalesce(n.pair, 0) AS pair,
    coalesce(n.both_untied, 0) AS both_untied, coalesce(n.covered, 0) AS covered, coalesce(n.tied, 0) AS tied,
    EXISTS (SELECT FROM record_keeping k WHERE k.unit_id = s.unit_id AND app.active_on(k.valid_from, k.valid_to, $1)) AS reported
  FROM unit_span s CROSS JOIN unnest('{sub_association,group}'::unit_level[]) l (level) LEFT JOIN n ON n.commune_id = s.unit_id AND n.level = l.level
  WHERE s.level = 'commune' AND app.active_on(s.valid_from, s.valid_to, $1)`;
/** What a commune's page reads: each commune asked for by itself. */
const BY_COMMUNE = `
  SELECT c.unit_id, c.level, s.unit_id AS commune_id, c.sub_association_id, c.has_family, c.has_pair, c.covered, c.tied
  FROM unit_span s CROSS JOIN LATERAL app.coverage_units_of(s.unit_id, $1) c WHERE s.level = 'commune' AND app.active_on(s.valid_from, s.valid_to, $1)`;
const KEPT =
  'SELECT commune_id, level, units, family, pair, both_untied, covered, tied, reported FROM app.coverage($1)';

async function compare(day: Day, said: string) {
  expect(await rows('SELECT * FROM app.coverage_units($1)', day), `units on ${day}, ${said}`).toEqual(
    await rows('SELECT * FROM app.coverage_units_from_source($1) WHERE commune_id IS NOT NULL', day),
  );
  expect(await rows(BY_COMMUNE, day), `units commune by commune on ${day}, ${said}`).toEqual(
    await rows('SELECT * FROM app.coverage_units($1)', day),
  );
  expect(await rows(KEPT, day), `communes on ${day}, ${said}`).toEqual(await rows(FROM_SOURCE, day));
}

test(
  'what is kept of coverage is what source rows say, on every day and after every change',
  async () => {
    const made = new Set<string>();
    let counted = 0;
    for (let at = 1; at <= CHANGES; at++) {
      const name = await changeSomething(stage);
      if (name) made.add(name);
      const said = `after ${at} changes of seed ${SEED}, the last: ${name}`;
      if (at % COMPARED_EVERY > 0) continue;
      for (const day of [today(), anyDay(stage.chance)]) await compare(day, said);
      counted += (await rows('SELECT FROM derived.coverage_span WHERE NOT isempty(family) OR NOT isempty(pair)'))
        .length;
    }
    const said = `after all ${CHANGES} changes of seed ${SEED}`;
    for (let back = -130; back <= 410; back += 15) await compare(addDays(today(), -back), said);
    expect(made.size, said).toBe(kindsOfChange.length);
    expect(counted, said).toBeGreaterThan(0);
  },
  SECONDS_MAX * 1_000,
);

test('what moved between two days is what is covered on one of them alone, whichever reading was signed for each', async () => {
  const { client, chance, province } = stage;
  const from = addDays(today(), -500);
  const to = addDays(today(), -200);
  const ruled = [from, to, addDays(today(), -60)];
  await client.query('BEGIN');
  // covered from its first day to its last, by a family alone
  const commune = await createCommune(client, province);
  const gone = await createSubAssociation(client, commune, { from, to });
  await createModel(client, gone, { from });
  for (const [at, reading] of ['family', 'pair', 'both'].entries())
    await client.query(
      `INSERT INTO coverage_ruling (id, reading, valid_from, valid_to, decision) VALUES (gen_random_uuid(), $1, $2, $3, 'Quyết định')`,
      [reading, ruled[at], ruled[at + 1] ?? null],
    );
  let [moved, away] = [0, 0];
  for (let back = -130; back <= 410; back += 15)
    for (const [day, earlier] of [
      [today(), addDays(today(), -back)],
      [addDays(today(), -back), anyDay(chance)],
    ] as const) {
      const found = await rows('SELECT * FROM app.coverage_moves($1, $2, NULL)', day, earlier);
      expect(found, `from ${earlier} to ${day} of seed ${SEED}`).toEqual(await rows(MOVED_FROM_SOURCE, day, earlier));
      moved += found.length;
      away += found.filter((row) => /"(was_)?there": false/.test(row)).length;
    }
  await client.query('ROLLBACK');
  expect([moved > 20, away > 5], `${moved} moved, ${away} of them came or went`).toEqual([true, true]);
});

test('counted anew from nothing it is the same, row by row', async () => {
  const kept = async () => rows('SELECT * FROM derived.coverage_count');
  await stage.client.query('SELECT derived.add_steps(0)');
  const before = await kept();
  expect(before.length).toBeGreaterThan(20);
  expect(await rows('SELECT * FROM derived.coverage_step')).toEqual([]);
  await stage.client.query('SELECT derived.rebuild_counts()');
  expect(await kept()).toEqual(before);
});

test('the reading that is signed for a day is asked for once a day, however many communes are told of it', async () => {
  const { client } = stage;
  const days = [0, 30, 200].map((back) => addDays(today(), -back));
  await client.query(`BEGIN; SET LOCAL track_functions = 'all'`);
  const told = await client.query<{ places: number }>(
    'SELECT count(c.covered)::int AS places FROM unnest($1::date[]) d(day) CROSS JOIN LATERAL app.coverage(d.day) c',
    [days],
  );
  const asked = await client.query<{ times: number }>(
    `SELECT pg_stat_get_xact_function_calls('app.signed_reading(date)'::regprocedure)::int AS times`,
  );
  await client.query('ROLLBACK');
  expect(told.rows[0]?.places).toBeGreaterThan(days.length);
  expect(asked.rows).toEqual([{ times: days.length }]);
});

/** Sixteen connections, none of which waits long for another one. */
async function openWriters() {
  const writers = Array.from({ length: 16 }, () => new pg.Client({ connectionString: process.env.DATABASE_URL }));
  for (const writer of writers) {
    await writer.connect();
    await writer.query(`SET lock_timeout = '2s'`);
    others.push(writer);
  }
  return writers;
}

test('sixteen who write into two communes at once wait for nobody, and all of it is counted', async () => {
  const { client, province } = stage;
  const writers = await openWriters();
  const [one, other] = [await createCommune(client, province), await createCommune(client, province)];
  const units: Made[][] = [];
  for (const _ of writers)
    units.push([await createSubAssociation(client, one), await createSubAssociation(client, other)]);
  const families = async () =>
    (
      await client.query<{ family: number }>(
        `SELECT family FROM app.coverage($1) WHERE commune_id = ANY ($2) AND level = 'sub_association'`,
        [today(), [one.id, other.id]],
      )
    ).rows.map(({ family }) => family);
  for (let round = 1; round <= 4; round++) {
    // all have written before the first of them ends; half of them begin in the one commune, half in the other
    await Promise.all(
      writers.map(async (writer, at) => {
        await writer.query('BEGIN');
        const mine = units[at] ?? [];
        for (const unit of at % 2 ? mine : mine.toReversed())
          await createModel(writer, unit, { from: addDays(today(), -round * at) });
      }),
    );
    expect(await families()).toEqual(round === 1 ? [0, 0] : [16, 16]);
    await Promise.all(writers.map((writer) => writer.query('COMMIT')));
    expect(await families()).toEqual([16, 16]);
    for (const back of [0, 1, 7, 30, 60]) await compare(addDays(today(), -back), `sixteen writers, round ${round}`);
  }
});
