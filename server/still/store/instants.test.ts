import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FORGET, over, until } from '../tags';
import { PageStore } from './page-store';
import { makeReply } from './reply';

const INSTANT = 1_000_000;
const at = new Date(INSTANT);
let now: number;
let store: PageStore;
const ended = vi.fn();

beforeEach(() => {
  now = INSTANT - 5_000;
  ended.mockReset();
  store = new PageStore({ room: 1_000_000, now: () => now, ended });
});

const page = (words: string) => makeReply({ status: 200, contentType: 'text/html', body: Buffer.from(words) });
const keep = async (...tags: string[]) => store.keep('/a', await page('cũ'), tags, store.mark());
/** Is it there for readers, and for who has to see it as it is? */
const readAt = (instant: number) => {
  now = instant;
  return [store.fresh('/a', false) !== undefined, store.fresh('/a') !== undefined];
};
const dueNow = () => store.nextDue(() => false);

describe('a page that is true until an instant', () => {
  test('is read for a second more and no longer, and by nobody who has to see it as it is', async () => {
    await keep(until(at));
    expect(readAt(INSTANT - 1)).toEqual([true, true]);
    expect(readAt(INSTANT)).toEqual([true, false]);
    expect(readAt(INSTANT + 999)).toEqual([true, false]);
    expect(readAt(INSTANT + 1_000)).toEqual([false, false]);
  });

  test('is to be drawn anew once it is read within that second, also if nobody has read it before, and once only', async () => {
    await keep(until(at));
    now = INSTANT - 1;
    expect(dueNow()).toBeUndefined();
    for (const instant of [INSTANT, INSTANT + 1, INSTANT + 500]) readAt(instant);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(dueNow()).toMatchObject({ path: '/a' });
    expect(dueNow()).toBeUndefined();
  });

  test('and read later than that is for its reader to have drawn', async () => {
    await keep(until(at));
    expect(readAt(INSTANT + 1_000)).toEqual([false, false]);
    expect(ended).not.toHaveBeenCalled();
    expect(dueNow()).toBeUndefined();
  });

  test('and comes to be kept after it is read for the rest of its second, and to be drawn anew', async () => {
    now = INSTANT - 100;
    const since = store.mark();
    now = INSTANT + 50;
    store.keep('/a', await page('cũ'), [until(at)], since);
    expect(readAt(INSTANT + 60)).toEqual([true, false]);
    expect(ended).toHaveBeenCalledTimes(1);
    now = INSTANT + 600; // half a second after it was begun
    expect(dueNow()).toMatchObject({ path: '/a' });
    expect(readAt(INSTANT + 1_000)).toEqual([false, false]);
  });

  test.each([
    ['just before', INSTANT - 100, INSTANT + 900],
    ['just after, and not read since', INSTANT + 100, INSTANT + 999],
  ])('and is dropped %s it is read for a second from the first of both', async (_, dropped, last) => {
    await keep(until(at), 'articles');
    now = dropped;
    store.drop(['articles']);
    expect(readAt(last)).toEqual([true, false]);
    expect(readAt(last + 1)).toEqual([false, false]);
  });

  test('is gone at once when something in it is taken back, or nobody knows what has changed', async () => {
    await keep(until(at), 'articles');
    readAt(INSTANT);
    store.dropAll();
    expect(readAt(INSTANT)).toEqual([false, false]);
    await keep(until(new Date(INSTANT + 10)), 'articles');
    expect(readAt(INSTANT + 10)).toEqual([true, false]);
    store.drop(['articles', FORGET]);
    expect(readAt(INSTANT + 10)).toEqual([false, false]);
  });
});

describe('a page of which something is over at an instant', () => {
  test('is read by nobody from then on, whatever else it is true until', async () => {
    await keep(over(at), until(new Date(INSTANT - 500)));
    expect(readAt(INSTANT - 1)).toEqual([true, false]);
    expect(readAt(INSTANT)).toEqual([false, false]);
  });

  test('and that is dropped before is read for a second, and not beyond it', async () => {
    await keep(over(at), 'articles');
    now = INSTANT - 100;
    store.drop(['articles']);
    expect(readAt(INSTANT - 1)).toEqual([true, false]);
    expect(readAt(INSTANT)).toEqual([false, false]);
  });
});
