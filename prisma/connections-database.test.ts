import { expect, test } from 'vitest';
import { connections } from './connections';

/** The same module once more, as Next has it in another graph. */
const AGAIN = './connections.ts?again';

test('long work is heard of by the one pool of a process, whichever copy of its module asks', async () => {
  const again: typeof import('./connections') = await import(/* @vite-ignore */ AGAIN);
  const limit = async () => {
    const { rows } = await connections.query(`SELECT current_setting('statement_timeout') AS statement`);
    return rows[0].statement;
  };
  expect(again.connections, 'one pool').toBe(connections);
  expect(await again.beginLongWork(limit)).toBe('1min');
  expect(await again.beginLongWork(() => again.withinLongWork(limit))).toBe('30s');
  expect(await limit()).toBe('30s');
});
