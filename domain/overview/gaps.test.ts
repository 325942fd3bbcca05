import { describe, expect, test } from 'vitest';
import { type CommuneCoverage, type MissingPart, totalOf, type UnitGap } from '@/domain/coverage/coverage';
import { furthestOf, gapsByPart, gapsOfCommunes, silentOf } from './gaps';

const gap = (
  name: string,
  missing: MissingPart[],
  parentName: string | null = null,
  because: string[] = [],
): UnitGap => ({
  unitId: `${name} ${parentName}`,
  level: parentName ? 'group' : 'sub_association',
  name,
  subAssociationId: parentName,
  parentName,
  missing,
  because,
  remedy: null,
  mayTrain: false,
});

const commune = (name: string, level: CommuneCoverage['level'], counts: number[], state = 'some' as const) => {
  const [units = 0, covered = 0, bothUntied = 0, familyOnly = 0, pairOnly = 0] = counts;
  const place = { communeId: name, code: name, slug: name, name, kind: 'ward', q: 0, r: 0 };
  const percent = units === 0 ? null : (100 * covered) / units;
  return { ...place, level, units, covered, bothUntied, familyOnly, pairOnly, state, percent };
};
const silent = (name: string) => ({
  ...commune(name, 'sub_association', [9, 4]),
  state: 'not_reported' as const,
  percent: null,
});

describe('gaps of a commune', () => {
  test('each unit stands under the first thing that it lacks, so that the parts come to all of them', () => {
    const gaps = [
      gap('Khu phố 7', ['family', 'pair']),
      gap('Khu phố 8', ['pair']),
      gap('Tổ 1', ['tie'], 'Khu phố 5'),
      gap('Tổ 2', ['family'], 'Khu phố 5', ['family_planned']),
    ];
    const found = gapsByPart(gaps);
    expect(found.map(({ part, count }) => [part, count])).toEqual([
      ['tie', 1],
      ['pair', 1],
      ['family', 2],
    ]);
    expect(found[2]).toMatchObject({ subAssociations: ['Khu phố 7'], idle: 1, only: null });
    expect(found[1]?.only).toBe(gaps[1]);
    expect(gapsByPart([])).toEqual([]);
  });

  test('where groups lie in several sub-associations, the one with most of them is named; of two the first by name', () => {
    const one = gap('Tổ 1', ['family'], 'Khu phố 2');
    const other = gap('Tổ 1', ['family'], 'Khu phố 10');
    expect(gapsByPart([other, one])[0]?.most).toEqual({ name: 'Khu phố 2', count: 1 });
    expect(gapsByPart([one, other, gap('Tổ 2', ['family'], 'Khu phố 10')])[0]?.most).toEqual({
      name: 'Khu phố 10',
      count: 2,
    });
    expect(gapsByPart([one])[0]?.most).toBeNull();
  });
});

describe('gaps of many communes', () => {
  const rows = [
    commune('An Lộc', 'sub_association', [10, 2, 1, 3, 2]),
    commune('Bình Phước', 'sub_association', [4, 4]),
    commune('An Lộc', 'group', [5, 1, 2, 0, 0]),
    commune('Bình Phước', 'group', [9, 3, 4, 2, 0]),
    silent('Tân Lợi'),
  ];

  test('both levels of those that report are counted, and come to what their total lacks', () => {
    const found = gapsOfCommunes(rows);
    expect(found.map(({ part, count, most }) => [part, count, most.name])).toEqual([
      ['tie', 7, 'Bình Phước'],
      ['pair', 5, 'An Lộc'],
      ['family', 6, 'An Lộc'],
    ]);
    const total = totalOf(rows);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(total.units - total.covered);
  });

  test('a silent commune is told apart and stands among those with furthest to go never, nor does a finished one', () => {
    expect(silentOf(rows).map(({ name }) => name)).toEqual(['Tân Lợi']);
    const level = rows.filter((row) => row.level === 'sub_association');
    expect(furthestOf(level, 8).map(({ name }) => name)).toEqual(['An Lộc']);
    expect(furthestOf(rows, 1).map(({ name, level: of }) => [name, of])).toEqual([['An Lộc', 'sub_association']]);
  });
});
