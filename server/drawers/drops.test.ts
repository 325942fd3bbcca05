import { expect, test } from 'vitest';
import { Drops } from './drops';

test('who asks waits for the word of every change before, and for none that comes after', async () => {
  const drops = new Drops();
  const went: number[] = [];
  await drops.until(0);
  const waits = [1, 2, 3].map((number) => drops.until(number).then(() => went.push(number)));
  drops.note(2);
  await Promise.all(waits.slice(0, 2));
  expect(went).toEqual([1, 2]);
  drops.note(1); // an older word says nothing new
  await drops.until(2);
  drops.note(3);
  await waits[2];
  expect(went).toEqual([1, 2, 3]);
});
