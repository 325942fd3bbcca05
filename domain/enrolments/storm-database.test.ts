import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { makeEnrolmentStage } from '@/prisma/test-enrolments';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
let owner: pg.Client;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
  owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
});
afterAll(() => owner.end());

/** So many at once for so many seats: how many succeeded, and how the list stands then. */
async function storm(women: number, seats: number) {
  const session = await stage.openSession(seats);
  const outcomes = await Promise.allSettled(Array.from({ length: women }, () => stage.join(session)));
  const rows = await db.enrolment.findMany({
    where: { sessionId: session.id },
    orderBy: { arrivalNo: 'asc' },
    select: { state: true, arrivalNo: true, seatNo: true },
    take: women,
  });
  return {
    answered: outcomes.filter(({ status }) => status === 'fulfilled').length,
    seats: rows.filter(({ state }) => state === 'confirmed').map(({ seatNo }) => seatNo),
    waiting: rows.filter(({ state }) => state === 'waiting').length,
    arrivals: rows.map(({ arrivalNo }) => arrivalNo),
  };
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const asItShouldBe = { answered: 60, seats: upTo(7), waiting: 53, arrivals: upTo(60) };

test('sixty at once for seven seats: seven have one, all others wait in order, and nobody is refused', async () => {
  expect(await storm(60, 7)).toEqual(asItShouldBe);
});

test('it is the lock of the session that does so: without it the same storm goes wrong', async () => {
  const [row] = (
    await owner.query(
      `SELECT pg_get_functiondef('app.enrol'::regproc) AS enrol, pg_get_functiondef('app.settle_seats'::regproc) AS settle`,
    )
  ).rows;
  const unlocked = (definition: string) => {
    expect(definition).toContain('FOR NO KEY UPDATE');
    return definition.replace('FOR NO KEY UPDATE', '');
  };
  for (const definition of [row.enrol, row.settle]) await owner.query(unlocked(definition));
  expect(await storm(60, 7)).not.toEqual(asItShouldBe);
  for (const definition of [row.enrol, row.settle]) await owner.query(definition);
  expect(await storm(60, 7)).toEqual(asItShouldBe);
});
