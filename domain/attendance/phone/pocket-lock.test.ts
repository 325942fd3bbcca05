import { expect, test } from 'vitest';
import { KEYS, newLock, type PocketLock, press } from './pocket-lock';

/** Chance that anybody can have again. */
function chanceOf(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('the lock opens by its three figures in order, and a wrong one asks for others', () => {
  const lock = newLock(chanceOf(7));
  expect(new Set(lock.code).size).toBe(3);
  const [one = 0, two = 0, three = 0] = lock.code;
  const after = press(press(lock, one) ?? lock, two) ?? lock;
  expect(after.typed).toBe(2);
  expect(press(after, three)).toBeNull();
  const wrong = KEYS.find((key) => key !== three) ?? 0;
  expect(press(after, wrong, chanceOf(8))).toMatchObject({ typed: 0 });
});

test('sixty taps in a pocket open fewer than one lock in ten', () => {
  let opened = 0;
  for (let pocket = 0; pocket < 1000; pocket++) {
    const chance = chanceOf(pocket * 7919 + 1);
    let lock: PocketLock | null = newLock(chance);
    for (let tap = 0; tap < 60 && lock; tap++)
      lock = press(lock, KEYS[Math.floor(chance() * KEYS.length)] ?? 0, chance);
    if (!lock) opened++;
  }
  expect(opened).toBeLessThan(100);
});
