import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import { browserHead, open as connect, talk } from '@/test/servers/raw';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
let host: string;
/** Requests that came as far as Node's own server, since the page lay ready. */
let behind: () => number;

beforeEach(async () => {
  open = await openFront(({ url }, response) => answerPage(response, `${url} `.repeat(400)));
  host = new URL(open.origin).host;
  for (const _ of [1, 2]) await open.ask('/tin-tuc');
  const before = open.behind();
  behind = () => open.behind() - before;
});
afterEach(() => open.close());

const plain = (target = '/tin-tuc') => browserHead(target, host);
const short = (...fields: string[]) => `GET /tin-tuc HTTP/1.1\r\n${[`Host: ${host}`, ...fields, '', ''].join('\r\n')}`;
const statuses = async (pieces: (string | Buffer)[], how = {}) =>
  (await talk(open.origin, pieces, how)).map(({ status }) => status);

describe('a page that lies ready', () => {
  test('is answered at the door, one request after another', async () => {
    const answers = await talk(open.origin, [plain()], { answers: 1 });
    expect(answers.map(({ status }) => status)).toEqual([200]);
    const socket = await connect(open.origin);
    for (const _ of [1, 2, 3]) {
      socket.write(plain());
      await once(socket, 'data');
    }
    socket.destroy();
    expect(behind()).toBe(0);
  });

  test('is the same to the letter as behind the door', async () => {
    // its smaller form, which is made after the third reader, lies there too
    const formOf = async () => (await talk(open.origin, [plain()], { answers: 1 }))[0]?.fields.etag;
    await expect.poll(formOf).toMatch(/-bq"$/);
    const [fast] = await talk(open.origin, [plain()], { answers: 1 });
    expect(behind()).toBe(0);
    const [slow] = await talk(open.origin, [plain().replace('deflate', 'deflate;q=0.5')], { answers: 1 });
    expect(behind()).toBe(1);
    const { date: _, ...fields } = fast?.fields ?? {};
    expect(slow).toMatchObject({ status: 200, fields });
    expect(Object.keys(slow?.fields ?? {}).sort()).toEqual(Object.keys(fast?.fields ?? {}).sort());
    expect(slow?.body.equals(fast?.body as Buffer)).toBe(true);
    const has = `If-None-Match: ${fast?.fields.etag}`;
    const [same] = await talk(open.origin, [browserHead('/tin-tuc', host, [has])], { answers: 1 });
    expect(behind()).toBe(1);
    const [sameBehind] = await talk(open.origin, [browserHead('/tin-tuc', host, [`${has}, "x"`])], { answers: 1 });
    expect(behind()).toBe(2);
    expect(same).toEqual({ ...sameBehind, fields: { ...sameBehind?.fields, date: expect.any(String) } });
    expect(same?.status).toBe(304);
  });
});

const chunked = 'Transfer-Encoding: chunked';
/** What is sent, and the statuses that come back. */
const CASES: [string, () => string[], number[], object?][] = [
  ['two at once', () => [plain() + plain()], [200, 200], { answers: 2 }],
  [
    'five at once, of which one is another page',
    () => [plain() + plain('/cau-chuyen') + plain().repeat(3)],
    [200, 200, 200, 200, 200],
    { answers: 5 },
  ],
  [
    'one that lies ready and then half of another',
    () => [plain(), plain().slice(0, 40), plain().slice(40)],
    [200, 200],
    { answers: 2 },
  ],
  ['byte by byte', () => [...short('Connection: close')], [200]],
  ['HEAD', () => [plain().replace('GET', 'HEAD')], [200], { answers: 1, head: true }],
  ['the wish to close', () => [short('Connection: close')], [200]],
  ['HTTP/1.0', () => [short().replace('1.1', '1.0')], [200]],
  ['a body, and a request behind it', () => [`${short('Content-Length: 3')}abc${short()}`], [200, 200], { answers: 2 }],
  [
    'a body that is a request',
    () => [`${short(`Content-Length: ${short().length}`)}${short()}${short('Connection: close')}`],
    [200, 200],
  ],
  [
    'a body in chunks, and a request behind it',
    () => [`${short(chunked)}3\r\nabc\r\n0\r\n\r\n${short()}`],
    [200, 200],
    { answers: 2 },
  ],
  ['both lengths', () => [`${short(chunked, 'Content-Length: 3')}abc`], [400]],
  ['a range', () => [short('Range: bytes=0-1')], [200], { answers: 1 }],
  ['an upgrade', () => [short('Connection: upgrade', 'Upgrade: websocket')], [200], { answers: 1 }],
  ['an expectation', () => [short('Expect: 100-continue', 'Connection: close')], [100, 200]],
  ['bare LF', () => [short().replaceAll('\r\n', '\n')], [400]],
  ['a folded line', () => [short('A: 1', ' 2')], [400]],
  ['NUL', () => [short('A: \0')], [400]],
  ['no host', () => ['GET /tin-tuc HTTP/1.1\r\n\r\n'], [400], { answers: 1 }],
  ['two hosts', () => [short(`Host: ${host}`)], [200], { answers: 1 }],
  ['another host', () => [browserHead('/tin-tuc', 'evil.invalid')], [421], { answers: 1 }],
  ['a greeting of TLS', () => ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'], [400]],
  ['an empty line before it', () => [`\r\n${short()}`], [200], { answers: 1 }],
  ['one that is whole, from who then closes her side', () => [plain()], [200], { half: true }],
  ['one that is not whole, from who then closes her side', () => [plain().slice(0, -2)], [400], { half: true }],
];

describe('whatever is not one plain request', () => {
  test.each(CASES)('%s is answered as by Node alone', async (_, pieces, expected, how) => {
    expect(await statuses(pieces(), how)).toEqual(expected);
  });

  test('split anywhere is one request', async () => {
    const text = short('Connection: keep-alive');
    for (let at = 1; at < text.length; at += 3) {
      expect(await statuses([text.slice(0, at), text.slice(at)], { answers: 1 }), `${at}`).toEqual([200]);
    }
  });

  test('is answered in the order in which it was asked, ready or not', async () => {
    const pieces = [plain(), plain('/cau-chuyen'), plain(), plain('/gioi-thieu')];
    const [one, other, again, last] = (await talk(open.origin, pieces, { answers: 4 })).map(
      ({ fields }) => fields.etag,
    );
    expect(again).toBe(one);
    expect(new Set([one, other, last]).size).toBe(3);
  });
});

describe('a connection', () => {
  const ended = async (socket: Awaited<ReturnType<typeof connect>>) => {
    socket.resume();
    await once(socket, 'close');
  };

  test('that never asks is ended after four sweeps, one that has asked after thirteen more, counted from its last request', async () => {
    const silent = await connect(open.origin);
    const asking = await connect(open.origin);
    asking.write(plain());
    await once(asking, 'data');
    const gone: string[] = [];
    silent.on('close', () => gone.push('silent')).resume();
    asking.on('close', () => gone.push('asking')).resume();
    for (let sweep = 0; sweep < 4; sweep++) open.door.sweep();
    expect(await statuses([plain()], { answers: 1 })).toEqual([200]);
    expect(gone).toEqual([]);
    open.door.sweep();
    await once(silent, 'close');
    asking.write(plain());
    await once(asking, 'data');
    for (let sweep = 0; sweep < 13; sweep++) open.door.sweep();
    expect(gone).toEqual(['silent']);
    open.door.sweep();
    await once(asking, 'close');
  });

  test('whose reader does not read holds nobody else up, and changes nothing for them', async () => {
    const deaf = await connect(open.origin);
    deaf.pause();
    for (let request = 0; request < 200; request++) deaf.write(plain());
    const [answer] = await talk(open.origin, [plain()], { answers: 1 });
    expect(answer?.status).toBe(200);
    deaf.destroy();
  });

  test('that is idle is ended when the portal stops; one that waits is answered, and told that it was the last time', async () => {
    const idle = await connect(open.origin);
    idle.write(plain());
    await once(idle, 'data');
    const closed = new Promise<void>((resolve) => open.door.close(resolve));
    open.door.closeIdleConnections();
    await ended(idle);
    await closed;
  });
});

test('a head that never comes to its end is cut off by the server behind, which looks for such from the start on', async () => {
  const late = await openFront((_, response) => answerPage(response, 'x'), { slowest: 100 });
  const [answer] = await talk(late.origin, ['GET /tin-tuc HTTP/1.1\r\n']);
  expect(answer?.status).toBe(408);
  await late.close();
});
