import { expect, onTestFinished, test, vi } from 'vitest';
import { Turns } from './turns';

const LONG_MS = 60_000;
const everybodyMoved = () => new Promise(setImmediate);

/** Whose turn it has been, in their order, and how the answer of each begins. */
function watch(turns: Turns) {
  const come: number[] = [];
  const begun = new Map<number, () => void>();
  const ask = async (number: number, area: 'admin' | 'public' = 'admin') => {
    begun.set(number, await turns.come(area));
    come.push(number);
  };
  const begin = async (number: number) => {
    begun.get(number)?.();
    await everybodyMoved();
  };
  return { come, ask, begin };
}

test('so many are read for at once, and the next one as soon as an answer has begun, in the order in which they came', async () => {
  const { come, ask, begin } = watch(new Turns(2, LONG_MS));
  for (let number = 1; number <= 9; number++) void ask(number);
  await everybodyMoved();
  expect(come).toEqual([1, 2, 3, 4, 5, 6]);
  await begin(4);
  expect(come).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await begin(4);
  expect(come).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await begin(1);
  await begin(2);
  expect(come).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('whoever works does not wait behind all who read', async () => {
  const { come, ask, begin } = watch(new Turns(1, LONG_MS));
  for (let number = 1; number <= 20; number++) void ask(number, 'public');
  void ask(100);
  void ask(101);
  await everybodyMoved();
  await begin(1);
  await begin(2);
  await begin(3);
  expect(come).toEqual([1, 2, 3, 4, 100, 5]);
});

test('one that waits for something else keeps nobody from their turn, and makes no second place as it begins at last', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { come, ask, begin } = watch(new Turns(1, 400));
  for (let number = 1; number <= 7; number++) void ask(number);
  await everybodyMoved();
  expect(come).toEqual([1, 2, 3]);
  await begin(3);
  expect(come).toEqual([1, 2, 3, 4]);
  vi.advanceTimersByTime(400);
  await everybodyMoved();
  expect(come).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (let number = 8; number <= 10; number++) void ask(number);
  await begin(1);
  expect(come).toHaveLength(7);
  await begin(7);
  expect(come).toHaveLength(8);
});

test('nobody waits longer than ten seconds for her turn', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { come, ask } = watch(new Turns(1, LONG_MS));
  for (let number = 1; number <= 4; number++) void ask(number);
  vi.advanceTimersByTime(9_999);
  await everybodyMoved();
  expect(come).toEqual([1, 2, 3]);
  vi.advanceTimersByTime(1);
  await everybodyMoved();
  expect(come).toEqual([1, 2, 3, 4]);
});
