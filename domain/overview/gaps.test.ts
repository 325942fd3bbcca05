import { describe, expect, test } from 'vitest';
import { type CommuneCoverage, type MissingPart, totalOf, type UnitGap } from '@/domain/coverage/coverage';
import { type MatrixRow, type MatrixUnit, unitsOf } from '@/domain/coverage/matrix/matrix';
import { countLacking } from '@/domain/coverage/matrix/matrix-view';
import { gapsFirst } from './gap-order';
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
  return { ...place, level, units, covered, tied: covered, bothUntied, familyOnly, pairOnly, state, percent };
};
const silent = (name: string) => ({
  ...commune(name, 'sub_association', [9, 4]),
  state: 'not_reported' as const,
  percent: null,
});

describe('gaps of a commune', () => {
  test('each unit stands under everything that it lacks, as often as the matrix lists it that is narrowed by that', () => {
    const gaps = [
      gap('Khu phố 7', ['family', 'pair']),
      gap('Khu phố 8', ['pair']),
      gap('Tổ 1', ['tie'], 'Khu phố 5'),
      gap('Tổ 2', ['family'], 'Khu phố 5', ['family_planned']),
    ];
    const found = gapsByPart(gaps);
    expect(found.map(({ part, count }) => [part, count])).toEqual([
      ['tie', 1],
      ['pair', 2],
      ['family', 2],
    ]);
    expect(found[2]).toMatchObject({ subAssociations: ['Khu phố 7'], idle: 1, only: null });
    expect(found[0]?.only).toBe(gaps[2]);
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

describe('rows of a commune', () => {
  const unit = (name: string, missing: MissingPart[], parent: string | null = null): MatrixUnit => ({
    unitId: `${name} ${parent}`,
    level: parent ? 'group' : 'sub_association',
    name,
    parentName: parent,
    family: missing.includes('family') ? 'none' : 'active',
    pair: missing.includes('pair') ? 'none' : 'active',
    bare: null,
    covered: missing.length === 0,
    tied: missing.length === 0,
    gap: missing.length === 0 ? null : gap(name, missing, parent),
    demo: false,
  });
  const row = (name: string, missing: MissingPart[], ...groups: MissingPart[][]): MatrixRow => ({
    ...unit(name, missing),
    recognition: 'none',
    recognise: null,
    groups: groups.map((each, at) => unit(`Tổ ${at + 1}`, each, name)),
    groupsCount: groups.length,
    groupsCovered: groups.filter((each) => each.length === 0).length,
  });
  const rows = [
    row('Khu phố 1', []),
    row('Khu phố 2', [], ['tie'], ['family', 'pair']),
    row('Khu phố 3', ['pair'], []),
  ];

  test('what a task counts is what its list counts', () => {
    const gaps = unitsOf(rows).flatMap(({ gap: each }) => each ?? []);
    const listed = countLacking(rows);
    expect(gapsByPart(gaps).map(({ part, count }) => [part, count])).toEqual([
      ['tie', listed.tie],
      ['pair', listed.pair],
      ['family', listed.family],
    ]);
  });

  test('those that lack something stand first, then those whose groups do, and the others as they stood', () => {
    expect(gapsFirst(rows).map(({ name }) => name)).toEqual(['Khu phố 3', 'Khu phố 2', 'Khu phố 1']);
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

  test('both levels of those that report are counted as their total counts them, with the one that has most', () => {
    const found = gapsOfCommunes(rows, 'tied');
    expect(found.map(({ part, count, most }) => [part, count, most.name])).toEqual([
      ['tie', 7, 'Bình Phước'],
      ['pair', 9, 'An Lộc'],
      ['family', 6, 'An Lộc'],
    ]);
    const { units, covered, bothUntied, familyOnly, pairOnly } = totalOf(rows);
    const whole = units - covered - bothUntied;
    expect(found.map(({ count }) => count)).toEqual([bothUntied, whole - pairOnly, whole - familyOnly]);
  });

  test('what is missing follows the reading: where both are enough no tie is missing, and what counts is not taken away twice', () => {
    // of ten units six have both, three of them tied, two a family only and one a pair only
    const row = { ...commune('An Lộc', 'sub_association', [10, 6, 3, 2, 1]), tied: 3 };
    const told = (reading: 'both' | 'family' | 'pair') =>
      gapsOfCommunes([row], reading).map(({ part, count }) => [part, count]);
    expect(told('both')).toEqual([
      ['pair', 3],
      ['family', 2],
    ]);
    expect(told('family')).toEqual([['family', 2]]);
    expect(told('pair')).toEqual([['pair', 3]]);
  });

  test('a silent commune is told apart and stands among those with furthest to go never, nor does a finished one', () => {
    expect(silentOf(rows).map(({ name }) => name)).toEqual(['Tân Lợi']);
    const level = rows.filter((row) => row.level === 'sub_association');
    expect(furthestOf(level, 8).map(({ name }) => name)).toEqual(['An Lộc']);
    expect(furthestOf(rows, 1).map(({ name, level: of }) => [name, of])).toEqual([['An Lộc', 'sub_association']]);
  });
});
