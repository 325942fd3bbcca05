import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
import { createModel } from '@/test/factories/digital-models';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { type CoverageStage, changeSomething, makeCoverageStage } from '@/test/stages/coverage/changes';
import { LOCK_PERIOD } from '@/test/union';

/** So many changes at random: `COVERAGE_CHANGES=5000 COVERAGE_SEED=7 npm run test:file -- prisma/closed-months`. */
const CHANGES = Number(process.env.COVERAGE_CHANGES ?? 300);
const SEED = Number(process.env.COVERAGE_SEED ?? Math.floor(Math.random() * 1_000_000));
/** Before it is closed so many changes give it something to lose. */
const BEFORE = 200;
/** So many more at most, where chance has left the commune beside it alone. */
const MORE = 1_000;

let stage: CoverageStage;
beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  stage = await makeCoverageStage(client, SEED);
});
afterAll(() => stage.client.end());

/** Everything that is said of a commune on a day: its units with their facts, its counts, and whether it is heard. */
async function told(commune: string, day: Day): Promise<string> {
  const { rows } = await stage.client.query<{ said: string }>(
    `SELECT concat_ws(E'\n', (SELECT string_agg(u::text, E'\n' ORDER BY u.unit_id) FROM app.coverage_units($2) u WHERE u.commune_id = $1),
       (SELECT string_agg(c::text, E'\n' ORDER BY c.level) FROM app.coverage($2) c WHERE c.commune_id = $1)) AS said`,
    [commune, day],
  );
  return rows[0]?.said ?? '';
}

test('whatever is changed in whatever order, a closed month of a commune stays as it was, day by day', async () => {
  for (let at = 0; at < BEFORE; at++) await changeSomething(stage);
  const [one, other] = stage.communes.map(({ id }) => id) as [string, string];
  const first = monthStart(addDays(monthStart(today()), -1));
  const days = [0, 1, 7, 14, 21, 27].map((more) => addDays(first, more));
  await stage.client.query(LOCK_PERIOD, [one, first, monthStart(today())]);
  const filed = await Promise.all(days.map((day) => told(one, day)));
  const beside = await Promise.all(days.map((day) => told(other, day)));
  let refused = 0;
  for (let at = 1; at <= CHANGES; at++) {
    const name = await changeSomething(stage);
    if (name === null) refused++;
    if (at % 20 === 0)
      for (const [i, day] of days.entries())
        expect(await told(one, day), `${day} after ${at} changes of seed ${SEED}, the last: ${name}`).toBe(filed[i]);
  }
  expect(refused, `seed ${SEED}`).toBeGreaterThan(0);
  // what is beside it moves, sooner or later
  const isAsBefore = async () =>
    JSON.stringify(await Promise.all(days.map((day) => told(other, day)))) === JSON.stringify(beside);
  for (let more = 0; more < MORE && (await isAsBefore()); more++) await changeSomething(stage);
  expect(await Promise.all(days.map((day) => told(other, day))), `seed ${SEED}`).not.toEqual(beside);
  const { rows } = await stage.client.query(
    `SELECT FROM derived.closed_step UNION ALL SELECT FROM derived.closed_step_writer
       UNION ALL SELECT FROM derived.closed_note UNION ALL SELECT FROM derived.closed_note_writer`,
  );
  expect(rows).toEqual([]);
});

/** Units of one commune, each with a family since before its last month was filed. */
async function filedUnits(count: number): Promise<Made[]> {
  const first = monthStart(addDays(monthStart(today()), -1));
  const commune = await createCommune(stage.client, stage.province);
  const units: Made[] = [];
  for (let at = 0; at < count; at++) units.push(await createSubAssociation(stage.client, commune));
  for (const unit of units) await createModel(stage.client, unit, { from: addDays(first, -10) });
  await stage.client.query(LOCK_PERIOD, [commune.id, first, monthStart(today())]);
  return units;
}

const LOOK = 'SET CONSTRAINTS derived.period_locked IMMEDIATE';

