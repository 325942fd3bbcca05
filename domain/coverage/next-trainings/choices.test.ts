import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hall, hallBeside, hallFor } from './hall-choice';
import { offerUnits, type UnmetUnit } from './unit-choice';

const unit = (subAssociation: string, name: string, over: Partial<UnmetUnit> = {}): UnmetUnit => ({
  id: `${subAssociation} ${name}`,
  name,
  level: name === subAssociation ? 'sub_association' : 'group',
  subAssociation,
  subAssociationId: subAssociation,
  missing: ['family', 'pair'],
  because: [],
  ...over,
});
const groupsOf = (subAssociation: string, count: number) =>
  Array.from({ length: count }, (_, at) => unit(subAssociation, `Tổ ${at + 1}`));
const ticked = (units: UnmetUnit[], soon: string[] = []) =>
  offerUnits(units, { soon }).flatMap((each) => (each.ticked ? [each.id] : []));

describe('the units that are ticked', () => {
  test('fill a class, beginning where most have to learn, a sub-association before its groups', () => {
    const units = [
      ...groupsOf('Khu phố 5', 2),
      ...groupsOf('Khu phố 10', 5),
      unit('Khu phố 10', 'Khu phố 10'),
      ...groupsOf('Khu phố 2', 2),
    ];
    expect(ticked(units)).toEqual([
      'Khu phố 10 Khu phố 10',
      ...[1, 2, 3, 4, 5].map((no) => `Khu phố 10 Tổ ${no}`),
      'Khu phố 2 Tổ 1',
      'Khu phố 2 Tổ 2',
    ]);
  });

  test('are none that only have to tie a pair, or to activate a family that is planned or paused', () => {
    const atDesk = [
      unit('A', 'Tổ 1', { missing: ['tie'] }),
      unit('A', 'Tổ 2', { missing: ['family'], because: ['family_planned'] }),
      unit('A', 'Tổ 3', { missing: ['family'], because: ['family_paused'] }),
    ];
    expect(ticked(atDesk)).toEqual([]);
    expect(offerUnits(atDesk).map(({ atDesk: is }) => is)).toEqual([true, true, true]);
    expect(
      ticked([
        unit('A', 'Tổ 4', { missing: ['family'], because: ['family_ended'] }),
        unit('A', 'Tổ 5', { missing: ['family', 'pair'], because: ['family_planned'] }),
      ]),
    ).toHaveLength(2);
  });

  test('are none of a sub-association that has the same course soon', () => {
    expect(ticked([...groupsOf('A', 3), ...groupsOf('B', 1)], ['A'])).toEqual(['B Tổ 1']);
  });

  test('are first those of which more were covered after classes before', () => {
    const units = [...groupsOf('A', 9).map((each) => ({ ...each, missing: ['pair' as const] })), ...groupsOf('B', 3)];
    const worth = (_unit: UnmetUnit, lack: string) => (lack === 'both' ? 300 : 0);
    const first = offerUnits(units, { worth }).flatMap((each) => (each.ticked ? [each.subAssociation] : []));
    expect(first).toEqual(['B', 'B', 'B', 'A', 'A', 'A', 'A', 'A']);
  });

  test('are the same in whatever order units come', () => {
    const units = [...groupsOf('A', 7), ...groupsOf('B', 7), unit('B', 'B')];
    const expected = offerUnits(units);
    fc.assert(
      fc.property(fc.shuffledSubarray(units, { minLength: units.length }), (shuffled) => {
        expect(offerUnits(shuffled)).toEqual(expected);
      }),
    );
  });
});

describe('the hall', () => {
  const hall = (name: string, seats: number | null, over: Partial<Hall> = {}): Hall => ({
    id: name,
    unitId: 'commune',
    name,
    seats,
    stepFree: true,
    ...over,
  });
  const chosen = (...halls: Hall[]) => hallFor(halls, 40, ['commune', 'A'])?.name ?? null;
  test('is large enough, then step-free, then near, then the smallest', () => {
    expect(chosen(hall('nhỏ', 30), hall('lớn', 120, { stepFree: false, unitId: 'B' }))).toBe('lớn');
    expect(chosen(hall('bậc', 40, { stepFree: false }), hall('phẳng', 120, { unitId: 'B' }))).toBe('phẳng');
    expect(chosen(hall('xa', 40, { unitId: 'B' }), hall('gần', 120, { unitId: 'A' }))).toBe('gần');
    expect(chosen(hall('to', 120), hall('vừa', 50))).toBe('vừa');
  });

  test('over the border is looked for along the longest one first, and only where there is some', () => {
    const beside = (name: string, seats: number) => ({ ...hall(name, seats), commune: 'Giáp ranh' });
    const halls = new Map([
      ['25363', [beside('ngắn', 200)]],
      ['25210', [beside('nhỏ', 30), beside('dài', 60)]],
      ['25225', [beside('nơi khác', 300)]],
    ]);
    expect(hallBeside('25195', halls, 40)?.name).toBe('dài');
    expect(hallBeside('25195', new Map([['25225', [beside('nơi khác', 300)]]]), 40)).toBeNull();
    expect(hallBeside('', halls, 40)).toBeNull();
  });

  test('is the largest where all are too small, and none where there is none', () => {
    expect(chosen(hall('hai mươi', 20), hall('ba mươi', 30), hall('không rõ', null))).toBe('ba mươi');
    expect(chosen()).toBeNull();
  });
});
