import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { htmlOf, openFrontBefore } from '@/test/servers/front';
import type { LiveRequest } from '../front/live';
import { NobodyDraws } from '../still/drawing/nobody-draws';
import { still } from '../still/still';
import { Drawers } from './drawers';

const SILENCE_MS = 1_500;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

let drawers: Drawers;
let open: Awaited<ReturnType<typeof openFrontBefore>>;
const reports: string[] = [];
const changes: string[][] = [];

beforeAll(async () => {
  drawers = new Drawers({
    count: 1,
    command: [process.execPath, '--import', 'tsx', 'test/servers/drawer.ts'],
    patience: 5_000,
    silence: SILENCE_MS,
    changed: async (tags) => {
      changes.push(tags);
      await open.still.changed(tags);
    },
    report: (what) => reports.push(what),
  });
  open = await openFrontBefore(drawers);
  await drawers.start();
});
afterAll(async () => {
  await open.close();
  await drawers.stop();
});

const ask = (path: string, init: RequestInit = {}) => open.ask(path, { signal: AbortSignal.timeout(25_000), ...init });

/** The number of the process that drew it: it stands on the page. */
const drawnBy = async (internal: string) => {
  const { body } = await drawers.draw(internal, 'test');
  return Number(/trang (\d+)/.exec(body.toString())?.[1]);
};
const isThere = (process_: number) => {
  try {
    return process.kill(process_, 0);
  } catch {
    return false;
  }
};

describe('a page drawn behind the front', () => {
  test('comes as Next made it, without its scripts, with all that Next let us know of it', async () => {
    const drawn = await drawers.draw('/page', 'test');
    const number = await drawnBy('/page');
    expect(number).not.toBe(process.pid);
    expect(drawn.body.toString()).toBe(still(htmlOf(`trang ${number}`)));
    expect(drawn).toMatchObject({ status: 200, keepable: true, away: false, setsCookie: false, needsScript: false });
    expect(new Set(drawn.tags)).toEqual(new Set(['articles', 'units']));
  });

  test('that fails is told as failed, and nobody else is hurt', async () => {
    const before = await drawnBy('/page');
    await expect(drawers.draw('/broken', 'test')).rejects.toThrow('could not be drawn');
    expect(await drawnBy('/page')).toBe(before);
  });

  test('is never made of what was kept before a change that the front had heard of', async () => {
    expect((await drawers.draw('/kept', 'test')).body.toString()).toContain('before');
    drawers.drop(['units']);
    expect((await drawers.draw('/kept', 'test')).body.toString()).toContain('after');
  });
});

