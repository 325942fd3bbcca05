import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageStore } from '../store/page-store';
import { Questions } from '../store/questions';
import { FORGET, until } from '../tags';
import { Desk } from './desk';
import { drawnOf, good, wordsOf } from './desk-fixture';
import { Lane } from './lane';
import { Redrawing } from './redrawing';

let now: number;
let store: PageStore;
let desk: Desk;
let redrawing: Redrawing;
/** The pages that were begun to be drawn, in order, and how many are drawn at the same time at most. */
let drawn: string[];
let inside: number;
let most: number;
/** What the pages say from now on, and what has to happen before one is drawn. */
let words: string;
let tags: string[];
let before: () => Promise<unknown>;

beforeEach(() => {
  now = 1_000_000;
  store = new PageStore({ room: 1_000_000, now: () => now, ended: () => redrawing.begin() });
  [drawn, inside, most, words, tags] = [[], 0, 0, 'cũ', ['articles']];
  before = () => new Promise(setImmediate);
  desk = new Desk({
    store,
    questions: new Questions({ room: 0 }),
    lane: new Lane({ width: 6, share: 4, line: 100, patience: 1_000 }),
    draw: async (url) => {
      drawn.push(url);
      most = Math.max(most, ++inside);
      const said = words;
      await before();
      inside--;
      return drawnOf({ words: said, tags });
    },
    report: () => {},
  });
  redrawing = new Redrawing({ store, desk, atOnce: 2 });
});
afterEach(() => redrawing.stop());

const drop = (...tags: string[]) => {
  store.drop(tags);
  redrawing.begin();
};
const ask = (path: string) => desk.ask(path, good(path));
const atHand = (path: string, exact = false) => {
  const reply = store.fresh(path, exact);
  return reply && wordsOf({ kind: 'lasting', reply, source: 'store' });
};
/** Pages that are kept, each read so many times since. */
async function keep(reads: Record<string, number>) {
  for (const [path, times] of Object.entries(reads)) {
    await ask(path);
    for (let time = 0; time < times; time++) store.fresh(path);
  }
  // none of them was begun only just now
  now += 500;
  drawn = [];
}
const allDrawn = (count: number) => expect.poll(() => drawn.length === count && inside === 0).toBe(true);

describe('a page that was dropped', () => {
  test('is read as it was for a second and no longer, but by who has to see it as it is', async () => {
    await keep({ '/a': 0 });
    drop('articles');
    now += 1_000;
    expect(atHand('/a')).toContain('cũ');
    expect(atHand('/a', true)).toBeUndefined();
    now++;
    expect(atHand('/a')).toBeUndefined();
    words = 'mới';
    expect(wordsOf(await ask('/a'))).toContain('mới');
  });

  test('and dropped again has a second from the first time on', async () => {
    await keep({ '/a': 0 });
    drop('articles');
    now += 600;
    drop('articles');
    now += 401;
    expect(atHand('/a')).toBeUndefined();
  });

  test('is gone at once when something was taken back, before or after, or nobody knows what has changed', async () => {
    await keep({ '/a': 1, '/b': 1, '/c': 1, '/d': 1 });
    store.drop(['articles', FORGET]);
    for (const path of ['/a', '/b', '/c', '/d']) expect(atHand(path)).toBeUndefined();
    await keep({ '/a': 1, '/b': 1 });
    store.drop(['articles']);
    store.drop(['articles', FORGET]);
    expect(atHand('/a')).toBeUndefined();
    await keep({ '/a': 1, '/b': 1 });
    store.drop(['articles']);
    store.dropAll();
    expect([atHand('/a'), atHand('/b')]).toEqual([undefined, undefined]);
  });

  test('is new for everybody as soon as it is drawn, without anybody asking for it', async () => {
    await keep({ '/a': 1 });
    words = 'mới';
    drop('articles');
    await allDrawn(1);
    await expect.poll(() => atHand('/a', true)).toContain('mới');
  });

  test('while it was drawn anew is drawn once more, and read meanwhile by whoever may see it as it was', async () => {
    await keep({ '/a': 1 });
    let change = true;
    before = async () => {
      if (!change) return;
      change = false;
      words = 'mới hơn';
      drop('articles');
    };
    words = 'mới';
    drop('articles');
    await expect.poll(() => atHand('/a')).toContain('mới');
    expect(atHand('/a', true)).toBeUndefined();
    now += 500;
    await allDrawn(2);
    await expect.poll(() => atHand('/a', true)).toContain('mới hơn');
  });

  test('and what was taken back while it was drawn is never read', async () => {
    await keep({ '/a': 1 });
    before = async () => {
      before = async () => {};
      words = 'mới hơn';
      drop('articles', FORGET);
    };
    words = 'mới';
    drop('articles');
    await allDrawn(1);
    await new Promise(setImmediate);
    expect(atHand('/a')).toBeUndefined();
    expect(wordsOf(await ask('/a'))).toContain('mới hơn');
  });

  test('again and again is drawn twice a second, however often, and read all the time', async () => {
    await keep({ '/a': 1 });
    before = async () => {};
    for (let time = 0; time < 40; time++) {
      drop('articles');
      now += 50;
      do await new Promise(setImmediate);
      while (desk.isDrawing('/a'));
      expect(atHand('/a')).toBeDefined();
    }
    expect(drawn.length).toBeGreaterThanOrEqual(3);
    expect(drawn.length).toBeLessThanOrEqual(5);
  });
});

