import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { expect } from '@playwright/test';
import { read } from '../prisma/factories/write';
import { databaseAddress, type Server, startProcess } from './support/processes';
import { openSession } from './support/session';
import { password, test } from './support/test';

/**
 * What a stranger sends to occupy the portal, against a process of its own. Measured alone; the times are generous, since a
 * process that is held is so for minutes.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const HEALTH_MS = 1_500;
const SIGN_IN_MS = 10_000;
const GROWTH_MAX = 200_000_000;
const STOP_MS = 9_000;

let server: Server;
let cookie: string;
const slow: ClientRequest[] = [];

test.beforeAll(async ({ database }) => {
  server = await startProcess({ DATABASE_URL: databaseAddress() });
  const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = 'longhung@demo.invalid'`);
  const { name, value } = await openSession(database, her?.id ?? '');
  cookie = `${name}=${value}`;
  await Promise.all(['/', '/dang-nhap', '/admin', '/admin/people'].map((path) => ask(path, { headers: { cookie } })));
  await signIn();
});
test.afterAll(() => {
  for (const one of slow) one.destroy();
  server?.child.kill('SIGKILL');
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.origin + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init });

/** Milliseconds until `/healthz` has answered. */
async function health(): Promise<number> {
  const since = performance.now();
  expect((await ask('/healthz')).status).toBe(200);
  return performance.now() - since;
}

/** Signs in as a browser does, and says how long that took. */
async function signIn(): Promise<number> {
  const since = performance.now();
  const token = await ask('/api/auth/csrf');
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const jar = token.headers.getSetCookie().map((each) => each.split(';')[0]);
  const body = new URLSearchParams({ csrfToken, identifier: 'longhung@demo.invalid', password: password() });
  const answer = await ask('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { cookie: jar.join('; '), origin: server.origin },
    body,
  });
  expect(answer.status).toBe(302);
  expect(answer.headers.getSetCookie().join()).toContain('session-token=');
  return performance.now() - since;
}

/** Bytes of memory that the process has for itself. */
const memory = () =>
  Number(/^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) * 1_000;

/** Does something to the portal; meanwhile it answers, lets an official in, and takes no more memory than is stated. */
async function standsThrough(storm: () => Promise<unknown>) {
  const before = memory();
  let over = false;
  const storming = storm().finally(() => {
    over = true;
  });
  const answered: number[] = [];
  const [signedIn] = await Promise.all([
    signIn(),
    (async () => {
      while (!over || answered.length < 5) answered.push(await health());
    })(),
    storming,
  ]);
  expect(Math.max(...answered), 'health').toBeLessThan(HEALTH_MS);
  expect(signedIn, 'signing in').toBeLessThan(SIGN_IN_MS);
  expect(memory() - before, 'memory').toBeLessThan(GROWTH_MAX);
}

const KEYS = 110_000;
const urlencoded = Array.from({ length: KEYS }, (_, at) => `k${at}=`).join('&');
const multipart = Array.from(
  { length: KEYS },
  (_, at) => `--b\r\nContent-Disposition: form-data; name="k${at}"\r\n\r\n\r\n`,
).join('');
const short = 'a&'.repeat(31_000);

test('forms of a hundred and ten thousand keys, for strangers and for officials', async () => {
  const types = [
    ['application/x-www-form-urlencoded', urlencoded],
    ['application/x-www-form-urlencoded', short],
    ['multipart/form-data; boundary=b', `${multipart}--b--\r\n`],
  ] as const;
  const paths = ['/api/enrolments', '/api/tickets', '/api/invitation', '/api/auth/callback/credentials', '/dang-nhap'];
  const send = async (path: string, [type, body]: (typeof types)[number]) => {
    // Some are refused before all of them has been sent.
    const answer = await ask(path, { method: 'POST', body, headers: { cookie, 'content-type': type } }).catch(
      () => null,
    );
    if (answer) expect([413, 429], path).toContain(answer.status);
  };
  await standsThrough(() =>
    Promise.all([...paths, '/admin/people'].flatMap((path) => types.map((one) => send(path, one)))),
  );
});

test('slow bodies, thirty-four for strangers and as many for officials', async () => {
  await standsThrough(async () => {
    for (let at = 0; at < 34; at++) {
      for (const path of ['/api/enrolments', '/admin/people']) {
        const one = httpRequest(server.origin + path, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' },
        });
        one.on('error', () => {});
        one.write('a');
        slow.push(one);
      }
    }
    await Promise.all(
      ['/dang-nhap?asked=1', '/admin', '/admin/people'].map(async (path) => {
        expect((await ask(path, { headers: { cookie } })).status, path).toBe(200);
      }),
    );
  });
});

test('three hundred upgrades are answered, and asked to stop the process is gone in time, whatever is open', async () => {
  const upgrade = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAAQAAP__' };
  const one = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(`${server.origin}/`, { headers: upgrade, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
  await standsThrough(async () => {
    const statuses = await Promise.all(Array.from({ length: 300 }, one));
    expect(statuses).toEqual(Array(300).fill(200));
  });
  const ended = once(server.child, 'exit');
  const since = performance.now();
  server.child.kill('SIGTERM');
  const [code] = await ended;
  expect(code).toBe(0);
  expect(performance.now() - since).toBeLessThan(STOP_MS);
});
