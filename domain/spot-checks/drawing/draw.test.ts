import { describe, expect, test } from 'vitest';
import { commitmentOf, drawFrom, makeSeed } from './draw';
import { allotted, type Listed, strataOf } from './stratum';

const SEED = '00112233445566778899aabbccddeeff';

describe('a draw', () => {
  test('is what sha256sum says at any shell: printf "seed:unit" | sha256sum, the smallest first', () => {
    expect(drawFrom(SEED, ['a', 'b', 'c', 'd', 'e', 'f'], 4)).toEqual(['c', 'b', 'f', 'd']);
    expect(commitmentOf(SEED)).toBe('5947d7c33d783f94b3b4c1a96ebc8991ed28f1b069b71e03376cba8caa98a720');
  });

  test('is the same from the same seed and list, in whatever order the list stands, and another from another seed', () => {
    const list = Array.from({ length: 500 }, (_, at) => `unit-${at}`);
    const first = drawFrom(SEED, list, 25);
    expect(drawFrom(SEED, [...list].reverse(), 25)).toEqual(first);
    expect(new Set(first).size).toBe(25);
    expect(drawFrom(makeSeed(), list, 25)).not.toEqual(first);
  });

  test('favours no place in the list: each hundred has its share, over many seeds', () => {
    const list = Array.from({ length: 300 }, (_, at) => String(at));
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 300; seed++)
      for (const drawn of drawFrom(`seed ${seed}`, list, 10)) {
        const at = Math.floor(Number(drawn) / 100);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    // 1,000 expected of each, with a deviation of 26
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(104);
  });

  test('a seed is 128 bits that nobody chose', () => {
    expect(makeSeed()).toMatch(/^[0-9a-f]{32}$/);
    expect(makeSeed()).not.toBe(makeSeed());
  });
});

const unit = (unitId: string, more: Partial<Listed> = {}): Listed => ({
  unitId,
  communeCode: '1',
  ward: true,
  communeUnits: 20,
  level: 'group',
  questioned: false,
  ...more,
});

describe('strata', () => {
  test('part the list by kind and size of the commune, by level, and by whether the records raise a question', () => {
    const strata = strataOf([
      unit('a'),
      unit('b', { ward: false }),
      unit('c', { communeUnits: 100 }),
      unit('d', { level: 'sub_association' }),
      unit('e', { questioned: true }),
      unit('f', { communeUnits: 99 }),
    ]);
    expect(strata.map(({ name, units }) => [name, units.map(({ unitId }) => unitId).join()])).toEqual([
      ['commune small group plain', 'b'],
      ['ward large group plain', 'c'],
      ['ward small group plain', 'a,f'],
      ['ward small group questioned', 'e'],
      ['ward small sub_association plain', 'd'],
    ]);
  });

  test('have their share of the draw by largest remainder, two at least or all there are', () => {
    // 3 % of 1,000 is 30: 15.9, 12.9 and 1.2 units are 16, 13 and 1, which is raised to 2; one alone is one
    const sizes = [
      { name: 'commune large group plain', size: 530 },
      { name: 'commune small group plain', size: 429 },
      { name: 'ward large group plain', size: 40 },
      { name: 'ward small group plain', size: 1 },
    ];
    expect(allotted(sizes, 3).map(({ drawn }) => drawn)).toEqual([16, 13, 2, 1]);
  });

  test('with questions are drawn twice as often', () => {
    const sizes = [
      { name: 'ward large group plain', size: 400 },
      { name: 'ward large group questioned', size: 100 },
    ];
    // 30 of 500: weights 400 and 200
    expect(allotted(sizes, 6).map(({ drawn }) => drawn)).toEqual([20, 10]);
  });
});
