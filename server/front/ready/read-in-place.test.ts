import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { FastSocket } from './fast-socket';
import type { LentSocket } from './lent-socket';
import { readInPlace } from './read-in-place';

const HOW = { allowHalfOpen: true, noDelay: true, pauseOnConnect: true };
const LETTERS = [...'ABCDEFGH'];
const BODY = 3_000;

const ended: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** A server that does this with each connection, and a way to open one. */
async function serve(welcome: (accepted: Socket) => { destroy: () => void }) {
  const welcomed: { destroy: () => void }[] = [];
  const server = createServer(HOW, (accepted) => void welcomed.push(welcome(accepted))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ended.push(() => {
    for (const one of welcomed) one.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  const open = async () => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    ended.push(async () => void socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  return { server, open };
}

/** What each sends, piece by piece, in turn with the others. */
async function sendInTurn(sockets: Socket[], wholes: string[], piece: number) {
  for (let at = 0; at < Math.max(...wholes.map(({ length }) => length)); at += piece)
    for (const [who, socket] of sockets.entries()) {
      socket.write((wholes[who] as string).slice(at, at + piece));
      await new Promise(setImmediate);
    }
}

const door = (options: { lend?: (lent: LentSocket) => void; takeOver?: (socket: Socket, chunk: Buffer) => void }) =>
  serve(
    (accepted) =>
      new FastSocket(accepted, { answerTo: () => undefined, lend() {}, takeOver() {}, gone() {}, ...options }),
  );

describe('connections that are read into one piece of memory', () => {
  test('keep what they sent for themselves, however their pieces follow each other and however late they are read', async () => {
    const lent: LentSocket[] = [];
    const { open } = await door({ lend: (one) => lent.push(one) });
    const sockets = await Promise.all(LETTERS.map(open));
    const forms = LETTERS.map(
      (letter) => `POST /${letter} HTTP/1.1\r\nHost: a\r\nContent-Length: ${BODY}\r\n\r\n${letter.repeat(BODY)}`,
    );
    await sendInTurn(sockets, forms, 500);
    await expect
      .poll(() => lent.map(({ readableLength }) => readableLength))
      .toEqual(forms.map(({ length }) => length));
    const read = lent.map((one) => String(one.read()));
    expect(read.sort()).toEqual(forms.toSorted());
  });

  test('may be taken over, and read like all others, by whoever reads them late', async () => {
    const taken: Socket[] = [];
    const { open } = await door({
      takeOver(socket, chunk) {
        socket.unshift(chunk);
        taken.push(socket);
      },
    });
    const sockets = await Promise.all(LETTERS.map(open));
    const sent = LETTERS.map((letter) => letter.repeat(BODY));
    await sendInTurn(sockets, sent, 300);
    await expect.poll(() => taken.map(({ readableLength }) => readableLength)).toEqual(sent.map(() => BODY));
    for (const socket of sockets) socket.end();
    expect((await Promise.all(taken.map((socket) => text(socket)))).sort()).toEqual(sent);
  });

  test('are read no further than a little ahead while nobody takes what they send', async () => {
    const SENT = 5_000_000;
    const taken: Socket[] = [];
    const { open } = await door({ takeOver: (socket) => taken.push(socket) });
    const sender = await open();
    sender.end('x'.repeat(SENT));
    await expect.poll(() => taken[0]?.readableLength).toBeGreaterThan(0);
    // a piece has 65,536 bytes: read on, all would be here by then
    for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
    expect(taken[0]?.readableLength).toBeLessThan(SENT / 10);
    if (taken[0]) expect((await text(taken[0])).length).toBeGreaterThan(SENT - 100_000);
  });

  test('are counted until they are closed, from either side', async () => {
    const accepted: Socket[] = [];
    const { server, open } = await serve((one) => {
      const socket = readInPlace(one, () => true).on('error', () => {});
      accepted.push(socket);
      return socket;
    });
    const sockets = await Promise.all(LETTERS.map(open));
    const count = () => new Promise((resolve) => server.getConnections((_, found) => resolve(found)));
    await expect.poll(count).toBe(LETTERS.length);
    for (const socket of sockets.slice(0, 3)) socket.resetAndDestroy();
    for (const socket of accepted.slice(3, 5)) socket.destroy();
    await expect.poll(count).toBe(LETTERS.length - 5);
  });
});
