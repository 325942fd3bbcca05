import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { endClocks, killClocks, startClocks } from '@/test/servers/clocks';
import { makeEnrolmentStage, messagesOf, passOffers, statesOf } from '@/test/stages/enrolments';

let stage: Awaited<ReturnType<typeof makeEnrolmentStage>>;
beforeAll(async () => {
  stage = await makeEnrolmentStage();
});
afterAll(endClocks);

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

const ofSeats = () => db.job.findUnique({ where: { name: 'seats' } });

test('a lapsed offer moves on within a minute though nobody looks and the process that had begun is killed, and once', async () => {
  const session = await stage.openSession(1);
  const first = await stage.join(session);
  for (const _ of [1, 2]) await stage.join(session);
  await stage.press(first, 'cancel');
  // the first process is held in the middle of its work: somebody else has the session's row
  const [holder, watcher] = await Promise.all([connected(), connected()]);
  await holder.query('BEGIN');
  await holder.query('SELECT FROM session WHERE id = $1 FOR UPDATE', [session.id]);
  await passOffers(session.id, { told: true });
  const killed = await startClocks();
  const waits = async () =>
    (
      await watcher.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      )
    ).rowCount;
  await expect.poll(waits, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(await ofSeats()).toMatchObject({ running: true });
  const run = (await ofSeats())?.runNo ?? 0;
  await startClocks();
  await killClocks(killed);
  const since = Date.now();
  await holder.query('ROLLBACK');
  await Promise.all([holder.end(), watcher.end()]);

  await expect.poll(() => statesOf(session.id), { timeout: 60_000 }).toEqual(['cancelled', 'expired', 'offered']);
  expect(Date.now() - since).toBeLessThan(60_000);
  await expect.poll(async () => (await ofSeats())?.running, { timeout: 10_000 }).toBe(false);
  expect((await ofSeats())?.runNo).toBeGreaterThan(run);
  const told = (await messagesOf(session.id)).map(({ about }) => about).filter((about) => about.includes('offer'));
  expect(told.sort()).toEqual(['offer-expired', 'seat-offered', 'seat-offered']);
}, 150_000);
