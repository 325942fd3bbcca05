import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { ensureDatabase } from '../../../scripts/database/database.mjs';
import { migrate } from '../../../scripts/database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../../../scripts/database/postgres.mjs';
import { placeOf } from '../../../scripts/database/postgres-place.mjs';
import { killServer } from '../../../scripts/drill/killed.mjs';
import { startSigningUp } from '../../../scripts/drill/sign-ups.mjs';
import { freePort } from '../../../scripts/ground/ports.mjs';
import { openDataDir } from '../../../scripts/ground/settings.mjs';
import { layGround } from '../../../scripts/portal/demo.mjs';
import { wipe } from '../../../scripts/tests/test-database.mjs';
import { type Made, read } from '../../../test/factories/write';
import { drawingProcessesOf, type Server, startProcess } from '../../support/processes/processes';
import { openSession } from '../../support/stage/trainings';

/** The same in small as `npm run drill -- forms`, with a PostgreSQL of its own that is killed as well. */
const HOME = '.test/killed-forms';
const WOMEN = 300;
const SESSIONS = 4;
const BLOWS = ['portal', 'both'] as const;

/** A server whose writes outlive a crash, with the ground of a portal and sessions to sign up for. */
async function laySessions() {
  openDataDir(HOME);
  const place = placeOf(HOME);
  await startPostgres(place);
  await ensureDatabase(databaseAddress(place, 'postgres'), 'portal');
  const url = databaseAddress(place, 'portal');
  await migrate(url);
  await layGround(url, () => {});
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [commune = { id: '' }] = await read<Made>(
    client,
    `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1`,
  );
  for (let count = 0; count < SESSIONS; count++) await openSession(client, commune, WOMEN);
  await client.end();
  return { place, url };
}

const isThere = ({ child }: Server) => child.exitCode === null && child.signalCode === null;

/** Front and what draws behind it are gone at one instant. */
async function kill(portal: Server) {
  if (!isThere(portal)) return;
  const gone = once(portal.child, 'exit');
  for (const pid of drawingProcessesOf(portal.child)) process.kill(pid, 'SIGKILL');
  portal.child.kill('SIGKILL');
  await gone;
}

/** A portal at one address, whichever process is behind it. */
async function standing(url: string) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const found = { PORT: `${port}`, PORTAL_URL: origin, NEXTAUTH_URL: origin };
  const surroundings = { DATABASE_URL: url, DATABASE_PATIENCE: '6', TRUST_PROXY: 'on', ...found };
  return { origin, start: () => startProcess(surroundings) };
}

let stage: Awaited<ReturnType<typeof laySessions>>;
test.describe.configure({ mode: 'serial', timeout: 600_000 });
test.beforeAll(async () => {
  await wipe(HOME);
  stage = await laySessions();
});
test.afterAll(() => wipe(HOME));

test('women sign up by the form while the portal is killed, and the database with it: who was told that it was received stands there, once', async () => {
  const { place, url } = stage;
  const { origin, start } = await standing(url);
  let portal = await start();
  const women = await startSigningUp({ origin, databaseUrl: url, writes: WOMEN, round: 'first' });
  try {
    for (const [at, blow] of BLOWS.entries()) {
      await women.reached(Math.floor((WOMEN * (at + Math.random())) / BLOWS.length));
      await kill(portal);
      expect(isThere(portal)).toBe(false);
      if (blow === 'both') {
        await killServer(place);
        await startPostgres(place);
      }
      portal = await start();
    }
    await women.reached(WOMEN);
    expect(await women.holdAgainst()).toEqual({ lost: 0, doubled: 0, trail: 0, wrong: 0 });
  } finally {
    await women.stop();
    portal.child.kill('SIGKILL');
  }
});

test('the same finds who is lost where the database acknowledges before it has written', async () => {
  const { place, url } = stage;
  await stopPostgres(place);
  await startPostgres({ ...place, told: ['synchronous_commit=off', 'wal_writer_delay=10s'] });
  const { origin, start } = await standing(url);
  const portal = await start();
  const women = await startSigningUp({ origin, databaseUrl: url, writes: WOMEN, round: 'second' });
  try {
    await women.reached(WOMEN / 3);
    await kill(portal);
    await killServer(place);
    await startPostgres(place);
    expect((await women.holdAgainst()).lost).toBeGreaterThan(0);
  } finally {
    await women.stop();
    portal.child.kill('SIGKILL');
  }
});
