import { createServer, type IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { browserHead } from '@/test/servers/raw';
import { extentOf } from './extent';
import { headOf, readFields } from './head';

const HOSTS = new Set(['portal.invalid', 'portal.invalid:80']);
const DOORPLATE = { isOurs: (host: string) => HOSTS.has(host), trustProxy: false };

/** The same numbers each time, so that what fails once fails again. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const LINES = [
  'Host: portal.invalid', 'host:portal.invalid:80', 'Host: evil.invalid', 'Cookie: a=b', 'Connection: keep-alive', 'Connection: close',
  'Content-Length: 5', 'content-length: 0', 'Transfer-Encoding: chunked', 'Transfer-Encoding : chunked', 'X: y', 'X-\xe1: y', 'X: \xe1',
  'Upgrade: h2c', 'Expect: 100-continue', 'Accept-Encoding: gzip', 'If-None-Match: "ab"', 'TE: trailers', ' folded', '\tfolded', 'X\0: y',
]; // biome-ignore format: a list
const BITS = [
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\x01',
  '\x1f',
  ' ',
  '\t',
  ':',
  '\x7f',
  '\x80',
  '\xff',
  'a',
  '/',
  '?',
  '#',
  '%',
  'GET ',
  ' HTTP/1.1',
  '\r\n\r\n',
];

function mutated(pick: (below: number) => number): string {
  let text = pick(2)
    ? browserHead('/tin-tuc', 'portal.invalid')
    : 'GET /tin-tuc HTTP/1.1\r\nHost: portal.invalid\r\n\r\n';
  for (let left = pick(4); left >= 0; left--) {
    const lines = text.split('\r\n');
    const line = LINES[pick(LINES.length)] as string;
    const bit = BITS[pick(BITS.length)] as string;
    const at = pick(text.length + 1);
    const kind = pick(5);
    if (kind === 0) lines.splice(1 + pick(Math.max(1, lines.length - 2)), 0, line);
    if (kind === 1 && lines.length > 3) lines.splice(1 + pick(lines.length - 3), 1);
    text = lines.join('\r\n');
    if (kind === 2) text = text.slice(0, at) + bit + text.slice(at);
    if (kind === 3) text = text.slice(0, at) + text.slice(at + 1 + pick(3));
    if (kind === 4) text = text.slice(0, at) + bit + text.slice(at + 1);
  }
  return text;
}

/** Both ends of a connection that is none. */
class Line extends Duplex {
  override _read() {}
  override _write(_chunk: unknown, _encoding: unknown, written: () => void) {
    written();
  }
}

type Read = { method: string; url: string; host: string; body: string };

/** Node's own server: what it reads, and how often it cannot. */
function openNode() {
  const node = { requests: [] as Read[], failed: 0 };
  const server = createServer(async (request: IncomingMessage, response) => {
    const read = { method: request.method ?? '', url: request.url ?? '', host: request.headers.host ?? '', body: '' };
    node.requests.push(read);
    request.on('data', (chunk) => {
      read.body += chunk;
    });
    response.end();
  });
  server.on('clientError', () => node.failed++);
  const begin = () => {
    node.requests = [];
    const line = new Line();
    server.emit('connection', line);
    return line;
  };
  return { node, begin };
}
const NEXT = 'GET /next HTTP/1.1\r\nHost: next\r\n\r\n';

test('whatever is read here, Node reads as the same single GET of the same target and host, with nothing behind it', async () => {
  const { node, begin } = openNode();
  const pick = numbers(20_261_127);
  const counts = { taken: 0, left: 0 };
  for (let round = 0; round < 30_000; round++) {
    const text = mutated(pick);
    const bytes = Buffer.from(text, 'latin1');
    const head = headOf(bytes);
    if (head?.target !== '/tin-tuc' || !readFields(head.fields, DOORPLATE)) {
      counts.left++;
      continue;
    }
    counts.taken++;
    const line = begin();
    line.push(bytes);
    await new Promise(setImmediate);
    expect(node.requests, JSON.stringify(text)).toEqual([
      { method: 'GET', url: '/tin-tuc', host: expect.any(String), body: '' },
    ]);
    expect(HOSTS, JSON.stringify(text)).toContain(node.requests[0]?.host);
    // the next request is read from its first letter on: nothing of this one was left over
    line.push(NEXT);
    await new Promise(setImmediate);
    expect(node.requests[1], JSON.stringify(text)).toMatchObject({ url: '/next', host: 'next' });
    line.destroy();
  }
  expect(node.failed).toBe(0);
  expect(Math.min(counts.taken, counts.left)).toBeGreaterThan(2_000);
});

test('where a request is said to end, Node says so too', async () => {
  const { node, begin } = openNode();
  const pick = numbers(11_272_026);
  const counts = { bodies: 0, whole: 0 };
  for (let round = 0; round < 6_000; round++) {
    const length = pick(3) ? 0 : pick(30);
    const text = pick(2) ? mutated(pick) : mutated(pick).replace('GET', 'POST');
    const head = length ? text.replace('\r\n', `\r\nContent-Length: ${length}\r\n`) : text;
    const whole = Buffer.from(`${head}${'b'.repeat(length)}`, 'latin1');
    const extent = extentOf(whole);
    if (extent === undefined || extent > whole.length) continue;
    const line = begin();
    const cut = pick(extent);
    line.push(whole.subarray(0, cut));
    line.push(whole.subarray(cut, extent));
    line.push(NEXT);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    line.destroy();
    const bytes = whole.toString('latin1', 0, extent);
    const body = bytes.slice(bytes.indexOf('\r\n\r\n') + 4);
    expect(node.requests, JSON.stringify(head)).toMatchObject([{ body }, { url: '/next', body: '' }]);
    counts.whole++;
    counts.bodies += body ? 1 : 0;
  }
  expect(node.failed).toBe(0);
  expect(Math.min(counts.whole, counts.bodies)).toBeGreaterThan(100);
});
