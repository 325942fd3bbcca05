import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import { browserHead, open as connect, talk } from '@/test/servers/raw';
import { FastSocket } from './fast-socket';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
let host: string;
/** Requests that came as far as Node's own server, since the page lay ready. */
let behind: () => number;
/** A page of this name is answered when it is let go; the others at once. */
let letGo: () => void;
const closed: string[] = [];

beforeEach(async () => {
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  open = await openFront(async (request, response) => {
    const { url = '' } = request;
    response.once('close', () => closed.push(`${url} ${response.writableFinished}`));
    if (/held/.test(url)) await held;
    if (/broken/.test(url)) return void response.writeHead(200).write('x', () => response.destroy());
    if (url.startsWith('/api/')) return void response.end('x'.repeat(/large/.test(url) ? 2_000_000 : 9));
    await answerPage(response, url);
  });
  host = new URL(open.origin).host;
  for (const _ of [1, 2]) await open.ask('/tin-tuc');
  const before = open.behind();
  behind = () => open.behind() - before;
  closed.length = 0;
});
afterEach(() => open.close());

const plain = (target = '/tin-tuc', ...more: string[]) => browserHead(target, host, more);
const form = (target: string, body: string) =>
  `${plain(target, `Content-Length: ${body.length}`, `Origin: http://${host}`).replace('GET', 'POST')}${body}`;

/** A connection, and the statuses of what came over it until now. */
async function talking() {
  const socket = await connect(open.origin);
  let came = '';
  socket.on('data', (chunk) => {
    came += chunk.toString('latin1');
  });
  const answered = () => [...came.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
  const until = (statuses: number[]) => expect.poll(answered, { timeout: 10_000 }).toEqual(statuses);
  return { socket, until };
}

const CASES: [string, () => string[], number][] = [
  ['a page that has to be drawn', () => [plain('/cau-chuyen')], 200],
  ['a signed-in page', () => [plain('/admin/people', 'Cookie: next-auth.session-token=x')], 200],
  ['encodings with weights', () => [plain().replace('deflate', 'deflate;q=0.5')], 200],
  ['one of two tags', () => [plain('/tin-tuc', 'If-None-Match: "a", "b"')], 200],
  ['a range', () => [plain('/tin-tuc', 'Range: bytes=0-1')], 200],
  ['another host', () => [browserHead('/tin-tuc', 'evil.invalid')], 421],
  ['a form', () => [form('/api/x', 'a=1&b=2')], 200],
  ['a form whose body comes later', () => [form('/api/x', 'a=1').slice(0, -3), 'a=', '1'], 200],
  ['a large answer', () => [plain('/api/large')], 200],
];

describe('a connection on which something else was asked than what lies ready', () => {
  test.each(CASES)('comes back to the door: %s', async (_, pieces, status) => {
    const { socket, until } = await talking();
    for (const piece of pieces()) {
      socket.write(piece);
      await new Promise(setImmediate);
    }
    await until([status]);
    const before = behind();
    socket.write(plain());
    await until([status, 200]);
    expect(behind()).toBe(before);
    socket.destroy();
  });

  test('comes back after HEAD, which has no body', async () => {
    const [head] = await talk(open.origin, [plain('/gioi-thieu').replace('GET', 'HEAD') + plain()], {
      answers: 1,
      head: true,
    });
    expect(head?.status).toBe(200);
    expect(behind()).toBe(1);
  });

  test('comes back only when all of a form has come, also where that was answered before', async () => {
    const { socket, until } = await talking();
    socket.write(form('/khong-co', 'GET / HTTP/1.1').slice(0, -14));
    await until([200]);
    socket.write('GET / HTTP/');
    await new Promise(setImmediate);
    socket.write('1.1');
    socket.write(plain());
    await until([200, 200]);
    expect(behind()).toBe(1);
    socket.destroy();
  });

  test('ends where whoever answers gives up', async () => {
    const { socket } = await talking();
    socket.write(plain('/api/broken'));
    await once(socket, 'close');
  });

  test('stays behind where nobody but Node can say where the request ends', async () => {
    const { socket, until } = await talking();
    socket.write(`${plain('/tin-tuc', 'Transfer-Encoding: chunked')}0\r\n\r\n`);
    await until([200]);
    socket.write(plain());
    await until([200, 200]);
    expect(behind()).toBe(2);
    socket.destroy();
  });

  test('is answered in the order in which was asked, ready or not, whatever comes while one is waited for', async () => {
    const { socket, until } = await talking();
    const asked = ['/cau-chuyen', '/held', '/tin-tuc', '/api/x', '/tin-tuc'].map((target) => plain(target));
    socket.write(asked.join('').replace('GET /held', 'GET /admin/held'));
    await until([200]);
    socket.write(form('/api/x', 'a=1') + plain());
    await expect.poll(behind).toBe(2);
    letGo();
    await until([200, 200, 200, 200, 200, 200, 200]);
    expect(behind(), 'the last came alone, and lay ready').toBe(6);
    socket.destroy();
  });
});

describe('who asks for what takes long', () => {
  test.each(['destroy', 'resetAndDestroy'] as const)('and leaves is waited for by nobody: %s', async (leave) => {
    const { socket } = await talking();
    socket.write(plain('/api/held'));
    await expect.poll(behind).toBe(1);
    socket[leave]();
    await expect.poll(() => closed).toContain('/api/held false');
  });

  test('and closes her side is treated as by Node alone, and her connection ends', async () => {
    const { socket } = await talking();
    socket.write(plain('/api/held'));
    await expect.poll(behind).toBe(1);
    socket.end();
    await once(socket, 'close');
    await expect.poll(() => closed).toContain('/api/held false');
  });

  test('is not ended by the door meanwhile, however long that takes, nor when the portal is to stop', async () => {
    const { socket, until } = await talking();
    socket.write(plain('/api/held'));
    await expect.poll(behind).toBe(1);
    for (let sweep = 0; sweep < 100; sweep++) open.door.sweep();
    const stopped = new Promise<void>((resolve) => open.door.close(resolve));
    open.door.closeIdleConnections();
    letGo();
    await until([200]);
    open.door.closeIdleConnections();
    await Promise.all([once(socket, 'close'), stopped]);
  });

  test('and sends more and more is read no further than a little ahead', () => {
    const line = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() }) as Socket;
    const lent: unknown[] = [];
    const fast = new FastSocket(line, {
      answerTo: () => undefined,
      lend: (one) => lent.push(one),
      takeOver: () => {},
      gone: () => {},
    });
    line.emit('data', Buffer.from(plain('/api/x')));
    expect(lent).toHaveLength(1);
    for (let time = 0; time < 200; time++) line.emit('data', Buffer.from(plain()));
    expect(line.isPaused()).toBe(true);
    fast.destroy();
  });
});
