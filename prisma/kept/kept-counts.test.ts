import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropValues, keepValues, keptAt, keptEachMinute } from './kept-values';

describe('a count that takes long', () => {
  let times = 0;
  let waiting: { come: () => void; fail: (error: Error) => void }[] = [];
  const count = () =>
    keptEachMinute('women', ['units'], async () => {
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

  test('is made ahead in no answer: nothing of hers is waited for with it, nor fails with it', async () => {
    const answer = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const ask = () =>
      answer.run('hers', () => keptEachMinute('pairs', ['units'], async () => seen.push(answer.getStore())));
    await ask();
    vi.advanceTimersByTime(40_000);
    await told(ask);
    expect(seen).toEqual(['hers', undefined]);
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

describe('counts that are made ahead', () => {
  /** What has been begun in order, and how each goes on. */
  let begun: string[] = [];
  let going = new Map<string, () => void>();
  let holds: Record<string, string> = {};
  const ask = (name: string): Promise<number> =>
    keptEachMinute(name, [name], async () => {
      begun.push(name);
      if (begun.length > 2) await new Promise<void>((go) => going.set(name, go));
      if (holds[name]) await ask(holds[name]);
      return begun.length;
    });
  const goOn = (name: string) => {
    going.get(name)?.();
    return vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(async () => {
    keepValues();
    dropValues('all');
    vi.useFakeTimers();
    begun = [];
    holds = {};
    going = new Map();
    await Promise.all([ask('pairs'), ask('members')]);
    vi.advanceTimersByTime(40_000);
  });
  afterEach(() => vi.useRealTimers());

  test('come one after the other', async () => {
    await Promise.all([ask('pairs'), ask('members'), ask('pairs')]);
    expect(begun.slice(2)).toEqual(['pairs']);
    await goOn('pairs');
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
    await goOn('members');
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
  });

  test('are not waited for while they stand in line: who comes after the minute counts herself, and nobody once more', async () => {
    await Promise.all([ask('pairs'), ask('members')]);
    vi.advanceTimersByTime(20_000);
    const members = ask('members');
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
    await goOn('members');
    expect(await members).toBe(4);
    await goOn('pairs');
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
  });

  test('are made for nobody once they were dropped in the line', async () => {
    await Promise.all([ask('pairs'), ask('members')]);
    dropValues(['members']);
    await goOn('pairs');
    expect(begun.slice(2)).toEqual(['pairs']);
  });

  test('may ask for one that stands behind them', async () => {
    holds = { pairs: 'members' };
    await Promise.all([ask('pairs'), ask('members')]);
    vi.advanceTimersByTime(20_000);
    await goOn('pairs');
    await goOn('members');
    expect(begun.slice(2)).toEqual(['pairs', 'members']);
    expect(await ask('pairs')).toBe(4);
  });
});