describe('a request of somebody in particular', () => {
  test('is handed over with body and cookies, and its answer brought back; no reader speaks in the name of the front', async () => {
    const reply = await ask('/api/heard', {
      method: 'POST',
      headers: {
        ...FORM,
        cookie: 'a=1',
        'x-portal-about': 'forged',
        'x-portal-path': '/forged',
        'x-still-page': 'forged',
      },
      body: 'name=Lan',
    });
    expect(await reply.json()).toEqual({ path: '/api/heard', cookie: 'a=1', body: 'name=Lan', method: 'POST' });
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('lets the front know what became known of it, and no word of theirs leaves', async () => {
    const answer = await ask('/api/refused');
    expect([answer.status, answer.headers.get('x-portal-about')]).toEqual([403, null]);
    await expect.poll(() => open.refused.at(-1)).toMatchObject({ reason: 'too-often', account: 'someone' });
  });

  test('that changed something is answered when all who keep pages have been told', async () => {
    const reply = await ask('/api/change', { method: 'POST' });
    expect(await reply.text()).toBe('told');
    expect(changes.at(-1)).toEqual(['articles']);
  });
});

test('a file leaves as it comes, and so does what is too long to be held', async () => {
  const file = await ask('/api/file');
  await ask('/api/go-on');
  expect(await file.text()).toBe('first,last');
  for (const encoding of ['identity', 'gzip'])
    expect(await (await ask('/api/long', { headers: { 'accept-encoding': encoding } })).text()).toHaveLength(4_000_000);
});

test('of a request that is over nothing is remembered, whether it was answered, failed or left by its reader', async () => {
  const drawer = await drawers.pick();
  for (const path of ['/api/heard', '/api/broken', '/api/refused']) await ask(path);
  const leaving = new AbortController();
  const left = ask('/api/never', { signal: leaving.signal });
  await expect.poll(() => drawer.unsettled).toBe(1);
  leaving.abort();
  await expect(left).rejects.toThrow();
  await expect.poll(() => [drawer.unsettled, drawer.busy]).toEqual([0, 0]);
});

/** What became of turns since: taken as somebody's turn came, given back as her answer began. */
function watchTurns() {
  const told: string[] = [];
  const come = drawers.turns.come.bind(drawers.turns);
  const watched = vi.spyOn(drawers.turns, 'come').mockImplementation(async (area) => {
    const begun = await come(area);
    told.push(`${area} taken`);
    return () => {
      told.push(`${area} given back`);
      begun();
    };
  });
  onTestFinished(() => watched.mockRestore());
  return told;
}

describe('the turn of a read', () => {
  test('is given back as its answer begins, however long the rest of it takes', async () => {
    const told = watchTurns();
    const file = await ask('/api/file');
    expect(told).toEqual(['admin taken', 'admin given back']);
    await ask('/api/go-on');
    expect(await file.text()).toBe('first,last');
  });

  test('is waited for by nobody who changes something, nor by the page that Next fetches after that', async () => {
    const told = watchTurns();
    await ask('/api/heard', { method: 'POST', headers: FORM, body: 'a=1' });
    await ask('/api/heard', { headers: { rsc: '1' } });
    expect(told).toEqual([]);
    await ask('/api/heard', { headers: { rsc: '1', 'next-router-state-tree': 'hers' } });
    expect(told).toEqual(['admin taken', 'admin given back']);
  });

  test('is given back at once where she has left meanwhile, and no process is asked', async () => {
    const told = watchTurns();
    const pick = vi.spyOn(drawers, 'pick');
    onTestFinished(() => pick.mockRestore());
    const left = { area: 'public', request: { method: 'GET', headers: {} }, response: { closed: true } };
    expect(await drawers.answer(left as unknown as LiveRequest)).toEqual({});
    expect(told).toEqual(['public taken', 'public given back']);
    expect(pick).not.toHaveBeenCalled();
  });
});

test('where nobody draws she is told so, and her turn is given back', async () => {
  const told = watchTurns();
  const pick = vi.spyOn(drawers, 'pick').mockRejectedValue(new NobodyDraws());
  onTestFinished(() => pick.mockRestore());
  const answer = await ask('/api/heard');
  expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([503, 5]);
  expect(told).toEqual(['admin taken', 'admin given back']);
});

describe('a process that ends while it answers', () => {
  test('a page is drawn by its successor, and who only reads notices nothing', async () => {
    const before = await drawnBy('/page');
    const slow = Promise.all([drawnBy('/slow'), ask('/api/slow').then((answer) => answer.text())]);
    await wait(50);
    process.kill(before, 'SIGKILL');
    const [drawn, read] = await slow;
    expect(drawn).not.toBe(before);
    expect(read).toContain(`trang ${drawn}`);
    expect(reports.at(-1)).toContain('is replaced');
  });

  test('a reader to whom half of her page is on its way has the whole of another', async () => {
    const before = await drawnBy('/page');
    const reading = ask('/api/half').then((answer) => answer.text());
    await expect.poll(() => changes.at(-1)).toEqual(['half']);
    process.kill(before, 'SIGKILL');
    const read = await reading;
    expect(read).toMatch(/^<h1>trang \d+<\/h1>$/);
    expect(read).not.toContain(` ${before}<`);
  });

  test('whoever sent something is told once that nobody knows whether it was recorded, and gets back what she typed', async () => {
    const sent = await ask('/api/ends', { method: 'POST', headers: FORM, body: 'name=L%C3%AA+Lan' });
    expect(sent.status).toBe(503);
    const words = await sent.text();
    expect(words).toContain('vừa bị ngắt giữa chừng');
    expect(words).toContain('value="Lê Lan"');
    // and every page is drawn anew: nobody knows what it had changed
    await expect.poll(() => changes.at(-1)).toEqual(['still:everything']);
  });

  test('one that hangs is ended and replaced', async () => {
    const before = await drawnBy('/page');
    const hung = ask('/api/hangs', { method: 'POST' });
    expect((await hung).status).toBe(503);
    expect(await drawnBy('/page')).not.toBe(before);
    expect(reports.some((what) => what.includes('has said nothing'))).toBe(true);
    await expect.poll(() => isThere(before)).toBe(false);
  });
});
