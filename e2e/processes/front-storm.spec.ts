import { once } from 'node:events';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { type Made, read } from '../../test/factories/write';
import { openWay } from '../../test/servers/cuttable-way';
import { formsOf } from '../support/page/forms';
import { databaseAddress, type Server, startProcess } from '../support/processes/processes';
import { Storm } from '../support/processes/storm';
import { openSession } from '../support/stage/session';
import { visit } from '../support/stage/stage';
import { password, test } from '../support/test';

/**
 * Floods that a stranger sends to occupy the portal, and a slow database, against a process of its own. Meanwhile
 * somebody beside (support/processes/storm.ts) asks how it is and signs in.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const STOP_MS = 8_000;

let way: Awaited<ReturnType<typeof openWay>>;
let server: Server;
let beside: Storm;
let cookie: string;
const slow: ClientRequest[] = [];

test.beforeAll(async ({ database }) => {
  way = await openWay(databaseAddress());
  server = await startProcess({ DATABASE_URL: way.url });
  const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = 'longhung@demo.invalid'`);
  const { name, value } = await openSession(database, her?.id ?? '');
  cookie = `${name}=${value}`;
  await Promise.all(['/', '/dang-nhap', '/admin', '/admin/people'].map((path) => ask(path, { headers: { cookie } })));
  beside = await Storm.beside(server, { identifier: 'longhung@demo.invalid', password: password() });
});
test.afterAll(async () => {
  for (const one of slow) one.destroy();
  await beside?.close();
  server?.child.kill('SIGKILL');
  way?.close();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.origin + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init });

const standsThrough: Storm['standsThrough'] = (storm, options) => beside.standsThrough(storm, options);

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

const MEGABYTES = 2_000_000;
const head = 'Họ và tên,Năm sinh,Số điện thoại,Chi hội\n';
/** Sheets that are all of one thing: marks, lines, a cell that never ends, columns without end, quotes. */
const sheets = [
  ','.repeat(MEGABYTES),
  '\n'.repeat(MEGABYTES),
  `${head}"${'a'.repeat(MEGABYTES - 100)}`,
  `${head}${'"",'.repeat(MEGABYTES / 4)}`,
  `${head}${';\t,'.repeat(MEGABYTES / 4)}`,
  `${head}${'Nguyễn Thị Mai,1980,0912345678,Khu phố 5\n'.repeat(MEGABYTES / 60)}`,
];

test('sheets of two megabytes that are no lists, read one after the other and all at once', async ({ database }) => {
  const [commune] = await read<Made>(database, `SELECT id FROM unit WHERE slug = 'long-hung'`);
  const official = await visit(database, 'commune_official', commune ?? { id: '' }, { origin: server.origin });
  const [form] = await formsOf(official, ['/admin/imports/new']);
  const upload = async (sheet: string) => {
    const sheetFile = { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
    const answer = await official.http.post('/admin/imports/new', {
      multipart: { ...form?.fields, unitId: commune?.id ?? '', sheetFile },
      timeout: 60_000,
    });
    expect(answer.status()).toBeLessThan(500);
    return answer;
  };
  // a list that is one is taken: so the others are read too
  expect((await upload(`${head}Nguyễn Thị Mai,1980,0912345678,Khu phố 5\n`)).headers().location).toMatch(
    /imports\/[0-9a-f-]{36}/,
  );
  await standsThrough(async () => {
    for (const sheet of sheets) await upload(sheet);
    await Promise.all(sheets.map(upload));
  });
  await official.http.dispose();
});

test('words without end, looked for and sent', async () => {
  const long = ['a'.repeat(12_000), 'ắ'.repeat(2_000), 'a '.repeat(6_000), '%'.repeat(4_000)];
  const paths = long.flatMap((words) =>
    ['/tim-kiem', '/tap-huan', '/admin/people', '/admin/digital-models', '/tin-tuc'].map(
      (path) => `${path}?q=${encodeURIComponent(words).slice(0, 12_000)}`,
    ),
  );
  await standsThrough(async () => {
    const asked = await Promise.all(paths.map((path) => ask(path, { headers: { cookie } })));
    for (const { status } of asked) expect(status).toBeLessThan(500);
    const forms = long.map((name) =>
      ask('/api/enrolments', { method: 'POST', body: new URLSearchParams({ locale: 'vi', name, phone: name }) }),
    );
    for (const { status } of await Promise.all(forms)) expect(status).toBeLessThan(500);
  });
});

test('a database of which one table is locked: whoever does not need it goes on', async ({ database }) => {
  await database.query('BEGIN; LOCK TABLE venue IN ACCESS EXCLUSIVE MODE');
  try {
    await standsThrough(() =>
      Promise.all(Array.from({ length: 6 }, () => ask('/admin/venues', { headers: { cookie } }))),
    );
  } finally {
    await database.query('ROLLBACK');
  }
});

test('a database that hangs: the process says that it lives, and lets in again as soon as it is back', async () => {
  await standsThrough(
    async () => {
      way.hang();
      await Promise.all(Array.from({ length: 40 }, (_, at) => ask(`/admin/people?q=${at}`, { headers: { cookie } })));
      way.mend();
    },
    { signsIn: false },
  );
  await expect(async () => {
    expect((await ask('/admin', { headers: { cookie } })).status).toBe(200);
  }).toPass({ timeout: 5_000, intervals: [250] });
  await standsThrough(async () => {});
});

test('three hundred upgrades are answered, and asked to stop the process is gone in time, whatever is open', async () => {
  const { hostname, port } = new URL(server.origin);
  const upgrade = [`GET /gioi-thieu HTTP/1.1`, `Host: ${hostname}:${port}`, 'Connection: Upgrade, HTTP2-Settings'];
  const head = [...upgrade, 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__', '', ''].join('\r\n');
  // on the bare line: a visitor of many words takes the machine from the portal that is measured
  const one = () =>
    new Promise<string>((resolve, reject) => {
      const line = connect(Number(port), hostname, () => line.write(head));
      line.once('data', (answer: Buffer) => resolve(answer.toString('latin1', 0, 12)));
      line.on('error', reject);
    });
  // thirty at a time and then all at once: what is measured is a portal in use, and not how it and its visitor get going
  for (const crowds of [Array<number>(20).fill(30), [300]])
    await standsThrough(async () => {
      for (const crowd of crowds) {
        const statuses = await Promise.all(Array.from({ length: crowd }, one));
        expect(statuses).toEqual(Array(crowd).fill('HTTP/1.1 200'));
      }
    });
  const ended = once(server.child, 'exit');
  const since = performance.now();
  server.child.kill('SIGTERM');
  const [code] = await ended;
  expect(code).toBe(0);
  expect(performance.now() - since).toBeLessThan(STOP_MS);
});
