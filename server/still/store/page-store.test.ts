import { describe, expect, test } from 'vitest';
import { FORGET, until } from '../tags';
import { PageStore } from './page-store';
import { makeReply, type Reply } from './reply';

const replyOf = (words: string): Promise<Reply> =>
  makeReply({ status: 200, contentType: 'text/html; charset=utf-8', body: Buffer.from(words) });

const noise = (length: number) =>
  makeReply({ status: 200, contentType: 'image/png', body: Buffer.alloc(length, Math.floor(Math.random() * 256)) });

async function storeWith(pages: Record<string, string[]>, options: { maxAge?: number; now?: () => number } = {}) {
  const store = new PageStore({ room: 1_000_000, ...options });
  for (const [path, tags] of Object.entries(pages)) store.keep(path, await replyOf(path), tags, store.mark());
  return store;
}

describe('what is dropped', () => {
  test('is every page with one of the tags, and no other', async () => {
    const store = await storeWith({ '/a': ['articles'], '/b': ['articles', 'units'], '/c': ['units'] });
    store.drop(['articles']);
    expect([store.fresh('/a'), store.fresh('/b')]).toEqual([undefined, undefined]);
    expect(store.fresh('/c')).toBeDefined();
  });

  test('stays as last good copy until it is drawn again', async () => {
    const store = await storeWith({ '/a': ['articles'] });
    const before = store.lastGood('/a');
    store.drop(['articles']);
    expect(store.lastGood('/a')).toBe(before);
    store.keep('/a', await replyOf('new'), ['articles'], store.mark());
    expect(store.lastGood('/a')).not.toBe(before);
  });

  test('leaves nothing behind when it is taken back', async () => {
    const store = await storeWith({ '/a': ['articles'], '/b': ['units'] });
    store.drop(['articles', FORGET]);
    expect(store.lastGood('/a')).toBeUndefined();
    expect(store.fresh('/b')).toBeDefined();
  });

  test('and taken back is known to have been there, until it is there again', async () => {
    const store = await storeWith({ '/a': ['articles'], '/b': ['units'] });
    store.drop(['articles', FORGET]);
    expect(['/a', '/b', '/c'].filter((path) => store.gone.has(path))).toEqual(['/a']);
    store.keep('/a', await replyOf('new'), ['articles'], store.mark());
    expect(store.gone.has('/a')).toBe(false);
  });

  test('leaves nothing behind either when it was dropped before it was taken back', async () => {
    const store = await storeWith({ '/a': ['articles'] });
    store.drop(['articles']);
    store.drop(['articles', FORGET]);
    expect(store.lastGood('/a')).toBeUndefined();
    expect(store.bytes).toBe(0);
  });

  test('is everything when nobody knows what has changed', async () => {
    const store = await storeWith({ '/a': ['articles'], '/b': [] });
    store.dropAll();
    expect([store.fresh('/a'), store.fresh('/b')]).toEqual([undefined, undefined]);
    expect(store.lastGood('/b')).toBeDefined();
  });
});

describe('a drawing that something has overtaken', () => {
  test('is read as it was when it began, for a second from there, and by nobody who has to see it as it is', async () => {
    let now = 1_000_000;
    const store = await storeWith({}, { now: () => now });
    const began = store.mark();
    now += 300;
    store.drop(['articles']);
    now += 600;
    expect(store.keep('/a', await replyOf('old'), ['articles'], began)).toBe(true);
    expect(store.fresh('/a')).toBeUndefined();
    now += 100;
    expect(store.fresh('/a', false)).toBeDefined();
    now++;
    expect(store.fresh('/a', false)).toBeUndefined();
  });

  test('is refused when it took longer than that', async () => {
    let now = 1_000_000;
    const store = await storeWith({}, { now: () => now });
    const began = store.mark();
    store.drop(['articles']);
    now += 1_001;
    expect(store.keep('/a', await replyOf('old'), ['articles'], began)).toBe(false);
  });

  test('is refused when something of it was taken back meanwhile, also where it was changed once more after', async () => {
    const store = await storeWith({});
    const began = store.mark();
    store.drop(['articles', FORGET]);
    store.drop(['articles']);
    expect(store.keep('/a', await replyOf('old'), ['articles'], began)).toBe(false);
    expect(store.fresh('/a', false)).toBeUndefined();
    store.drop(['units', FORGET]);
    const after = store.mark();
    store.drop(['articles']);
    expect(store.keep('/a', await replyOf('new'), ['articles', 'units'], after), 'taken back before').toBe(true);
  });

  test('is kept when other tags were dropped, or its own before it began', async () => {
    const store = await storeWith({});
    store.drop(['articles']);
    const began = store.mark();
    store.drop(['units']);
    expect(store.keep('/a', await replyOf('new'), ['articles'], began)).toBe(true);
  });

  test('is refused when everything was dropped meanwhile', async () => {
    const store = await storeWith({});
    const began = store.mark();
    store.dropAll();
    expect(store.keep('/a', await replyOf('old'), [], began)).toBe(false);
  });

  test('is refused when so much was dropped meanwhile that nobody remembers what', async () => {
    const store = await storeWith({});
    const began = store.mark();
    for (let tag = 0; tag < 6_000; tag++) store.drop([`tag-${tag}`]);
    expect(store.keep('/a', await replyOf('old'), ['tag-0'], began)).toBe(false);
    expect(store.keep('/a', await replyOf('new'), ['tag-0'], store.mark())).toBe(true);
  });
});