describe('a page whose instant has come', () => {
  const INSTANT = 1_060_000;
  beforeEach(() => {
    tags = ['articles', until(new Date(INSTANT))];
  });

  test('is drawn anew beside its readers, the most read first, once the first of them comes', async () => {
    await keep({ '/1': 1, '/0': 0, '/2': 2 });
    [now, words, tags] = [INSTANT, 'mới', ['articles']];
    for (const path of ['/1', '/2']) expect(atHand(path)).toContain('cũ');
    await allDrawn(2);
    expect(drawn).toEqual(['/2', '/1']);
    await expect.poll(() => atHand('/1', true)).toContain('mới');
  });

  test('long ago is drawn for its reader, and for nobody else', async () => {
    await keep({ '/a': 1, '/b': 1 });
    [now, words, tags] = [INSTANT + 1_000, 'mới', ['articles']];
    expect([atHand('/a'), atHand('/b')]).toEqual([undefined, undefined]);
    expect(wordsOf(await ask('/a'))).toContain('mới');
    expect(drawn).toEqual(['/a']);
  });
});

describe('what is drawn anew by itself', () => {
  test('is the most read first, so many at a time, and nothing that nobody has read', async () => {
    await keep({ '/1': 1, '/5': 5, '/0': 0, '/3': 3, '/4': 4, '/2': 2 });
    drop('articles');
    await allDrawn(5);
    expect(drawn).toEqual(['/5', '/4', '/3', '/2', '/1']);
    expect(most).toBe(2);
  });

  test('is drawn once, and not again until somebody has read it', async () => {
    await keep({ '/a': 1 });
    drop('articles');
    await allDrawn(1);
    await expect.poll(() => store.lastGood('/a') !== undefined && atHand('/a', true)).toBeTruthy();
    now += 500;
    drop('articles');
    await allDrawn(2);
    now += 500;
    drop('articles');
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(drawn).toHaveLength(2);
  });

  test('is not tried over and over where it cannot be drawn, and its last good copy stays', async () => {
    await keep({ '/a': 1 });
    before = () => Promise.reject(new Error('no database'));
    drop('articles');
    await expect.poll(() => drawn.length).toBe(1);
    await new Promise(setImmediate);
    expect(drawn).toHaveLength(1);
    expect(store.lastGood('/a')).toBeDefined();
  });

  test('is shared with the reader who waits for it', async () => {
    await keep({ '/a': 1 });
    let end = () => {};
    before = () => new Promise<void>((resolve) => (end = resolve));
    words = 'mới';
    drop('articles');
    await expect.poll(() => drawn.length).toBe(1);
    now += 1_001;
    const asked = ask('/a');
    end();
    expect(wordsOf(await asked)).toContain('mới');
    expect(drawn).toHaveLength(1);
  });
});
