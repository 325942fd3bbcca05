import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { findServer, stopPostgres } from './database/postgres.mjs';
import { placeOf, removeCluster } from './database/postgres-place.mjs';
import { readLock } from './ground/lock.mjs';
import { freePort } from './ground/ports.mjs';
import { startOf, stopLeftovers } from './ground/processes.mjs';
import { openDataDir, ROOT } from './ground/settings.mjs';
import { ask, processesOf, startCommand, startWriting, until } from './portal/command-fixture.mjs';
import { lockFileOf } from './portal/portal.mjs';

/** @import { Place } from './database/postgres-place.mjs' */

const WRITES_BEFORE_THE_BLOW = 30;
const dataDir = join(ROOT, '.test', 'start');
/** @type {Place} */
let place;
/** @type {number} */
let port;
/** @type {string} */
let address;
/** @type {ReturnType<typeof startCommand> | undefined} */
let running;

const start = async (how = {}) => {
  const command = startCommand({ dataDir, port, ...how });
  running = command;
  await command.hears('is ready at');
  return command;
};

/** Starts writing and waits until enough was acknowledged that the blow falls in the middle of it. */
const writeUntilUnderWay = async () => {
  const { numbers } = await ask(address);
  const writing = startWriting(address, (numbers.at(-1) ?? 0) + 1);
  await until('writes are acknowledged', () => writing.acknowledged.length >= WRITES_BEFORE_THE_BLOW);
  return writing;
};

const assertNothingLost = async (/** @type {number[]} */ acknowledged) => {
  const { numbers } = await until('the server answers', () => ask(address));
  assert.deepEqual(
    acknowledged.filter((number) => !numbers.includes(number)),
    [],
  );
};

const timesSaid = (/** @type {{ said: () => string }} */ command) =>
  command.said().match(/said in answer/g)?.length ?? 0;

const stopEverything = async () => {
  if (running) running.kill('SIGKILL');
  await running?.ended;
  await stopLeftovers(join(dataDir, 'processes'));
  await stopPostgres(place);
};

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  openDataDir(dataDir);
  place = placeOf(dataDir);
});

beforeEach(async () => {
  await stopEverything();
  running = undefined;
  port = await freePort();
  address = `http://127.0.0.1:${port}`;
});

