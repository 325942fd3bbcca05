import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createModel } from '@/test/factories/digital-models';
import { createMember } from '@/test/factories/people';
import { createSubAssociation } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { makeUnion, type TestUnion } from '@/test/union';

/** Two who write source rows by hand, each in a transaction that the other does not see. */
let union: TestUnion;
let unit: Made;
const writers: pg.Client[] = [];

beforeAll(async () => {
  union = await makeUnion();
  for (let at = 0; at < 2; at++) {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    writers.push(client);
  }
});
afterAll(() => Promise.all(writers.map((client) => client.end())));
beforeEach(async () => {
  unit = await createSubAssociation(db, union.longHung);
});

/** Both begin, the first writes, the second begins to write, the first commits, then the second does. */
async function overlap(first: string, second: string) {
  const [one, other] = writers as [pg.Client, pg.Client];
  await Promise.all([one.query('BEGIN'), other.query('BEGIN')]);
  await one.query(first);
  const later = other.query(second);
  await Promise.race([later, new Promise((go) => setImmediate(go))]);
  await one.query('COMMIT');
  await later;
  await other.query('COMMIT');
}

async function differing(): Promise<number> {
  const [row] = await db.$queryRaw<{ units: number }[]>`
    SELECT units FROM app.compare_coverage(${union.longHung.id}::uuid, ARRAY[current_date])`;
  return row?.units ?? -1;
}
const hasFamily = async () =>
  (
    await db.$queryRaw<{ has: boolean }[]>`
      SELECT has_family AS has FROM app.coverage_units('2026-11-01') WHERE unit_id = ${unit.id}::uuid`
  )[0]?.has;

test('a model gets its host and its status at once: the unit has it, whoever commits last', async () => {
  for (const order of [0, 1]) {
    unit = await createSubAssociation(db, union.longHung);
    const elsewhere = await createSubAssociation(db, union.longHung);
    const model = await createModel(db, elsewhere, { kind: 'digital_family', to: '2026-06-01' });
    const statements = [
      `INSERT INTO model_host (id, model_id, unit_id, valid_from) VALUES (app.uuid7(), '${model.id}', '${unit.id}', '2026-06-01')`,
      `INSERT INTO model_status (id, model_id, status, valid_from) VALUES (app.uuid7(), '${model.id}', 'active', '2026-06-01')`,
    ];
    const [first = '', second = ''] = order ? statements.reverse() : statements;
    await db.$executeRaw`UPDATE model_host SET valid_to = '2026-06-01' WHERE model_id = ${model.id}::uuid`;
    await overlap(first, second);
    expect(await hasFamily()).toBe(true);
    expect(await differing()).toBe(0);
  }
});

test('a pair is made while its instructor leaves the union: the unit counts it up to her last day', async () => {
  const [guide, learner] = [await createMember(db, unit), await createMember(db, unit)];
  const pairs = [
    `UPDATE membership SET valid_to = '2026-08-01' WHERE person_id = '${guide.id}'`,
    `WITH made AS (INSERT INTO pair (id, instructor_id, learner_id, valid_from) VALUES (app.uuid7(), '${guide.id}', '${learner.id}', '2026-03-01') RETURNING id)
       INSERT INTO pair_host (id, pair_id, unit_id, valid_from) SELECT app.uuid7(), id, '${unit.id}', '2026-03-01' FROM made`,
  ];
  const [leaves = '', begins = ''] = pairs;
  await overlap(begins, leaves);
  expect(await differing()).toBe(0);
  const days = await db.$queryRaw<{ day: string; has: boolean }[]>`
    SELECT d::text AS day, (SELECT has_pair FROM app.coverage_units(d::date) WHERE unit_id = ${unit.id}::uuid) AS has
    FROM unnest(ARRAY['2026-07-31', '2026-08-01']) d`;
  expect(days).toEqual([
    { day: '2026-07-31', has: true },
    { day: '2026-08-01', has: false },
  ]);
});
