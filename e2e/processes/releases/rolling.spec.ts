import { once } from 'node:events';
import { freePort, holdPort } from '../../../scripts/ground/ports.mjs';
import { type Made, read } from '../../../test/factories/write';
import { databaseAddress, type Server, startProcess } from '../../support/processes/processes';
import { expect } from '../../support/reader/expect';
import { Reader } from '../../support/reader/reader';
import { visit } from '../../support/stage/stage';
import { test } from '../../support/test';

const ROLLS = 2;
/** One is kept, one is searched for, one is asked of whoever draws. */
const PATHS = ['/', '/tim-kiem?q=dien+thoai', '/healthz', '/do-phu?on=2026-01-01'];

/** Asks again and again, each on connections that are kept; says what came of it, with whoever was not answered. */
function askAlong(origin: string, paths: string[]) {
  let asking = true;
  const seen: Record<string, number> = {};
  const askers = paths.map(async (path) => {
    while (asking) {
      const status = await fetch(origin + path).then(
        async (answer) => (await answer.arrayBuffer()) && answer.status,
        (error: Error) => `${path} not answered: ${String(error.cause ?? error)}`,
      );
      seen[status] = (seen[status] ?? 0) + 1;
    }
  });
  return async () => {
    asking = false;
    await Promise.all(askers);
    return seen;
  };
}

test('a front that is relieved under load loses nobody: pages, searches, signed-in pages and forms are all answered, by it or by its follower', async ({
  database,
}) => {
  test.slow();
  const port = await freePort();
  const socket = await holdPort(port, '127.0.0.1');
  const surroundings = { DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6', DEMO: 'on' };
  const start = (relieves: 'on' | 'off') =>
    startProcess({ ...surroundings, RELIEVES: relieves }, '127.0.0.1', { fd: socket.fd, port });
  let server: Server = await start('off');
  const [commune] = await read<Made>(
    database,
    `SELECT id FROM unit WHERE level = 'commune' ORDER BY slug DESC LIMIT 1`,
  );
  const official = await visit(database, 'commune_official', commune ?? { id: '' }, { origin: server.origin });
  const page = await Reader.open(server.origin, official);
  await page.goto('/admin');
  const stop = askAlong(server.origin, [...PATHS, '/', '/']);
  const changes: string[] = [];
  for (let times = 0; times < ROLLS; times++) {
    const next = await start('on');
    server.child.kill('SIGUSR2');
    const left = once(server.child, 'exit');
    for (const name of ['English', 'Tiếng Việt']) {
      await page.getByRole('button', { name }).click();
      changes.push((await page.locator('html').getAttribute('lang')) ?? '');
    }
    expect(await left).toEqual([0, null]);
    server = next;
  }
  const { 200: answered = 0, ...others } = await stop();
  server.child.kill('SIGKILL');
  socket.close();
  expect(others).toEqual({});
  expect(answered).toBeGreaterThan(200);
  expect(changes).toEqual(['en', 'vi', 'en', 'vi']);
});
