import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { AnswerReader } from './answer-reader.mjs';
import { Histogram } from './histogram.mjs';
import { inTurn } from './job.mjs';
import { load } from './load.mjs';
import { requestOf } from './requests.mjs';

/** @import { AddressInfo, Socket } from 'node:net' */

const ANSWERS = [
  { text: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nxin c', status: 200, bytes: 5 },
  { text: 'HTTP/1.1 304 Not Modified\r\ncontent-length: 900\r\n\r\n', status: 304, bytes: 0 },
  {
    text: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nEnd: yes\r\n\r\n',
    status: 200,
    bytes: 13,
  },
  { text: 'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', status: 503, bytes: 0 },
];

test('an answer is read the same however it is cut, and the next one begins after it', () => {
  for (let size = 1; size <= 120; size++) {
    const reader = new AnswerReader();
    for (const { text, status, bytes } of ANSWERS) {
      const whole = [];
      for (let at = 0; at < text.length; at += size) {
        const answer = reader.take(Buffer.from(text.slice(at, at + size)));
        if (answer) whole.push({ ...answer, at });
      }
      assert.deepEqual(
        whole.map((answer) => [answer.status, answer.bytes, answer.at + size >= text.length]),
        [[status, bytes, true]],
        `pieces of ${size}`,
      );
    }
  }
});

test('an answer that is none, or longer than it says, is an error and no figure', () => {
  assert.throws(() => new AnswerReader().take(Buffer.from('SSH-2.0-OpenSSH\r\n\r\n')), /no answer of HTTP/);
  const long = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab');
  assert.throws(() => new AnswerReader().take(long), /longer than it says/);
});

test('times are told to one part in thirty-two, and the part that was within them is counted as a list would', () => {
  const histogram = new Histogram();
  const times = Array.from({ length: 1_000 }, (_, at) => 0.01 * 1.01 ** at);
  for (const time of times) histogram.note(time);
  assert.equal(histogram.total, 1_000);
  for (const part of [0.5, 0.95, 0.99, 1]) {
    const exact = times[Math.ceil(part * 1_000) - 1] ?? 0;
    assert.ok(Math.abs(histogram.within(part) / exact - 1) <= 1 / 32, `${part}: ${histogram.within(part)}, ${exact}`);
  }
  assert.equal(new Histogram().add(histogram).add(histogram).total, 2_000);
  assert.ok(Number.isNaN(new Histogram().within(0.5)));
});

test('a mix keeps its weights over any stretch, and what is sent once is sent once', () => {
  const kind = (/** @type {string} */ name, /** @type {object} */ more) => ({
    name,
    requests: [Buffer.from(name)],
    ...more,
  });
  const turns = inTurn([kind('kept', { weight: 3 }), kind('drawn', { weight: 1 })]);
  const first = Array.from({ length: 40 }, () => turns.next().value?.kind);
  for (let at = 0; at < 40; at += 4) assert.equal(first.slice(at, at + 4).filter((one) => one === 1).length, 1);
  const once = { name: 'once', requests: ['a', 'b', 'c'].map((text) => Buffer.from(text)), once: true };
  assert.equal([...inTurn([once])].map(({ request }) => request.toString()).join(''), 'abc');
});

test('a request has the fourteen fields of a browser, and the length of what it sends in bytes', () => {
  const [head = '', body] = requestOf({ path: '/tin-tuc', host: 'x:1' }).toString().split('\r\n\r\n');
  assert.equal(head.split('\r\n').length, 15);
  assert.equal(body, '');
  const sent = requestOf({ path: '/', host: 'x:1', method: 'POST', form: new URLSearchParams({ name: 'Đào' }) });
  assert.match(sent.toString(), /\r\nContent-Length: 18\r\n\r\nname=%C4%90%C3%A0o$/);
});

/** @param {(socket: Socket, asked: number) => void} answer */
async function serve(answer) {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => answer(socket, ++asked));
  });
  await new Promise((/** @type {(value?: undefined) => void} */ resolve) =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  return { server, port: /** @type {AddressInfo} */ (server.address()).port };
}

test('every request is counted by what came of it: statuses, and connections that were cut', async () => {
  const { server, port } = await serve((socket, asked) => {
    if (asked % 5 === 0) socket.destroy();
    else socket.write(`HTTP/1.1 ${asked % 5 === 1 ? 404 : 200} Word\r\nContent-Length: 2\r\n\r\nok`);
  });
  const kinds = [{ name: 'pages', requests: [requestOf({ path: '/', host: 'x' })] }];
  const { all, kinds: by } = await load({ host: '127.0.0.1', port, connections: 4, kinds, count: 500, warmUp: 0 });
  server.close();
  assert.deepEqual(all.statuses, { 200: 300, 404: 100, cut: 100 });
  assert.equal(all.bytes, 800);
  assert.equal(all.otherThan(200, 404), 100);
  assert.equal(by.pages?.histogram.total, 400);
});
