import { describe, expect, test } from 'vitest';
import { type Answer, Sender, type Sending, type Way } from './sender';

const SIZE = 1_000_000;
const file = () => new File([new Uint8Array(SIZE)], 'anh.jpg', { lastModified: 1 });

type Portal = Way & { received: number; sent: number; asked: string[]; pauses: number[] };
type Line = (method: string, turn: number) => 'cut' | 'said-nothing' | number | undefined;

/** A portal at the end of a line: what it does with each question may be said. */
function portalBehind(line: Line = () => undefined, changes: Partial<Way> = {}): Portal {
  const portal: Portal = {
    received: 0,
    sent: 0,
    asked: [],
    pauses: [],
    now: () => 0,
    isOffline: () => false,
    hashOf: async () => 'a'.repeat(64),
    close: () => {},
    pause: async (milliseconds) => void portal.pauses.push(milliseconds / 1_000),
    ask: async (method, path, body): Promise<Answer> => {
      portal.asked.push(`${method} ${path}`);
      const does = line(method, portal.asked.length);
      if (does === 'cut') return null;
      if (typeof does === 'number') return { status: does, told: {} };
      if (method === 'PATCH') {
        const from = Number(path.split('from=')[1]);
        const { size } = body as Blob;
        portal.sent += size;
        const status = from === portal.received || from + size <= portal.received ? 200 : 409;
        if (status === 200) portal.received = Math.max(portal.received, from + size);
        return does === 'said-nothing' ? null : { status, told: { received: portal.received } };
      }
      return { status: 200, told: { id: 'u', size: SIZE, received: portal.received } };
    },
    ...changes,
  };
  return portal;
}
async function sent(portal: Portal, of = file()) {
  const steps: Sending['step'][] = [];
  const sender = new Sender(of, portal, ({ step }) => steps.at(-1) !== step && steps.push(step));
  await sender.send();
  return { sender, steps };
}

describe('a file', () => {
  test('goes out in parts that grow on a good line, each byte once', async () => {
    const portal = portalBehind();
    expect((await sent(portal)).steps).toEqual(['sending', 'there']);
    expect(portal.sent).toBe(SIZE);
    expect(portal.asked.filter((each) => each.startsWith('PATCH'))).toHaveLength(6);
  });

  test('goes on from where the line broke, after pauses that grow, also where only the answer was lost', async () => {
    const broken = (_: string, turn: number) =>
      [3, 4, 5].includes(turn) ? 'cut' : turn === 7 ? 'said-nothing' : undefined;
    const portal = portalBehind(broken);
    expect((await sent(portal)).steps).toEqual([
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'waiting',
      'sending',
      'there',
    ]);
    expect(portal.pauses).toEqual([1, 2, 4, 1]);
    expect(portal.received).toBe(SIZE);
    expect(portal.sent - SIZE).toBeLessThan(262_144);
  });

  test('that came to a half before is sent from there on', async () => {
    const portal = portalBehind();
    portal.received = 600_000;
    await sent(portal);
    expect(portal.sent).toBe(400_000);
  });

  test('waits for her after two minutes of vain tries, and goes on when she says so', async () => {
    let cut = true;
    const portal = portalBehind((method) => (cut && method === 'PATCH' ? 'cut' : undefined));
    const { sender, steps } = await sent(portal);
    expect(steps.at(-1)).toBe('stopped');
    expect(portal.pauses).toEqual([1, 2, 4, 8, 15, 30, 30, 30]);
    cut = false;
    await sender.send();
    expect(steps.at(-1)).toBe('there');
  });

  test('waits without an end while there is no network at all', async () => {
    let looks = 0;
    const portal = portalBehind((method) => (method === 'PATCH' && looks < 20 ? 'cut' : undefined), {
      isOffline: () => looks++ < 20,
    });
    expect((await sent(portal)).steps).toEqual(expect.arrayContaining(['offline', 'there']));
  });

  test('is opened anew once where the portal has nothing of it any more, and goes with the form where that is in vain', async () => {
    const once = portalBehind((method, turn) => (method === 'PATCH' && turn === 2 ? 404 : undefined));
    expect((await sent(once)).steps.at(-1)).toBe('there');
    const always = portalBehind((method) => (method === 'PATCH' ? 404 : undefined));
    expect((await sent(always)).steps.at(-1)).toBe('with-form');
    expect(always.asked).toHaveLength(4);
  });
});

test('who is signed out is told to sign in; who may not, or whose browser cannot, sends it with the form', async () => {
  expect((await sent(portalBehind(() => 401))).steps.at(-1)).toBe('signed-out');
  for (const status of [400, 404, 409, 413, 415])
    expect((await sent(portalBehind(() => status))).steps.at(-1)).toBe('with-form');
  expect((await sent(portalBehind(() => undefined, { hashOf: null }))).steps.at(-1)).toBe('with-form');
});

test('a file that is too large or cannot be read is told at once, and nothing is asked', async () => {
  const large = portalBehind();
  expect((await sent(large, new File([new Uint8Array(10_000_001)], 'lon.jpg'))).steps.at(-1)).toBe('too-large');
  const unread = portalBehind(() => undefined, { hashOf: () => Promise.reject(new Error('NotReadableError')) });
  expect((await sent(unread)).steps.at(-1)).toBe('unreadable');
  expect([...large.asked, ...unread.asked]).toEqual([]);
});

test('a portal whose answer moves nothing is not asked for ever', async () => {
  const portal = portalBehind(() => undefined, {
    ask: async (method) => ({ status: method === 'POST' ? 200 : 409, told: { id: 'u', size: SIZE, received: 0 } }),
  });
  expect((await sent(portal)).steps.at(-1)).toBe('with-form');
});

test('taken back, nothing more is sent or said, and the portal is told', async () => {
  const portal = portalBehind();
  const told: string[] = [];
  const sender = new Sender(file(), portal, ({ step, received }) => {
    told.push(step);
    if (received > 0) sender.cancel();
  });
  await sender.send();
  expect(portal.asked.at(-1)).toBe('DELETE /u');
  expect(portal.received).toBeLessThan(SIZE);
  expect(told).not.toContain('there');
});
