import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { load } from '../../bench/load/load.mjs';
import { requestOf } from '../../bench/load/requests.mjs';
import { stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { freePort } from '../ground/ports.mjs';
import { stopLeftovers } from '../ground/processes.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';
import { ask, startCommand, until } from '../portal/command-fixture.mjs';
import { lead } from './rolling.mjs';

const ROLLS = 5;
const REQUESTS = 10_000;
const dataDir = join(ROOT, '.test', 'start', 'rolling');
const releases = join(dataDir, 'releases-here');
/** @type {number} */
let port;
/** @type {string} */
let address;
/** @type {ReturnType<typeof startCommand>} */
let portal;

/**
 * @param {string} folder
 * @param {string[]} words
 * @returns {Promise<{ code: number, said: string }>}
 */
const rollIn = (folder, ...words) =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: folder, NO_COLOR: '1' };
    const program = [join(ROOT, 'scripts', 'release', 'roll.mjs'), ...words];
    execFile(process.execPath, program, { env, cwd: ROOT }, (error, said) =>
      resolve({ code: Number(error?.code ?? 0), said }),
    );
  });

const roll = (/** @type {string[]} */ ...words) => rollIn(dataDir, ...words);

/** A folder that says it is a finished build; its tables are made ready, or refused, by a program of two lines. */
function makeRelease(/** @type {string} */ name, refusal = '') {
  const folder = join(releases, name);
  mkdirSync(join(folder, 'scripts', 'release'), { recursive: true });
  writeFileSync(join(folder, 'release.json'), '{}');
  const program = refusal ? `console.log(${JSON.stringify(refusal)});\nprocess.exit(1);\n` : '';
  writeFileSync(join(folder, 'scripts', 'release', 'tables.mjs'), program);
  return realpathSync(folder);
}

const folderAtWork = async () => (await ask(address))?.folder;

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  openDataDir(dataDir);
  port = await freePort();
  address = `http://127.0.0.1:${port}`;
  portal = startCommand({ dataDir, port });
  await portal.hears('is ready at');
});

after(async () => {
  portal.kill('SIGKILL');
  await portal.ended;
  await stopLeftovers(join(dataDir, 'processes'));
  const place = placeOf(dataDir);
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Asks in one go after the other, for as long as that work takes and until so many were asked; says what came of them. */
async function askDuring(/** @type {Promise<void>} */ work) {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  const host = '127.0.0.1';
  const kinds = [{ name: 'pages', requests: [requestOf({ path: '/healthz', host: `${host}:${port}` })] }];
  /** @type {Record<string, number>} */
  const statuses = {};
  for (let asked = 0; !done || asked < REQUESTS; asked += 1_000) {
    const { all } = await load({ host, port, connections: 8, kinds, count: 1_000, warmUp: 0 });
    for (const [status, count] of Object.entries(all.statuses)) statuses[status] = (statuses[status] ?? 0) + count;
  }
  await ended;
  return statuses;
}

test('five servers take the place of one another while 10,000 are asked and more, and every one is answered', async () => {
  const pids = new Set([(await ask(address)).pid]);
  const rolls = async () => {
    for (let times = 0; times < ROLLS; times++) {
      const { code, said } = await roll();
      assert.equal(code, 0, said);
      // a connection from before is answered once more by whoever leaves
      await until('another one answers', async () => pids.size < pids.add((await ask(address)).pid).size);
    }
  };
  const { 200: answered = 0, ...others } = await askDuring(rolls());
  assert.deepEqual(others, {});
  assert.ok(answered >= REQUESTS);
  assert.equal(pids.size, ROLLS + 1);
});

test('a release in another folder takes the place of this one, and this one comes back in one command', async () => {
  const [first, second] = [await folderAtWork(), makeRelease('second')];
  const there = await roll('--to', second);
  assert.equal(there.code, 0, there.said);
  await until('it answers', async () => (await folderAtWork()) === second);
  const back = await roll('--back');
  assert.equal(back.code, 0, back.said);
  await until('the former one answers', async () => (await folderAtWork()) === first);
});

test('a release whose tables are refused, one that is none, and one that is not there leave this one at work, and say why', async () => {
  const first = await folderAtWork();
  const refused = await roll('--to', makeRelease('contracting', 'it takes away what an earlier release needs'));
  assert.equal(refused.code, 1);
  assert.match(refused.said, /takes away what an earlier release needs[\s\S]*goes on as it was/);
  mkdirSync(join(releases, 'empty'));
  for (const name of ['empty', 'nowhere']) {
    const { code, said } = await roll('--to', join(releases, name));
    assert.equal(code, 1);
    assert.match(said, /holds no finished build/);
  }
  assert.equal(await folderAtWork(), first);
});

test('a signal that asks nothing, or in no words of ours, begins no server and ends nothing; the next one that is asked for is begun', async () => {
  const { pid } = await ask(address);
  for (const words of ['', '{', 'null', '{"to":"/"}']) {
    if (words) writeFileSync(join(dataDir, 'roll-asked'), words);
    process.kill(Number(portal.pid), 'SIGUSR2');
    await until('it was read', () => !existsSync(join(dataDir, 'roll-asked')));
  }
  assert.equal((await ask(address)).pid, pid);
  const { code, said } = await roll();
  assert.equal(code, 0, said);
  await until('another one answers', async () => (await ask(address)).pid !== pid);
  assert.deepEqual(
    readdirSync(dataDir).filter((name) => name.startsWith('roll-asked')),
    [],
  );
});

test('the link of the start is moved to the release at work; where it may not be, what is left is said', () => {
  const link = join(dataDir, 'current');
  symlinkSync(releases, link);
  const release = makeRelease('third');
  assert.equal(lead(link, release), undefined);
  assert.equal(realpathSync(link), release);
  assert.match(
    lead(join(dataDir, 'nowhere', 'current'), release) ?? '',
    /could not be moved.*Move it: ln -sfn \S+third /,
  );
});

test('without a portal at work there is nothing to relieve, which is a sentence', async () => {
  const { code, said } = await rollIn(join(dataDir, 'elsewhere'));
  assert.equal(code, 1);
  assert.match(said, /No portal runs in/);
});
