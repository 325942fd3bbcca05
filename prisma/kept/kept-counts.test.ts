import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropValues, keepValues, keptAt, keptCount } from './kept-values';

describe('a count that takes long', () => {
  let times = 0;
  let waiting: { come: () => void; fail: (error: Error) => void }[] = [];
  const count = () =>
    keptCount('women', ['units'], async () => {
      const time = ++times;
      await new Promise<void>((come, fail) => waiting.push({ come, fail }));
      return time;
    });
  /** What has come is told, and what is next in turn has begun. */
  const goneOn = () => vi.advanceTimersByTimeAsync(0);
  const counted = () => {
    for (const { come } of waiting.splice(0)) come();
    return goneOn();
  };
  const told = async (ask: () => Promise<unknown>) => {
    const answer = await ask();
    await goneOn();
    return answer;
  };

  beforeEach(async () => {
    keepValues();
    dropValues('all');
    vi.useFakeTimers();
    times = 0;
    waiting = [];
    const first = count();
    await counted();
    expect(await first).toBe(1);
  });
  afterEach(() => vi.useRealTimers());

  test('is made anew once, for who asks in the last third of its minute, and nobody waits for it', async () => {
    vi.advanceTimersByTime(39_999);
    expect([await told(count), times]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect([await told(count), await told(count), times]).toEqual([1, 1, 2]);
    await counted();
    expect([await told(count), times]).toEqual([2, 2]);
  });

  test('is never older than a minute: who comes while it is being made after that waits for it, and after another for a new one', async () => {
    vi.advanceTimersByTime(40_000);
    await told(count);
    vi.advanceTimersByTime(20_000);
    const waited = [count(), count()];
    expect(times).toBe(2);
    vi.advanceTimersByTime(40_000);
    const late = count();
    await counted();
    expect(await Promise.all([...waited, late, count()])).toEqual([2, 2, 3, 3]);
  });

  test('that was begun ahead before something changed is told to nobody', async () => {
    vi.advanceTimersByTime(40_000);
    await told(count);
    dropValues(['units']);
    const after = count();
    await counted();
    expect(await Promise.all([after, count()])).toEqual([3, 3]);
  });

  test('is made anew for whoever asks for what holds it, as often as for itself', async () => {
    const page = () => keptAt('page', 'now', async () => `${await count()} women`);
    expect(await page()).toBe('1 women');
    vi.advanceTimersByTime(40_000);
    expect([await told(page), await told(page), times]).toEqual(['1 women', '1 women', 2]);
    await counted();
    expect([await told(page), times]).toEqual(['1 women', 2]);
    vi.advanceTimersByTime(20_000);
    expect([await told(page), times]).toEqual(['2 women', 2]);
    vi.advanceTimersByTime(20_000);
    expect([await told(page), times]).toEqual(['2 women', 3]);
    await counted();
  });

  test('is not made ahead while another is: they come one after the other', async () => {
    const begun: string[] = [];
    let go = () => {};
    const ask = (name: string) =>
      keptCount(name, ['units'], async () => {
        begun.push(name);
        if (begun.length > 2) await new Promise<void>((come) => (go = come));
      });
    const askBoth = () => Promise.all([ask('pairs'), ask('members')]);
    await askBoth();
    vi.advanceTimersByTime(40_000);
    await askBoth();
    await goneOn();
    expect(begun.slice(2)).toEqual(['pairs']);
    go();
    await goneOn();
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
    go();
    await goneOn();
  });

  test('and fails ahead is told to nobody and made by who asks next', async () => {
    vi.advanceTimersByTime(40_000);
    expect(await told(count)).toBe(1);
    for (const { fail } of waiting.splice(0)) fail(new Error('away'));
    await goneOn();
    expect([await told(count), times]).toEqual([1, 3]);
    await counted();
    expect(await count()).toBe(3);
  });
});
