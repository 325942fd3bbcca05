import { describe, expect, test } from 'vitest';
import { groupKey, typedGroups } from './typed-group';

describe('a group as a woman types it', () => {
  test('is one group in every spelling of it', () => {
    const spellings = ['Tổ 3', 'tổ 03', 'TO 3', 'to3', 'Tổ số 3', ' tổ  3. '];
    expect(new Set(spellings.map(groupKey))).toEqual(new Set([groupKey('Tổ 3')]));
    expect(groupKey('Chi hội KP5')).toBe(groupKey('Khu phố 5'));
    expect(groupKey('Tổ 3')).not.toBe(groupKey('Tổ 13'));
    expect(groupKey('Tổ 10')).not.toBe(groupKey('Tổ 1'));
  });

  const units = [
    { label: 'Khu phố 5', name: 'Khu phố 5', above: null, own: false },
    { label: 'Tổ 1', name: 'Tổ 1', above: 'Khu phố 5', own: true },
    { label: 'Tổ 1, Khu phố 6', name: 'Tổ 1', above: 'Khu phố 6', own: false },
    { label: 'Tổ 2, Khu phố 6', name: 'Tổ 2', above: 'Khu phố 6', own: false },
  ];
  const headings = (...typed: string[]) => typed.map(typedGroups(units));

  test('stands under the unit it names, in whatever order she wrote it', () => {
    expect(headings('tổ 1', 'to 1 kp6', 'Khu phố 6, tổ 2', 'kp 5', 'tổ 2')).toEqual([
      'Tổ 1',
      'Tổ 1, Khu phố 6',
      'Tổ 2, Khu phố 6',
      'Khu phố 5',
      'Tổ 2, Khu phố 6',
    ]);
  });

  test('that could be several, or none of the commune, stands as it was typed first', () => {
    const foreign = units.map((unit) => ({ ...unit, own: false }));
    expect(['Tổ 1', 'tổ 01', 'Ấp Bàu Sậy', 'ấp bàu sậy'].map(typedGroups(foreign))).toEqual([
      'Tổ 1',
      'Tổ 1',
      'Ấp Bàu Sậy',
      'Ấp Bàu Sậy',
    ]);
  });
});