/** What closed months are held by: what is kept of units on their days, and what else figures tell of them. Each is moved, and moved back. */
const KINDS = [
  {
    what: 'coverage',
    move: `UPDATE derived.coverage_span SET family = '{}' WHERE unit_id = ANY ($1)`,
    back: 'SELECT derived.rebuild_coverage($1)',
    noted: 'derived.closed_step',
    look: 'derived.keep_closed_days()',
  },
  {
    what: 'names',
    move: `UPDATE unit_name SET name = name || ' khác' WHERE unit_id = ANY ($1)`,
    back: 'UPDATE unit_name SET name = left(name, -5) WHERE unit_id = ANY ($1)',
    noted: 'derived.closed_note',
    look: 'derived.keep_closed_facts()',
  },
];

test.each(KINDS)(
  'closed days are looked at once for a transaction, however many units it moves there and back: $what',
  async ({ move, back, noted, look }) => {
    const { client } = stage;
    const ids = (await filedUnits(12)).map(({ id }) => id);
    await client.query(`BEGIN; SET LOCAL track_functions = 'all'`);
    await client.query(move, [ids]);
    const { rowCount: notes } = await client.query(`SELECT FROM ${noted}`);
    await client.query(back, [ids]);
    await client.query(LOOK);
    const looked = await client.query<{ times: number }>(
      'SELECT pg_stat_get_xact_function_calls($1::regprocedure)::int AS times',
      [look],
    );
    await client.query('COMMIT');
    expect(notes).toBeGreaterThanOrEqual(ids.length);
    expect(looked.rows).toEqual([{ times: 1 }]);
  },
);

test.each(KINDS)(
  'a closed day that is moved is refused, after an earlier look too, and after a part that was taken back: $what',
  async ({ move, back }) => {
    const { client } = stage;
    const ids = (await filedUnits(2)).map(({ id }) => id);
    const refused = expect.objectContaining({ constraint: 'period_locked' });
    await client.query('BEGIN');
    await client.query(move, [ids]);
    await expect(client.query('COMMIT')).rejects.toEqual(refused);

    await client.query(`BEGIN; ${LOOK}`);
    await expect(client.query(move, [ids])).rejects.toEqual(refused);
    await client.query('ROLLBACK');

    for (const again of ['', '; SET CONSTRAINTS derived.period_locked DEFERRED']) {
      await client.query('BEGIN');
      await client.query(move, [ids]);
      await client.query(back, [ids]);
      await client.query(LOOK + again);
      const late = async () => {
        await client.query(move, [ids]);
        await client.query('COMMIT');
      };
      await expect(late()).rejects.toEqual(refused);
      await client.query('ROLLBACK');
    }

    await client.query('BEGIN');
    await client.query(move, [ids]);
    await client.query('SAVEPOINT part');
    await client.query(back, [ids]);
    await client.query(LOOK);
    await client.query('ROLLBACK TO part');
    await expect(client.query('COMMIT')).rejects.toEqual(refused);

    await client.query('BEGIN; SAVEPOINT part');
    await client.query(move, [ids]);
    await client.query('ROLLBACK TO part');
    await client.query(move, [ids.slice(1)]);
    await expect(client.query('COMMIT')).rejects.toEqual(refused);
  },
);

test('a note of a closed month loses nothing to an empty field: of what it is made of, one column at most may be empty in each table', async () => {
  const { rows } = await stage.client.query<{ table: string; fields: string[]; empty: number }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS fields, (count(*) FILTER (WHERE NOT a.attnotnull))::int AS empty
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = ANY ('{unit_id,id,name,kind,people_reached,minutes,skill_id}')
     WHERE t.tgfoid = 'derived.fact_changed'::regproc GROUP BY 1 ORDER BY 1`,
  );
  expect(rows.map(({ table, empty }) => [table, empty])).toEqual([
    ['model_activity', 1],
    ['pair_contact', 1],
    ['unit_kind', 0],
    ['unit_name', 0],
  ]);
});
