import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Moves } from './snapshot';

/** Each snapshot with the transactions that matter to nobody, and how many moves are told in all. */
const told = (...snapshots: [string, ...bigint[]][]) => {
  const moves = new Moves();
  return snapshots.map(([snapshot, ...own]) => moves.at(snapshot, own));
};

test('the same snapshot is no move, and a transaction that ended is one, whenever it had begun', () => {
  expect(told(['10:10:'], ['10:10:'], ['11:11:'])).toEqual([1, 1, 2]);
  // 10 began first, was under way while 11 ended, and ended last
  expect(told(['10:11:10'], ['10:12:10'], ['12:12:'])).toEqual([1, 2, 3]);
});

test('a transaction that has begun and not ended is no move', () => {
  expect(told(['10:10:'], ['10:11:10'], ['10:12:10,11'], ['11:12:11'])).toEqual([1, 1, 1, 2]);
});

test('what jobs note of themselves is no move, what ends beside it is one', () => {
  expect(told(['10:10:'], ['11:11:', 10n], ['13:13:', 11n, 12n], ['15:15:', 13n])).toEqual([1, 1, 1, 2]);
  // it was noted, and is told of once more with the next
  expect(told(['10:12:10', 11n], ['12:12:', 11n])).toEqual([1, 2]);
});

test('an answer that was overtaken by a later one is a move, and so is the first of a server that was restored and is behind', () => {
  expect(told(['10:10:'], ['12:12:'], ['11:11:'], ['12:12:'])).toEqual([1, 2, 3, 4]);
  expect(told(['900:900:', 899n], ['40:40:'], ['40:40:'], ['41:41:', 40n], ['42:42:'])).toEqual([1, 2, 2, 2, 3]);
});

test('of interest is what had not ended at the last look', () => {
  const moves = new Moves();
  expect(moves.since).toBe(0n);
  for (const [snapshot, since] of [
    ['10:12:10', 10n],
    ['12:14:12', 12n],
    ['40:40:', 40n],
  ] as const) {
    moves.at(snapshot, []);
    expect(moves.since).toBe(since);
  }
});

test('where more ended than anybody looks through, there was a move', () => {
  const own = Array.from({ length: 6_000 }, (_, at) => BigInt(10 + at));
  expect(told(['10:10:'], ['6010:6010:', ...own])).toEqual([1, 2]);
});

test('of any order in which transactions begin and end, each end that matters is a move for who looks before and after', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.array(fc.boolean()), (steps, looks) => {
      const moves = new Moves();
      let [next, mattered] = [100n, false];
      const underWay: bigint[] = [];
      const own = new Set<bigint>();
      const look = () => moves.at(`${underWay[0] ?? next}:${next}:${underWay.join(',')}`, own);
      let before = look();
      steps.forEach((step, at) => {
        if (step < 5 || underWay.length === 0) {
          underWay.push(next++);
        } else {
          const [ended = 0n] = underWay.splice(step % underWay.length, 1);
          if (step === 9) own.add(ended);
          else mattered = true;
        }
        if (!looks[at % Math.max(1, looks.length)]) return;
        const after = look();
        expect(after > before).toBe(mattered);
        [before, mattered] = [after, false];
      });
    }),
  );
});