after(async () => {
  await stopEverything();
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

test('SIGTERM stops server and database in order, with exit code 0 and nothing left at work', async () => {
  const command = await start();
  command.kill('SIGTERM');
  assert.deepEqual(await command.ended, { code: 0, signal: null });
  assert.deepEqual(processesOf(dataDir), []);
  assert.equal(existsSync(lockFileOf(dataDir)), false);
  assert.equal(existsSync(join(place.cluster, 'postmaster.pid')), false);
});

test('npm passes SIGTERM on and ends with exit code 0 when everything has stopped', async () => {
  const command = await start({ throughNpm: true });
  command.kill('SIGTERM');
  assert.deepEqual(await command.ended, { code: 0, signal: null });
  assert.deepEqual(processesOf(dataDir), []);
});

test('kill -9 of npm above the command: everything stops by itself, and a start meanwhile waits for that', async () => {
  const command = await start({ throughNpm: true });
  command.kill('SIGKILL');
  const lock = lockFileOf(dataDir);
  await until('the portal is stopping', () => readLock(lock)?.stopping || !existsSync(lock));
  await start();
});

test('a second start while one runs says where, and leaves the first alone', async () => {
  const first = await start();
  const second = startCommand({ dataDir, port });
  assert.equal((await second.ended).code, 1);
  assert.match(second.said(), new RegExp(`Portal is already running at ${address}`));
  assert.ok(await ask(address));
  first.kill('SIGINT');
  assert.equal((await first.ended).code, 0);
});

test('a port taken by another program is said in one sentence, and nothing is left', async (test) => {
  const other = createServer();
  // one that is left open would keep the tests from ending
  test.after(() => other.close());
  await new Promise((listening) => other.listen(port, '127.0.0.1', () => listening(true)));
  const command = startCommand({ dataDir, port });
  assert.equal((await command.ended).code, 1);
  assert.equal(
    command.said().trim(),
    `Port ${port} is in use by another program. Choose another one: PORT=${port + 1} npm start`,
  );
  assert.deepEqual(processesOf(dataDir), []);
});

test('a lock whose process has ended, or whose number is another process now, does not count', async () => {
  writeFileSync(lockFileOf(dataDir), JSON.stringify({ pid: process.pid, started: 'long ago', address: 'http://old' }));
  const command = await start();
  command.kill('SIGTERM');
  assert.equal((await command.ended).code, 0);
});

test('kill -9 of the command during writes: the next start takes over and has everything acknowledged', async () => {
  const command = await start();
  const before = findServer(place)?.pid;
  const writing = await writeUntilUnderWay();
  command.kill('SIGKILL');
  await command.ended;
  await start();
  assert.equal(findServer(place)?.pid, before, 'the database went on');
  await assertNothingLost(await writing.stop());
});

test('kill -9 of the database during writes: the portal says so, brings it back and has everything acknowledged', async () => {
  const command = await start();
  const writing = await writeUntilUnderWay();
  const { pid } = await ask(address);
  process.kill(Number(findServer(place)?.pid), 'SIGKILL');
  await command.hears('The database has stopped by itself');
  await command.hears('The database is at work again');
  await assertNothingLost(await writing.stop());
  assert.equal((await ask(address)).pid, pid, 'the server went on');
});

test('kill -9 of command, server and database at once during writes: the next start has everything acknowledged', async () => {
  const command = await start();
  const writing = await writeUntilUnderWay();
  const pids = [command.pid, (await ask(address)).pid, findServer(place)?.pid];
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  await command.ended;
  const acknowledged = await writing.stop();
  await start();
  await assertNothingLost(acknowledged);
});

test('a server that ends by itself is started again', async () => {
  const command = await start();
  const { pid } = await ask(address);
  process.kill(pid, 'SIGKILL');
  await command.hears('The server is at work again');
  assert.notEqual((await ask(address)).pid, pid);
});

test('a server that answers nothing any more, stopped or caught in a loop, is noticed and replaced', async () => {
  const stopped = (/** @type {number} */ pid) => void process.kill(pid, 'SIGSTOP');
  const caught = () => void fetch(`${address}/hang`).catch(() => {});
  for (const silence of [stopped, caught]) {
    const command = await start();
    const { pid } = await ask(address);
    silence(pid);
    await command.hears('The server has not answered for 10 s');
    await command.hears('The server is at work again');
    const answered = await until('the new server answers', () => ask(address));
    assert.notEqual(answered.pid, pid);
    assert.equal(startOf(pid), undefined, 'the old one is no more');
    await stopEverything();
  }
});

test('what a server says after it was started again is heard once', async () => {
  const command = await start();
  process.kill((await ask(address)).pid, 'SIGKILL');
  await command.hears('The server is at work again');
  await fetch(`${address}/say`);
  await command.hears('said in answer');
  await fetch(`${address}/say`);
  await until('it is heard again', () => timesSaid(command) >= 2);
  assert.equal(timesSaid(command), 2);
});

test('a server that is asked to stop while it hangs does not hold up the command', async () => {
  const command = await start();
  process.kill((await ask(address)).pid, 'SIGSTOP');
  command.kill('SIGTERM');
  assert.deepEqual(await command.ended, { code: 0, signal: null });
  assert.deepEqual(processesOf(dataDir), []);
});

test('SIGTERM during the first start leaves nothing at work, and the next start goes on from there', async () => {
  removeCluster(place);
  const command = startCommand({ dataDir, port });
  await command.hears('Database');
  command.kill('SIGTERM');
  assert.equal((await command.ended).code, 0);
  assert.deepEqual(processesOf(dataDir), []);
  await start();
});
