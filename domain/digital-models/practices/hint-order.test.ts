import { expect, test } from 'vitest';
import { firstOfLists, hintKeyFrom, keyOfHint } from './hint-order';

const row = (strength: number, at: number, hint: 'quiet' | 'board_left' = 'quiet') => ({
  strength,
  modelId: `00000000-0000-7000-8000-00000000000${at}`,
  hint,
});

test('of lists in order the first come in the order of all: the strongest, then by model, then by name', () => {
  const one = [row(5, 2), row(2, 4, 'board_left'), row(2, 4)];
  const other = [row(7, 3), row(5, 1), row(2, 1)];
  const all = [row(7, 3), row(5, 1), row(5, 2), row(2, 1), row(2, 4, 'board_left'), row(2, 4)];
  expect(firstOfLists([one, other], null, 9)).toEqual(all);
  expect(firstOfLists([one, other, []], null, 2)).toEqual(all.slice(0, 2));
  for (const [at, key] of all.entries()) expect(firstOfLists([one, other], key, 9)).toEqual(all.slice(at + 1));
});

test('a key goes through an address; what is none begins at the first', () => {
  expect(hintKeyFrom(keyOfHint(row(5, 2)))).toEqual(row(5, 2));
  for (const text of [undefined, '', '5', '5:not-an-id:quiet', '5:00000000-0000-7000-8000-000000000002'])
    expect(hintKeyFrom(text)).toBeNull();
});
