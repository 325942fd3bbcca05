import { expect, it } from 'vitest';
import { collectAll, IdleMemory } from './idle-memory';

const MB = 2 ** 20;
const BUSY = 0.4;
const IDLE = 0.001;

/** How often memory was given back, by looks in turn. */
function given(looks: [busy: number, megabytes: number][]): number {
  let times = 0;
  const memory = new IdleMemory(() => (times += 1));
  for (const [busy, megabytes] of looks) memory.look(busy, megabytes * MB);
  return times;
}

const looks = (count: number, busy: number, megabytes: number) =>
  Array.from({ length: count }, (): [number, number] => [busy, megabytes]);

it('gives memory back once when there has been nothing to do for three looks, and never while there is', () => {
  expect(given(looks(2, IDLE, 200))).toBe(0);
  expect(given(looks(60, BUSY, 200))).toBe(0);
  expect(given([...looks(2, IDLE, 200), [BUSY, 200], ...looks(2, IDLE, 200)])).toBe(0);
  expect(given(looks(60, IDLE, 200))).toBe(1);
});

it('does not look through a heap again that has hardly grown since', () => {
  const once = [...looks(3, IDLE, 300), ...looks(1, IDLE, 100)];
  expect(given([...once, [BUSY, 140], ...looks(9, IDLE, 140)])).toBe(1);
  expect(given([...once, [BUSY, 160], ...looks(9, IDLE, 160)])).toBe(2);
});

it('lets go of what nobody holds, and comes back', async () => {
  const held = { much: new Array(100_000).fill('held') };
  const left = new WeakRef({ much: new Array(100_000).fill('left') });
  const kept = new WeakRef(held);
  // what a turn has seen lives to its end
  await new Promise((resolve) => setTimeout(resolve));
  await collectAll();
  expect(left.deref()).toBeUndefined();
  expect(kept.deref()).toBe(held);
});
