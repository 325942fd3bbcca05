import { describe, expect, test } from 'vitest';
import { Lane } from './lane';

const open = (over: Partial<ConstructorParameters<typeof Lane>[0]> = {}) =>
  new Lane({ width: 3, share: 2, line: 100, patience: 60_000, ...over });

const everybodyMoved = () => new Promise(setImmediate);

/** Those who enter, in the order in which they came in, and how each of them leaves. */
function watch(lane: Lane) {
  const inside: string[] = [];
  const leaves = new Map<string, () => void>();
  const enter = async (network: string, name: string) => {
    const leave = await lane.enter(network);
    if (!leave) return 'refused';
    inside.push(name);
    leaves.set(name, leave);
    return 'inside';
  };
  const leave = async (name: string) => {
    await everybodyMoved();
    leaves.get(name)?.();
    await everybodyMoved();
  };
  return { inside, enter, leave };
}

describe('a way with places', () => {
  test('a network fills no more than its share, and its others wait while somebody else passes', async () => {
    const { inside, enter, leave } = watch(open());
    for (const name of ['a1', 'a2', 'a3', 'a4']) void enter('a', name);
    expect(await enter('b', 'b1')).toBe('inside');
    expect(inside).toEqual(['a1', 'a2', 'b1']);
    await leave('b1');
    expect(inside).toEqual(['a1', 'a2', 'b1']);
    await leave('a1');
    expect(inside).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  test('networks take turns: who comes alone does not wait behind a crowd', async () => {
    const { inside, enter, leave } = watch(open({ width: 1, share: 1 }));
    for (const name of ['a1', 'a2', 'a3']) void enter('a', name);
    void enter('b', 'b1');
    await leave('a1');
    await leave('a2');
    expect(inside).toEqual(['a1', 'a2', 'b1']);
    await leave('b1');
    expect(inside.at(-1)).toBe('a3');
  });

  test('a hundred at once from one network all come in, one after the other', async () => {
    const { inside, enter, leave } = watch(open({ width: 24, share: 8, line: 1_000 }));
    const coming = Array.from({ length: 100 }, (_, at) => enter('office', `${at}`));
    for (let at = 0; at < 100; at++) await leave(`${at}`);
    expect(await Promise.all(coming)).toEqual(Array(100).fill('inside'));
    expect(inside).toHaveLength(100);
  });

  test('one network cannot fill the line for others, and whoever waits too long is told so', async () => {
    const { enter } = watch(open({ width: 1, share: 1, line: 4, patience: 20 }));
    await enter('a', 'a1');
    const waiting = [enter('a', 'a2'), enter('a', 'a3')];
    expect(await enter('a', 'a4')).toBe('refused');
    waiting.push(enter('b', 'b1'));
    expect(await Promise.all(waiting)).toEqual(['refused', 'refused', 'refused']);
  });

  test('leaving twice frees one place', async () => {
    const { inside, enter, leave } = watch(open({ width: 1, share: 1 }));
    for (const name of ['a1', 'a2', 'a3']) void enter(name, name);
    await leave('a1');
    await leave('a1');
    expect(inside).toEqual(['a1', 'a2']);
  });
});
