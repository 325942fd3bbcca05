import { type ClientRequest, request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { htmlOf, openFront } from '@/test/servers/front';
import { shared } from '../still/shared';
import { LIMITS } from './entrance';

let open: Awaited<ReturnType<typeof openFront>>;
const sending: ClientRequest[] = [];
afterEach(async () => {
  for (const one of sending.splice(0)) one.destroy();
  await open?.close();
});

type NextHandler = Parameters<typeof openFront>[0];

/** A stand-in that knows the officials by their session, as the portal does behind the front. */
const portal: NextHandler = async (request, response) => {
  const drawing = shared.drawing.getStore();
  if (drawing && request.url?.startsWith('/admin'))
    drawing.account = /session-token=good/.test(request.headers.cookie ?? '') ? 'official' : null;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(htmlOf(request.url ?? ''));
};

/** Milliseconds that a hundred at once may take on a busy machine; they protect nothing here. */
const PATIENCE = 30_000;
const OFFICIAL = { cookie: 'next-auth.session-token=good' };
const URLENCODED = 'application/x-www-form-urlencoded';

/** A body of which one byte has come, and no more will for a long time. */
function sendSlowly(path: string, headers: Record<string, string> = {}) {
  const one = httpRequest(`${open.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': URLENCODED, 'content-length': '1000', ...headers },
  });
  const status = new Promise<number | undefined>((resolve) => {
    one.on('response', (answer) => resolve(answer.resume().statusCode));
    one.on('error', () => resolve(undefined));
  });
  one.write('a');
  sending.push(one);
  return status;
}

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  open.ask(path, { method: 'POST', body, headers, signal: AbortSignal.timeout(PATIENCE) });
const urlencoded = (keys: number) => Array.from({ length: keys }, (_, at) => `k${at}=`).join('&');

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=b' };
const multipart = (parts: number) =>
  `${Array.from({ length: parts }, (_, at) => `--b\r\nContent-Disposition: form-data; name="k${at}"\r\n\r\n\r\n`).join('')}--b--\r\n`;

describe('a form with a hundred and ten thousand keys', () => {
  test('is weighed before anybody parses it, as what kind of form and at what address it may come', async () => {
    open = await openFront(portal);
    const type = { 'content-type': URLENCODED };
    const short = 'a&'.repeat(110_000).slice(0, 63_000);
    expect((await post('/api/enrolments', urlencoded(110_000), type)).status).toBe(413);
    expect((await post('/api/enrolments', short, type)).status).toBe(413);
    expect((await post('/admin/people', short.repeat(3), type)).status).toBe(413);
    expect((await post('/api/enrolments', multipart(110_000), MULTIPART)).status).toBe(413);
    expect((await post('/admin/people', multipart(20_000), MULTIPART)).status).toBe(413);
    expect(open.asked).toEqual([]);
  });

  test('and so is an object, by its colons, whatever it says it is; one of ordinary length reaches Next to the letter', async () => {
    open = await openFront(portal);
    const object = (keys: number) =>
      `{${Array.from({ length: keys }, (_, at) => `"${at.toString(36)}" : 0`).join(',')}}`;
    const many = object(70_000);
    for (const type of ['application/json', 'text/plain;charset=UTF-8', 'application/octet-stream']) {
      const headers = { 'content-type': type };
      expect((await post('/api/attendance/deliveries', many, headers)).status, type).toBe(413);
      expect((await post('/admin/people', many, headers)).status, type).toBe(413);
      expect((await post('/api/second-step', object(801), headers)).status, type).toBe(413);
    }
    expect(open.asked).toEqual([]);
    // a hundred marks of the hall, and a piece of a file, which may hold any byte
    await post('/api/attendance/deliveries', object(1_200), { 'content-type': 'application/json' });
    await post('/api/uploads/0197c348-8801-7e58-8a87-6c1163874164', ':'.repeat(500_000));
    expect(open.asked.map(({ body }) => body)).toEqual([object(1_200), ':'.repeat(500_000)]);
  });

  test('and one of ordinary length reaches Next to the letter, in either kind', async () => {
    open = await openFront(portal);
    await post('/api/enrolments', urlencoded(200), { 'content-type': URLENCODED });
    expect(open.asked[0]?.body).toBe(urlencoded(200));
    await post('/api/enrolments', multipart(200), MULTIPART);
    expect(open.asked[1]?.body.match(/Content-Disposition/gi)).toHaveLength(200);
    await post('/admin/people', multipart(2_000), MULTIPART);
    expect(open.asked[2]?.body.match(/Content-Disposition/gi)).toHaveLength(2_000);
    expect((await post('/api/enrolments', multipart(201), MULTIPART)).status).toBe(413);
  });

  test('whose parts could be told apart in more than one way is not read', async () => {
    open = await openFront(portal);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=a; boundary=b', 'multipart/mixed'])
      expect((await post('/api/enrolments', '--a\r\n', { 'content-type': type })).status).toBe(400);
    expect(open.asked).toEqual([]);
  });
});

describe('bodies that come slowly', () => {
  test('thirty-four for strangers and as many for officials hold up neither reading, signing in nor work', async () => {
    open = await openFront(portal);
    await open.ask('/admin', { headers: OFFICIAL });
    for (let at = 0; at < 34; at++) {
      void sendSlowly('/api/enrolments');
      void sendSlowly('/admin/people', OFFICIAL);
    }
    expect((await post('/api/auth/callback/credentials', 'password=x', { 'content-type': URLENCODED })).status).toBe(
      200,
    );
    expect((await post('/admin/people', 'name=x', { 'content-type': URLENCODED, ...OFFICIAL })).status).toBe(200);
    expect((await open.ask('/admin', { headers: OFFICIAL })).status).toBe(200);
    expect((await open.ask('/healthz')).status).toBe(200);
  });

  test('are given up after a stated time, and nothing of them has reached Next', async () => {
    const soon = { patience: 30, patiencePerMegabyte: 0 };
    open = await openFront(portal, { limits: { ...LIMITS, form: { ...LIMITS.form, ...soon } } });
    expect(await sendSlowly('/api/enrolments')).toBe(408);
    expect(open.asked).toEqual([]);
  });
});

test('a part of a file is counted before anybody reads it, and by a weak signal is waited for longer than a form', async () => {
  const soon = { ...LIMITS.form, patience: 30 };
  open = await openFront(portal, { limits: { ...LIMITS, form: soon } });
  const send = (bytes: number) =>
    open.ask('/api/uploads/x?from=0', {
      method: 'PATCH',
      body: Buffer.alloc(bytes),
      headers: { 'content-type': 'application/octet-stream', ...OFFICIAL },
      signal: AbortSignal.timeout(PATIENCE),
    });
  expect((await send(LIMITS.part.bytes + 1)).status).toBe(413);
  expect(open.asked).toEqual([]);
  expect((await send(LIMITS.part.bytes)).status).toBe(200);
  const part = sendSlowly('/api/uploads/x?from=0');
  expect(await sendSlowly('/api/uploads')).toBe(408);
  expect(await Promise.race([part, 'waited for'])).toBe('waited for');
});

test(
  'officials are let by while strangers fill their way, and a network waits instead of being refused',
  async () => {
    const waiting: (() => void)[] = [];
    open = await openFront(async (request, response) => {
      if (request.url === '/api/tickets') await new Promise<void>((go) => waiting.push(go));
      await portal(request, response);
    });
    await open.ask('/admin', { headers: OFFICIAL });
    const held = Array.from({ length: 30 }, () => post('/api/tickets', 'a=1', { 'content-type': URLENCODED }));
    while (waiting.length < 8) await new Promise(setImmediate);
    const approvals = Array.from({ length: 100 }, () => post('/admin/trainings', 'a=1', { ...OFFICIAL }));
    expect((await Promise.all(approvals)).map(({ status }) => status)).toEqual(Array(100).fill(200));
    expect(waiting).toHaveLength(8);
    const release = setInterval(() => waiting.shift()?.(), 1);
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual(Array(30).fill(200));
    clearInterval(release);
  },
  PATIENCE,
);

test(
  'who made up a session is a stranger; an official is none, until she has signed out',
  async () => {
    let signedOut = false;
    open = await openFront(async (request, response) => {
      await portal(request, response);
      const drawing = shared.drawing.getStore();
      if (drawing && signedOut) drawing.account = null;
    });
    const flood = async (cookie: string) => {
      const send = () => post('/api/tickets', 'a=1', { 'content-type': URLENCODED, cookie });
      return new Set((await Promise.all(Array.from({ length: 400 }, send))).map(({ status }) => status));
    };
    expect(await flood('next-auth.session-token=forged')).toContain(429);
    expect(await flood(OFFICIAL.cookie)).toContain(429);
    await open.ask('/admin', { headers: OFFICIAL });
    expect(await flood(OFFICIAL.cookie)).toEqual(new Set([200]));
    signedOut = true;
    await open.ask('/admin', { headers: OFFICIAL });
    expect(await flood(OFFICIAL.cookie)).toContain(429);
  },
  PATIENCE,
);
