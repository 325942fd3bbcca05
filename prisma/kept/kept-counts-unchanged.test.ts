import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dropValues, keepValues, keptAt, keptEachMinute, keptValue } from './kept-values';

describe('a count of what may not have changed', () => {
  let times = 0;
  let far: () => string = () => '';
  let begunAt = '';
  const count = () =>
    keptEachMinute(
      'women',
      ['units'],
      async () => {
        begunAt = far();
        return ++times;
      },
      async () => far(),
    );
  const page = () => keptAt('page', 'now', async () => `${await count()} women`);
  const later = async (seconds: number) => {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    const told = await page();
    await vi.advanceTimersByTimeAsync(0);
    return told;
  };

  beforeEach(async () => {
    keepValues();
    dropValues('all');
    vi.useFakeTimers();
    times = 0;
    far = () => 'move 1';
    expect(await page()).toBe('1 women');
  });
  afterEach(() => vi.useRealTimers());

  test('goes on, with whatever holds it, for as long as nothing was written', async () => {
    let drawn = 0;
    const drawing = () => keptAt('drawing', 'now', async () => [++drawn, await page()]);
    expect(await drawing()).toEqual([1, '1 women']);
    for (let minutes = 0; minutes < 5; minutes++) {
      expect(await later(50)).toBe('1 women');
      expect(await drawing()).toEqual([1, '1 women']);
    }
    expect(times).toBe(1);
  });

  test('is made anew once something was written, and goes on from there', async () => {
    expect(await later(50)).toBe('1 women');
    far = () => 'move 2';
    expect(await later(50)).toBe('1 women');
    expect([await later(10), times, begunAt]).toEqual(['2 women', 2, 'move 2']);
    expect([await later(45), await later(45), times]).toEqual(['2 women', '2 women', 2]);
  });

  test('is older than a minute for nobody: what nobody asked for in its last third is counted by who comes after', async () => {
    far = () => 'move 2';
    expect([await later(61), times]).toEqual(['2 women', 2]);
  });

  test('is counted once more by nobody who comes later than a minute, when nothing was written', async () => {
    const told = [await later(61), await later(3_000), times];
    expect(told).toEqual(['1 women', '1 women', 1]);
    far = () => 'move 2';
    expect([await later(61), times]).toEqual(['2 women', 2]);
  });

  test('is counted again within the hour all the same, as everything is', async () => {
    expect([await later(3_500), await later(101), times]).toEqual(['1 women', '2 women', 2]);
  });

  test('that something was written beside is no count of what was there then', async () => {
    let told = 0;
    far = () => `move ${told++ === 0 ? 1 : 2}`;
    dropValues('all');
    expect(await page()).toBe('2 women');
    await later(45);
    expect([await later(15), times]).toEqual(['3 women', 3]);
  });

  test('that holds what is dropped while it is asked whether anything was written is made anew', async () => {
    const ask = () =>
      keptEachMinute(
        'holding',
        [],
        () => keptValue('earlier', ['figures'], async () => ++times),
        async () => asked,
      );
    let asked: string | Promise<string> = 'move 1';
    expect(await ask()).toBe(2);
    await vi.advanceTimersByTimeAsync(61_000);
    let answer = (_: string) => {};
    asked = new Promise((tell) => {
      answer = tell;
    });
    const waiting = ask();
    dropValues(['figures']);
    answer('move 1');
    await waiting;
    asked = 'move 1';
    expect(await ask()).toBe(3);
  });

  test('goes on no longer than what it holds for less', async () => {
    const held = () => keptValue('earlier', [], async () => ++times, 70_000);
    const holding = () => keptEachMinute('holding', [], held, async () => far());
    expect(await holding()).toBe(2);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(await holding()).toBe(2);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(await holding()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await holding()).toBe(3);
  });

  test('stands to the end of its minute and no longer while the database is away', async () => {
    far = () => {
      throw new Error('away');
    };
    expect([await later(45), await later(14)]).toEqual(['1 women', '1 women']);
    await vi.advanceTimersByTimeAsync(1_000);
    await expect(page()).rejects.toThrow('away');
  });
});
