import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTens, STEP } from '@/domain/small-count';
import { type CountedWoman, tell } from './suppression';

const kinds = { groups: ['elderly', 'remote'], communes: ['a', 'b', 'c', 'd'], topics: ['x', 'y', 'z'] };
type Women = readonly CountedWoman[];

/** Women reached in a year: in one or two communes and some topics, so many alike that counts lie around ten. */
const woman = fc.record<CountedWoman>({
  groups: fc.subarray(kinds.groups, { minLength: 1 }),
  communes: fc.subarray(kinds.communes, { minLength: 1, maxLength: 2 }),
  topics: fc.subarray(kinds.topics, { minLength: 1 }),
});
const alike = fc
  .tuple(woman, fc.integer({ min: 1, max: 30 }))
  .map(([each, count]) => Array<CountedWoman>(count).fill(each));
const year: fc.Arbitrary<Women> = fc.array(alike, { maxLength: 12 }).map((classes) => classes.flat());

const columnOf = (women: Women, column: number) => {
  const { communes, topics, total } = tell(women, kinds);
  return {
    communes: communes.map((row) => row[column]),
    topics: topics.map((row) => row[column]),
    total: total[column],
  };
};

test('whatever the communes that are not told hold, all that is told stays the same', () => {
  fc.assert(
    fc.property(year, fc.infiniteStream(fc.nat(STEP - 1)), fc.infiniteStream(woman), (women, sizes, strangers) => {
      for (const [column, group] of kinds.groups.entries()) {
        const told = columnOf(women, column);
        const hidden = kinds.communes.filter((_, row) => told.communes[row] === null);
        const isHidden = ({ groups, communes }: CountedWoman) =>
          groups.includes(group) && communes.every((each) => hidden.includes(each));
        // who was also in a commune that is told is counted there, and stays; the others make room for strangers
        const stay = women.filter((each) => !isHidden(each));
        const others = hidden.flatMap((commune) => {
          const there = stay.filter(({ groups, communes }) => groups.includes(group) && communes.includes(commune));
          const count = Math.min(sizes.next().value ?? 0, STEP - 1 - there.length);
          return Array.from({ length: count }, (): CountedWoman => {
            const { topics = [] } = strangers.next().value ?? {};
            return { groups: [group], communes: [commune], topics };
          });
        });
        expect(columnOf([...stay, ...others], column)).toEqual(told);
      }
    }),
    { numRuns: 300 },
  );
});

test('topics of a group are told entirely or not at all, so that none is left over', () => {
  fc.assert(
    fc.property(year, (women) => {
      for (const column of kinds.groups.keys())
        expect(new Set(columnOf(women, column).topics.map((count) => count === null)).size).toBe(1);
    }),
  );
});

/** Each count that is told, with the women it counts. */
function countsOf(women: Women) {
  return kinds.groups.flatMap((group, column) => {
    const { communes, topics, total } = columnOf(women, column);
    const hers = women.filter(({ groups }) => groups.includes(group));
    const whole = hers.filter((each) => each.communes.every((at) => communes[kinds.communes.indexOf(at)] !== null));
    return [
      ...kinds.communes.map((key, at) => ({
        who: hers.filter((each) => each.communes.includes(key)),
        told: communes[at],
      })),
      ...kinds.topics.map((key, at) => ({ who: whole.filter((each) => each.topics.includes(key)), told: topics[at] })),
      { who: whole, told: total },
    ].flatMap(({ who, told }) => (told ? [{ who: new Set(who), told }] : []));
  });
}

test('what is left of a count less another one within it, also of a month before, may be any of ten numbers', () => {
  fc.assert(
    fc.property(year, fc.nat(9), (classes, cut) => {
      const women = classes.map((each) => ({ ...each }));
      const monthBefore = women.filter((_, at) => at % 10 >= cut);
      const all = [...countsOf(women), ...countsOf(monthBefore)];
      for (const whole of all) {
        // what is told is the ten that the women of a row have passed, none of them twice
        expect(whole.told).toBe(inTens(whole.who.size));
        for (const part of all) {
          if (![...part.who].every((each) => whole.who.has(each))) continue;
          const most = whole.told + STEP - 1 - part.told;
          const least = Math.max(0, whole.told - (part.told + STEP - 1));
          expect(most - least + 1).toBeGreaterThanOrEqual(STEP);
        }
      }
    }),
  );
});

test('a count is told as the ten it has passed, below ten not at all; of nobody nothing is told', () => {
  expect([0, 9, 10, 19, 20, 137].map(inTens)).toEqual([null, null, 10, 10, 20, 130]);
  const { communes, topics, total } = tell([], kinds);
  expect([...communes.flat(), ...topics.flat(), ...total]).toEqual(Array(16).fill(null));
});
