import { beforeEach, describe, expect, test, vi } from 'vitest';
import { keptParts } from './kept-parts';
import { dropValues, keepValues, keptAt, keptUntilOver, keptValue } from './kept-values';

/** A value of the database that is read when it is told to, and says which reading it was. */
function reading(name: string, tags: string[]) {
  let times = 0;
  const waiting: (() => void)[] = [];
  return {
    ask: () =>
      keptValue(name, tags, async () => {
        const time = ++times;
        await new Promise<void>((go) => waiting.push(go));
        return { time };
      }),
    answer: () => {
      for (const go of waiting.splice(0)) go();
    },
  };
}

test('where nobody tells of changes every reading is a new one', async () => {
  let times = 0;
  const ask = () => keptValue('communes', ['units'], async () => ++times);
  expect([await ask(), await ask()]).toEqual([1, 2]);
});

describe('where changes are told', () => {
  beforeEach(() => {
    keepValues();
    dropValues('all');
  });

  test('a value is read once, by however many ask at once, and again when it was dropped', async () => {
    const communes = reading('communes', ['units', 'today']);
    const asked = [communes.ask(), communes.ask()];
    communes.answer();
    expect(await Promise.all([...asked, communes.ask()])).toEqual([{ time: 1 }, { time: 1 }, { time: 1 }]);
    for (const dropped of [['today'], ['articles', 'units'], 'all'] as const) {
      const before = (await communes.ask()).time;
      dropValues(dropped);
      const next = communes.ask();
      communes.answer();
      expect(await next).toEqual({ time: before + 1 });
    }
    dropValues(['articles']);
    expect(await communes.ask()).toEqual({ time: 4 });
  });

  test('who asks after a change does not get what was read before it, nor does anybody later', async () => {
    const communes = reading('communes', ['units']);
    const before = communes.ask();
    dropValues(['units']);
    const after = communes.ask();
    communes.answer();
    expect(await Promise.all([before, after, communes.ask()])).toEqual([{ time: 1 }, { time: 2 }, { time: 2 }]);
  });

  test('of one state a value is read once, by however many ask, while one of another is under way as well', async () => {
    const waiting: (() => void)[] = [];
    let times = 0;
    const ask = (at: string) =>
      keptAt('members', at, async () => {
        const time = ++times;
        await new Promise<void>((go) => waiting.push(go));
        return time;
      });
    const old = ask('one');
    const asked = Array.from({ length: 16 }, () => ask('two'));
    for (const go of waiting.splice(0).reverse()) go();
    expect(await old).toBe(1);
    expect(new Set(await Promise.all([...asked, ask('two')]))).toEqual(new Set([2]));
  });

  test('what holds a value goes once a tag of that is dropped, however far below it is read and whoever began to read it', async () => {
    let times = 0;
    const names = reading('names of communes', ['units']);
    const communes = () => keptValue('communes', ['today'], names.ask);
    const page = (name: string) =>
      keptAt(name, 'now', async () => {
        await communes();
        return ++times;
      });
    const asked = [page('hers'), page('of another')];
    names.answer();
    expect(await Promise.all([...asked, page('hers')])).toEqual([1, 2, 1]);
    dropValues(['units']);
    const again = [page('hers'), page('of another')];
    names.answer();
    expect(await Promise.all(again)).toEqual([3, 4]);
    dropValues(['articles']);
    expect(await page('hers')).toBe(3);
  });

  test('of values that stand at one moment no more than two hundred and fifty-six are kept, the newest, and none of the others goes for them', async () => {
    const read: string[] = [];
    const ask = (name: string) => keptAt(name, 'now', async () => read.push(name));
    await keptValue('communes', ['units'], async () => read.push('communes'));
    const names = Array.from({ length: 257 }, (_, at) => `place ${at}`);
    for (const name of names) await ask(name);
    read.length = 0;
    for (const name of names.slice(1)) await ask(name);
    await keptValue('communes', ['units'], async () => read.push('communes'));
    expect(read).toEqual([]);
    await ask('place 0');
    expect(read).toEqual(['place 0']);
  });

  test('parts that are not kept are read in one question, each is dropped by itself, and they come in the order asked', async () => {
    const questions: string[][] = [];
    const ask = (...ids: string[]) =>
      keptParts(
        ids,
        (id) => ({ name: `part ${id}`, tags: [`part:${id}`, 'parts'] }),
        async (missing) => {
          questions.push([...missing]);
          return new Map(missing.map((id) => [id, `${id} of question ${questions.length}`]));
        },
      );
    expect(await ask('b', 'a')).toEqual(['b of question 1', 'a of question 1']);
    dropValues(['part:a']);
    expect(await ask('a', 'b', 'c')).toEqual(['a of question 2', 'b of question 1', 'c of question 2']);
    expect(await ask('c')).toEqual(['c of question 2']);
    dropValues(['parts']);
    await ask('a', 'b');
    expect(questions).toEqual([
      ['b', 'a'],
      ['a', 'c'],
      ['a', 'b'],
    ]);
  });

  test('a reading that failed is not kept', async () => {
    const read = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('here');
    await expect(keptValue('courses', ['courses'], read)).rejects.toThrow('away');
    expect(await keptValue('courses', ['courses'], read)).toBe('here');
  });

  test('one that many share cannot be changed by one of them', async () => {
    const communes = await keptValue('communes', ['units'], async () => [{ name: 'Long Hưng' }]);
    expect(() => communes.push({ name: 'Trảng Dài' })).toThrow();
    expect(() => Object.assign(communes[0] ?? {}, { name: 'Trảng Dài' })).toThrow();
  });

  test('what holds a value that is kept for a minute is no older than that one may be, whoever had it read', async () => {
    vi.useFakeTimers();
    let times = 0;
    const count = () => keptValue('count', ['today'], async () => ++times, 60_000);
    const page = (name: string) =>
      keptAt(name, 'now', async () => {
        await Promise.resolve();
        return { count: await count() };
      });
    await count();
    vi.advanceTimersByTime(59_999);
    expect(await Promise.all([page('one'), page('two')])).toEqual([{ count: 1 }, { count: 1 }]);
    vi.advanceTimersByTime(1);
    expect(await page('one')).toEqual({ count: 2 });
    vi.advanceTimersByTime(60_000);
    expect(await page('two')).toEqual({ count: 3 });
    vi.useRealTimers();
  });

  test('what says until when it holds is read again from the first of its instants on, and so is what holds it', async () => {
    vi.useFakeTimers();
    let times = 0;
    const alerts = () =>
      keptUntilOver(
        'alerts',
        ['articles'],
        async () => ({ time: ++times, ends: [90_000, 60_000].map((left) => new Date(Date.now() + left)) }),
        ({ ends }) => ends,
      );
    const page = () => keptAt('hers', 'now', async () => (await alerts()).time);
    expect([await page(), await page(), (await alerts()).time]).toEqual([1, 1, 1]);
    vi.advanceTimersByTime(59_999);
    expect([await page(), (await alerts()).time]).toEqual([1, 1]);
    vi.advanceTimersByTime(1);
    expect([await page(), (await alerts()).time]).toEqual([2, 2]);
    vi.useRealTimers();
  });

  test('after an hour it is read again, should a message have been lost', async () => {
    vi.useFakeTimers();
    let times = 0;
    const ask = () => keptValue('skills', ['skills'], async () => ++times);
    await ask();
    vi.advanceTimersByTime(3_599_999);
    expect(await ask()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await ask()).toBe(2);
    vi.useRealTimers();
  });
});
