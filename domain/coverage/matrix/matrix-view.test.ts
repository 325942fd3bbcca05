import { describe, expect, test } from 'vitest';
import type { CoverageLevel, MissingPart } from '../coverage';
import { chosenOf } from './chosen';
import type { MatrixRow, MatrixUnit } from './matrix';
import { countLacking, narrowed, sorted } from './matrix-view';

const unit = (level: CoverageLevel, name: string, missing: MissingPart[]): MatrixUnit => ({
  unitId: name,
  level,
  name,
  parentName: null,
  family: missing.includes('family') ? 'none' : 'active',
  pair: missing.includes('pair') ? 'none' : 'active',
  tied: missing.length === 0,
  covered: missing.length === 0,
  gap:
    missing.length === 0
      ? null
      : {
          unitId: name,
          level,
          name,
          subAssociationId: null,
          parentName: null,
          missing,
          because: [],
          remedy: null,
          mayTrain: false,
        },
  bare: null,
  demo: false,
});
const row = (name: string, missing: MissingPart[], groups: MatrixUnit[], recognised = false): MatrixRow => ({
  ...unit('sub_association', name, missing),
  recognition: recognised ? 'active' : 'none',
  recognise: null,
  groups,
  groupsCount: groups.length,
  groupsCovered: groups.filter(({ covered }) => covered).length,
});

const one = row('Khu phố 1', ['tie'], [unit('group', 'Tổ 1', []), unit('group', 'Tổ 2', ['family', 'pair'])]);
const two = row('Khu phố 2', [], [unit('group', 'Tổ 3', [])], true);
const ten = row('Khu phố 10', ['family'], []);
const rows = [one, two, ten];
const shown = (lack: Parameters<typeof narrowed>[1]) =>
  narrowed(rows, lack).map(({ name, groups }) => [name, ...groups.map((group) => group.name)]);

describe('a matrix narrowed by what is missing', () => {
  test('keeps the rows that lack it or whose groups do, and of their groups those', () => {
    expect(shown('family')).toEqual([['Khu phố 1', 'Tổ 2'], ['Khu phố 10']]);
    expect(shown('tie')).toEqual([['Khu phố 1']]);
    expect(shown('pair')).toEqual([['Khu phố 1', 'Tổ 2']]);
    expect(shown('nothing')).toEqual([
      ['Khu phố 1', 'Tổ 1'],
      ['Khu phố 2', 'Tổ 3'],
    ]);
  });

  test('by recognition keeps sub-associations alone, with all of their groups; without a word everything', () => {
    expect(shown('recognition')).toEqual([['Khu phố 1', 'Tổ 1', 'Tổ 2'], ['Khu phố 10']]);
    expect(narrowed(rows, undefined)).toEqual(rows);
  });

  test('offers of a gap the deed for what one came for: a pair before there is a family, where pairs are looked for', () => {
    const found = { deed: 'found' } as const;
    const gapOf = (missing: MissingPart[]) => {
      const { gap, ...rest } = unit('group', missing.join(), missing);
      return { ...rest, gap: gap && { ...gap, remedy: found } };
    };
    const place = row('Khu phố 3', ['family'], [gapOf(['family', 'pair']), gapOf(['family'])]);
    const deedsOf = (lack: Parameters<typeof narrowed>[1]) =>
      narrowed([place], lack)[0]?.groups.map(({ gap }) => gap?.remedy);
    expect(deedsOf('pair')).toEqual([{ deed: 'pair-up', modelId: null }]);
    expect(deedsOf('family')).toEqual([found, found]);
    expect(deedsOf(undefined)).toEqual([found, found]);
  });

  test('is counted as it is narrowed, unit by unit, and still says of how many groups', () => {
    expect(countLacking(rows)).toEqual({ family: 2, pair: 1, tie: 1, households: 0, recognition: 2, nothing: 3 });
    expect(narrowed(rows, 'pair')[0]).toMatchObject({ groupsCount: 2, groupsCovered: 1 });
  });
});

test('it stands by name, or with most missing first and then by name', () => {
  const names = (sort: 'name' | 'missing') => sorted([ten, two, one], sort).map(({ name }) => name);
  expect(names('name')).toEqual(['Khu phố 1', 'Khu phố 2', 'Khu phố 10']);
  expect(names('missing')).toEqual(['Khu phố 1', 'Khu phố 10', 'Khu phố 2']);
});

test('ticked are units of the matrix alone, in its order', () => {
  expect(chosenOf(rows, ['Tổ 3', 'x', 'Khu phố 1']).map(({ name }) => name)).toEqual(['Khu phố 1', 'Tổ 3']);
  expect(chosenOf(rows, [])).toEqual([]);
});
