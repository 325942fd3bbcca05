import { describe, expect, test } from 'vitest';
import { holderOf, placesOf, type TickedUnit } from './ticked';

const of = (subAssociation: string, name = subAssociation): TickedUnit => ({
  id: `${subAssociation} ${name}`,
  name,
  subAssociation,
  subAssociationId: `${subAssociation} ${subAssociation}`,
});
const [five, six] = [of('Khu phố 5'), of('Khu phố 6')];
const [one, two, ten] = [of('Khu phố 5', 'Tổ 1'), of('Khu phố 5', 'Tổ 2'), of('Khu phố 5', 'Tổ 10')];

describe('units that were ticked', () => {
  test('one session for them is of the lowest unit that holds them all', () => {
    expect(holderOf('commune', [])).toBe('commune');
    expect(holderOf('commune', [two])).toBe(two.id);
    expect(holderOf('commune', [two, ten])).toBe(five.id);
    expect(holderOf('commune', [five, two])).toBe(five.id);
    expect(holderOf('commune', [two, six])).toBe('commune');
  });

  test('are read sub-association by sub-association, each with its groups, in Vietnamese order', () => {
    expect(placesOf([six, ten, two, one])).toEqual([
      { name: 'Khu phố 5', groups: ['Tổ 1', 'Tổ 2', 'Tổ 10'] },
      { name: 'Khu phố 6', groups: [] },
    ]);
  });
});
