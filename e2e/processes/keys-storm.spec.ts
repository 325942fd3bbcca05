import { expect } from '@playwright/test';
import { read } from '../../test/factories/write';
import { actionsOf, routesOf } from '../support/page/hostile';
import { databaseAddress, type Server, startProcess } from '../support/processes/processes';
import { memoryOfDrawing, Storm } from '../support/processes/storm';
import { openSession } from '../support/stage/session';
import { password, test } from '../support/test';

/** A hundred and ten thousand of whatever can be many, at every address that takes something, from somebody who is signed in. */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const KEYS = 110_000;
const AT_ONCE = 2;
const PATIENCE_MS = 60_000;
/** Bytes that all who draw may hold more than before: none of it comes to them. */
const DRAWING_GROWTH_MAX = 200_000_000;

let server: Server;
let beside: Storm;
let cookie: string;

test.beforeAll(async ({ database }) => {
  server = await startProcess({ DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6' });
  const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = 'longhung@demo.invalid'`);
  const { name, value } = await openSession(database, her?.id ?? '');
  cookie = `${name}=${value}`;
  // from then on the portal knows whose session it is
  expect((await fetch(`${server.origin}/admin`, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
  beside = await Storm.beside(server, { identifier: 'longhung@demo.invalid', password: password() });
});
test.afterAll(async () => {
  await beside?.close();
  server?.child.kill('SIGKILL');
});

const keys = Array.from({ length: KEYS }, (_, at) => at.toString(36));
/** As short as so many keys can be: less than a megabyte, so that what takes most takes it. */
const object = `{${keys.map((key) => `"${key}":0`).join(',')}}`;
/** Parts without a name: as short, so that the largest that is taken has as many. */
const parts = '--b\r\n\r\n\r\n'.repeat(KEYS);
const form = { type: 'application/x-www-form-urlencoded', body: keys.map((key) => `${key}=`).join('&') };
const inParts = { type: 'multipart/form-data; boundary=b', body: `${parts}--b--\r\n` };
const json = { type: 'application/json', body: object };

/** `null`: the answer came, and the line was closed, while it was still being sent. */
const TOO_MUCH = ['413', 'null'];

type Sent = { path: string; type?: string; body?: string; headers?: Record<string, string> };

/** Sends all of it, a few at a time; how often each status answered, `null` where it was refused while it was being sent. */
async function answersTo(all: readonly Sent[]): Promise<Record<string, number>> {
  const told: Record<string, number> = {};
  const queue = all.values();
  const work = async () => {
    for (const { path, type, body, headers } of queue) {
      const answer = await fetch(server.origin + path, {
        method: body === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { cookie, ...(type && { 'content-type': type }), ...headers },
        ...(body !== undefined && { body }),
      }).catch((error: Error) => (error.name === 'TimeoutError' ? Promise.reject(error) : null));
      await answer?.arrayBuffer();
      const status = String(answer?.status ?? null);
      told[status] = (told[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return told;
}

/** Whatever takes something: found by looking, so that a new one is among them without a line here. */
const taking = routesOf()
  .filter(({ sends }) => sends)
  .map(({ pattern }) => pattern.replace(/\*/g, 'x'));

async function areRefused(all: readonly Sent[], by: readonly string[]): Promise<void> {
  const before = memoryOfDrawing(server);
  await beside.standsThrough(async () => {
    const told = await answersTo(all);
    expect(Object.keys(told).filter((status) => !by.includes(status))).toEqual([]);
    // told in so many words, and not by a line that was cut alone
    expect(told[by[0] ?? ''] ?? 0).toBeGreaterThan(0);
  });
  expect(memoryOfDrawing(server) - before, 'memory of those that draw').toBeLessThan(DRAWING_GROWTH_MAX);
}

test('as a form and in parts: given up at every address before anybody reads it', async () => {
  expect(taking).toEqual(expect.arrayContaining(['/api/second-step', '/api/member-cards', '/admin/people']));
  await areRefused(
    taking.flatMap((path): Sent[] => [
      { path, ...form },
      { path, ...inParts },
    ]),
    TOO_MUCH,
  );
});

test('as an object at every address for programs, and as what an action is called with: taken by none', async () => {
  const programs = taking.filter((path) => path.startsWith('/api/'));
  await areRefused(
    programs.map((path) => ({ path, ...json })),
    TOO_MUCH,
  );
  const call = `[{"status":"new"},${object}]`;
  const actions = actionsOf().map(({ id, page }) => ({
    path: page.replace(/\*/g, 'x'),
    type: 'text/plain;charset=UTF-8',
    body: call,
    headers: { 'next-action': id },
  }));
  await areRefused(actions, TOO_MUCH);
});

test('as a question in the address and as cookies: heard to its end by nobody', async () => {
  // given up before anybody knows which address it is
  const some = taking.filter((_, at) => at % 8 === 0);
  const [query, cookies] = [form.body, keys.map((key) => `${key}=`).join('; ')];
  await areRefused(
    some.flatMap((path): Sent[] => [{ path: `${path}?${query}` }, { path, headers: { cookie: cookies } }]),
    ['431', 'null'],
  );
});