describe('room', () => {
  test('is never exceeded, last good copies included; the least read leave first', async () => {
    const store = new PageStore({ room: 100_000 });
    store.keep('/read', await noise(5_000), ['kept'], store.mark());
    for (let page = 0; page < 100; page++) {
      store.keep(`/${page}`, await noise(5_000), ['articles'], store.mark());
      store.fresh('/read');
      if (page % 10 === 0) store.drop(['articles']);
      expect(store.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(store.fresh('/read')).toBeDefined();
    expect(store.lastGood('/0')).toBeUndefined();
    expect(store.counts.evicted).toBeGreaterThan(70);
  });

  test('is not given to one page that would take a large part of it', async () => {
    const store = new PageStore({ room: 100_000 });
    expect(store.keep('/a', await noise(50_000), [], store.mark())).toBe(false);
  });

  test('is all free again when every page is gone', async () => {
    const store = await storeWith({ '/a': ['articles'], '/b': ['articles'] });
    store.takeBack('/a');
    store.takeBack('/b');
    store.takeBack('/b');
    expect([store.bytes, store.size]).toEqual([0, 0]);
  });
});

test('a page is drawn again after an hour even if nobody said that it changed', async () => {
  let now = 0;
  const store = await storeWith({ '/a': [] }, { maxAge: 3_600_000, now: () => now });
  now = 3_600_000;
  expect(store.fresh('/a')).toBeDefined();
  now++;
  expect(store.fresh('/a')).toBeUndefined();
  expect(store.lastGood('/a')).toBeDefined();
});

test('a page that is true until an instant is drawn again from then on, and sooner than after an hour', async () => {
  let now = 0;
  const [first, later] = [until(new Date(60_000)), until(new Date(7_200_000))];
  const store = await storeWith({ '/a': ['units', later, first], '/b': [later] }, { now: () => now });
  now = 59_999;
  expect(store.fresh('/a')).toBeDefined();
  now++;
  expect(store.fresh('/a')).toBeUndefined();
  expect(store.fresh('/b')).toBeDefined();
  now = 3_600_001;
  expect(store.fresh('/b')).toBeUndefined();
});

describe('a smaller form of a page', () => {
  test('is made quickly after the third hit, not before, and its bytes are counted', async () => {
    const store = await storeWith({ '/a': [] });
    const before = store.bytes;
    store.fresh('/a');
    store.fresh('/a');
    expect(store.lastGood('/a')?.brotli).toBeUndefined();
    store.fresh('/a');
    await expect.poll(() => store.lastGood('/a')?.brotli?.length).toBeGreaterThan(0);
    expect(store.bytes - before).toBe(store.lastGood('/a')?.brotli?.length);
  });

  test('is the smallest only once it has stood for ten seconds and was read, and no page waits to be drawn', async () => {
    let now = 1_000_000;
    const store = await storeWith({ '/a': ['articles'], '/b': ['units'], '/c': ['units'] }, { now: () => now });
    const read = (path: string) => [1, 2, 3].map(() => store.fresh(path));
    const smallest = async () => {
      await store.shrinkOne();
      return ['/a', '/b', '/c'].filter((path) => store.lastGood(path)?.smallest);
    };
    [read('/a'), read('/b')];
    now += 9_999;
    expect(await smallest()).toEqual([]);
    now++;
    store.drop(['articles']);
    expect(await smallest()).toEqual([]);
    expect(store.nextDue(() => false)).toMatchObject({ path: '/a' });
    expect(await smallest()).toEqual(['/b']);
    expect(await smallest(), 'not one that was dropped, nor one that nobody reads').toEqual(['/b']);
  });
});
