import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, monthStart, today } from '@/domain/days/day';
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
  const { rows } = await stage.client.query('SELECT FROM derived.closed_step');
  expect(rows).toEqual([]);
}, 60_000);
