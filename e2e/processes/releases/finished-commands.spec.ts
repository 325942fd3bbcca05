import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureDatabase } from '../../../scripts/database/database.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../../../scripts/database/postgres.mjs';
import { placeOf, removeCluster } from '../../../scripts/database/postgres-place.mjs';
import { openDataDir } from '../../../scripts/ground/settings.mjs';
import { dumpMajor, readableByDump } from '../../../scripts/tests/clients.mjs';
import { bareMachine, command, makeHer, signIn, startRelease, unpackRelease } from '../../support/processes/release';
import { temporaryFolder } from '../../support/processes/temporary';
import { expect } from '../../support/reader/expect';
import { Reader } from '../../support/reader/reader';
import { test } from '../../support/test';

const server = readableByDump();
// what this machine cannot show, `npm test` names (scripts/tests/clients.mjs)
const hasDump = server ? test : (_title: string, _journey: () => Promise<void>) => {};

/** A PostgreSQL that pg_dump can read, as a keeper has one, with two databases. */
async function startKeepers() {
  const dataDir = temporaryFolder('keeper');
  openDataDir(dataDir);
  const place = placeOf(dataDir, { durable: false, logged: false, packaged: server });
  await startPostgres(place);
  for (const name of ['full', 'empty']) await ensureDatabase(databaseAddress(place, 'postgres'), name);
  return { place, addressOf: (name: string) => databaseAddress(place, name) };
}

/** That she is known, and that a page is drawn. */
async function looksAt(origin: string) {
  const her = await Reader.open(origin);
  expect((await her.request.get('/cam-nang')).status()).toBe(200);
  await signIn(her);
}

/** Another release takes the place of the one at work, and the one before comes back. */
function rolls(folder: string, surroundings: Record<string, string>) {
  const other = join(dirname(folder), 'other');
  cpSync(folder, other, { recursive: true, verbatimSymlinks: true });
  const there = command(folder, surroundings, 'scripts/release/roll.mjs', '--to', other);
  expect(there.said).toContain(`at work from ${other}`);
  const back = command(folder, surroundings, 'scripts/release/roll.mjs', '--back');
  expect(back.said).toContain(`at work from ${folder}`);
}

/** Whether this machine has the programs of a server that reads such a dump: a finished build brings none. */
function hasServer() {
  const { version } = JSON.parse(readFileSync(join(server ?? '', 'package.json'), 'utf8'));
  const from = Number.parseInt(version, 10);
  const majors = Array.from({ length: dumpMajor() - from + 1 }, (_, at) => from + at);
  return majors.some(
    (major) => existsSync(`/usr/lib/postgresql/${major}/bin/initdb`) || existsSync(`/usr/pgsql-${major}/bin/initdb`),
  );
}

/** It is backed up beside readers; verified where this machine has the programs of a server, and else told what it lacks. */
function backsUp(folder: string, surroundings: Record<string, string>) {
  const made = command(folder, surroundings, 'scripts/backup/main.mjs', '--verify');
  expect([made.status, made.said]).toEqual(
    hasServer()
      ? [0, expect.stringContaining('restored into a fresh server')]
      : [1, expect.stringContaining('programs of one that pg_restore can speak with are not on this machine')],
  );
}

hasDump(
  'a finished build that came as one file is rolled, backed up, put back on another machine and started there, with no compiler and no Prisma command line',
  async () => {
    test.slow();
    const folder = unpackRelease();
    const keepers = await startKeepers();
    // the programs of PostgreSQL lie beside others: those it was given are node alone
    const { PATH = '', ...bare } = bareMachine(folder, keepers.addressOf('full'));
    const home = bare.HOME ?? '';
    const machine: Record<string, string> = {
      ...bare,
      PATH: `${PATH}:${process.env.PATH}`,
      BACKUP_DIR: join(home, 'kept'),
    };
    let portal: Awaited<ReturnType<typeof startRelease>> | undefined;
    try {
      const tables = command(folder, machine, 'scripts/release/tables.mjs');
      expect(tables.status, tables.said).toBe(0);
      portal = await startRelease(folder, machine);
      makeHer(folder, portal.env);
      await looksAt(portal.origin);
      rolls(folder, portal.env);
      await looksAt(portal.origin);
      backsUp(folder, portal.env);
      const condition = command(folder, portal.env, 'scripts/doctor/main.mjs', '--json');
      const { weight } = JSON.parse(condition.written).find(({ check }: { check: string }) => check === 'backups');
      expect(weight === 'act').toBe(!hasServer());
      expect(await portal.stop()).toBe(0);

      const other = { ...machine, DATA_DIR: join(home, 'other'), DATABASE_URL: keepers.addressOf('empty') };
      const key = join(machine.DATA_DIR ?? '', 'backup-key');
      const put = command(folder, other, 'scripts/restore/main.mjs', '--identity', key);
      expect(put.status, put.said).toBe(0);
      portal = await startRelease(folder, other);
      await looksAt(portal.origin);
      expect(await portal.stop()).toBe(0);
    } finally {
      await portal?.stop();
      await stopPostgres(keepers.place);
      removeCluster(keepers.place);
      rmSync(keepers.place.dataDir, { recursive: true, force: true });
    }
  },
);
