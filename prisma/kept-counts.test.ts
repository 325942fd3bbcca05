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
  const counted = () => {
    for (const { come } of waiting.splice(0)) come();
    return vi.advanceTimersByTimeAsync(0);
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

  test('is made anew once, for who asks in the second half of its minute, and nobody waits for it', async () => {
    vi.advanceTimersByTime(29_999);
    expect([await count(), times]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect([await count(), await count(), times]).toEqual([1, 1, 2]);
    await counted();
    expect([await count(), times]).toEqual([2, 2]);
  });

  test('is never older than a minute: who comes while it is being made after that waits for it, and after another for a new one', async () => {
    vi.advanceTimersByTime(30_000);
    await count();
    vi.advanceTimersByTime(30_000);
    const waited = [count(), count()];
    expect(times).toBe(2);
    vi.advanceTimersByTime(30_000);
    const late = count();
    await counted();
    expect(await Promise.all([...waited, late, count()])).toEqual([2, 2, 3, 3]);
  });

  test('that was begun ahead before something changed is told to nobody', async () => {
    vi.advanceTimersByTime(30_000);
    await count();
    dropValues(['units']);
    const after = count();
    await counted();
    expect(await Promise.all([after, count()])).toEqual([3, 3]);
  });

  test('is made anew for whoever asks for what holds it, as often as for itself', async () => {
    const page = () => keptAt('page', 'now', async () => `${await count()} women`);
    expect(await page()).toBe('1 women');
    vi.advanceTimersByTime(30_000);
    expect([await page(), await page(), times]).toEqual(['1 women', '1 women', 2]);
    await counted();
    expect([await page(), times]).toEqual(['1 women', 2]);
    vi.advanceTimersByTime(30_000);
    expect([await page(), times]).toEqual(['2 women', 3]);
  });

  test('and fails ahead is told to nobody and made by who asks next', async () => {
    vi.advanceTimersByTime(30_000);
    expect(await count()).toBe(1);
    for (const { fail } of waiting.splice(0)) fail(new Error('away'));
    await vi.advanceTimersByTimeAsync(0);
    expect([await count(), times]).toEqual([1, 3]);
    await counted();
    expect(await count()).toBe(3);
  });
});
