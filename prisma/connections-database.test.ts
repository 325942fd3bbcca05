import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { connections, openConnections } from './connections';
import { openOutside } from './outside';

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

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

test('a connection holds nothing of the answer for which it was opened, nor of the one that gave it back', async () => {
  openOutside();
  const pool = openConnections({ url: process.env.DATABASE_URL ?? '', most: 2 });
  const answer = new AsyncLocalStorage<object>();
  const answered = async (ask: () => Promise<unknown>) => {
    const page = { words: 'All that is known of an answer.' };
    await answer.run(page, ask);
    return new WeakRef(page);
  };
  try {
    const opened = await answered(() => pool.query('SELECT 1'));
    const gaveBack = await answered(async () => {
      const connection = await pool.connect();
      await connection.query('SELECT 1');
      connection.release();
    });
    await nextTurn();
    collect();
    expect([opened.deref(), gaveBack.deref(), pool.totalCount]).toEqual([undefined, undefined, 1]);
  } finally {
    await pool.end();
  }
});
