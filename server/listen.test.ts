import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import { browserHead, open as connect, talk } from '@/test/servers/raw';
import { drain, listen, onStop, PATIENCE } from './listen';

const ROLLS = 5;
/** Milliseconds after the relief at which connections ask that were idle until then, and how many do. */
const ASKS = { from: 1_900, until: 2_100, count: 40 };

const SLOW = { path: '/cau-chuyen', inside: '/vi/stories' };

/** All that comes on a connection until it is closed; says where it was cut. */
const restOf = (socket: Socket) =>
  new Promise<string>((resolve) => {
    const came: Buffer[] = [];
    socket.on('data', (chunk) => came.push(chunk));
    socket.on('error', (error) => came.push(Buffer.from(String(error))));
    socket.on('close', () => resolve(Buffer.concat(came).toString('latin1')));
  });

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A front that other connections know already, and how it leaves. */
async function openLeaving(words: (url: string) => string | Promise<string>) {
  let isLeaving = false;
  const front = await openFront(async ({ url }, response) => answerPage(response, await words(url ?? '')), {
    leaving: () => isLeaving,
  });
  const { host } = new URL(front.origin);
  const leave = (how: { patience: number; quiet: number }) => {
    isLeaving = true;
    return drain(front.door, how);
  };
  /** Connections that have asked and were answered: at the door, behind it, and one that was handed over for good. */
  const knock = async (fields: string[] = []) => {
    const socket = await connect(front.origin);
    socket.write(browserHead('/tin-tuc', host, fields) + (fields.length > 0 ? '0\r\n\r\n' : ''));
    await once(socket, 'data');
    return socket;
  };
  return { ...front, host, leave, knock };
}

async function rollOnce() {
  const { knock, leave, host, close } = await openLeaving((url) => url);
  const idle: Socket[] = [];
  for (let number = 0; number < ASKS.count; number++)
    idle.push(await knock(number % 4 === 0 ? ['Transfer-Encoding: chunked'] : []));
  const left = leave(PATIENCE.relieved);
  const answers = idle.map(async (socket, number) => {
    const rest = restOf(socket);
    await after(ASKS.from + ((ASKS.until - ASKS.from) * number) / ASKS.count);
    socket.write(browserHead('/tin-tuc', host));
    return /^HTTP\/1\.1 200 [\s\S]*?\r\nConnection: close\r\n/i.test(await rest);
  });
  const answered = (await Promise.all(answers)).filter(Boolean).length;
  await left;
  await close();
  return answered;
}

test('who is relieved ends no connection by itself: idle ones that ask about two seconds later, beside five rolls, are all answered, and told that it was the last time', async () => {
  const answered = await Promise.all(Array.from({ length: ROLLS }, rollOnce));
  expect(answered).toEqual(Array.from({ length: ROLLS }, () => ASKS.count));
});

test('those that ask nothing are ended before the answers are: what is asked by then is answered', async () => {
  let go: (words: string) => void = () => {};
  const slow = new Promise<string>((resolve) => {
    go = resolve;
  });
  const { knock, leave, origin, host, asked, close } = await openLeaving((url) => (url === SLOW.inside ? slow : url));
  const idle = await knock();
  const answers = talk(origin, [browserHead(SLOW.path, host)]);
  await expect.poll(() => asked.some(({ url }) => url === SLOW.inside)).toBe(true);
  const left = leave({ quiet: 300, patience: 60_000 });
  expect(await restOf(idle)).toBe('');
  go('late');
  expect((await answers).map(({ status }) => status)).toEqual([200]);
  await left;
  await close();
});

test('what came while the process was kept from the processor is read before anything is ended', async () => {
  const { knock, leave, host, close } = await openLeaving((url) => url);
  const idle = await knock();
  const left = leave({ quiet: 200, patience: 60_000 });
  const rest = restOf(idle);
  idle.write(browserHead('/tin-tuc', host));
  for (const since = performance.now(); performance.now() - since < 400; );
  expect(await rest).toMatch(/^HTTP\/1\.1 200 /);
  await left;
  await close();
});

test('an answer that is on its way to a slow reader is no idle connection', async () => {
  const { leave, origin, host, close } = await openLeaving(() => 'x'.repeat(30_000_000));
  const socket = await connect(origin);
  socket.write(browserHead('/tin-tuc', host).replace('gzip, deflate, br', 'identity'));
  await once(socket, 'readable');
  const left = leave({ quiet: 0, patience: 60_000 });
  await after(500);
  const rest = restOf(socket);
  expect((await rest).length).toBeGreaterThan(30_000_000);
  await left;
  await close();
});

test('a server without a door keeps what asks nothing for as long', async () => {
  const server = createServer((_, response) => response.setHeader('Connection', 'close').end('answered'));
  const origin = await listen(server, '127.0.0.1', 0);
  const socket = await connect(origin);
  const left = drain(server, { quiet: 10_000, patience: 60_000 });
  socket.write(browserHead('/', new URL(origin).host));
  expect(await restOf(socket)).toContain('answered');
  await left;
});

test('who is relieved and then asked to stop waits for no more questions, leaves once, and ends within the patience of a stop', () => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGUSR2'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  vi.useFakeTimers();
  const heard: string[] = [];
  onStop(
    (how) => {
      heard.push(how);
      return new Promise(() => {});
    },
    () => heard.push('hurry'),
  );
  process.emit('SIGUSR2');
  expect(heard).toEqual(['relieved']);
  process.emit('SIGTERM');
  expect(heard).toEqual(['relieved', 'hurry']);
  vi.advanceTimersByTime(PATIENCE.stopped.end - 1);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(exit).toHaveBeenCalledWith(0);
  vi.clearAllTimers();
  vi.useRealTimers();
  exit.mockRestore();
  for (const [at, signal] of signals.entries())
    for (const each of process.listeners(signal)) if (!before[at]?.includes(each)) process.off(signal, each);
});
