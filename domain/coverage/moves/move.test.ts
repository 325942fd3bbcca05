import { expect, test } from 'vitest';
import { coveredBefore, movesBetween, movesOfText, stillHolds, textOfMoves } from './move';

const [one, two, three] = ['one', 'two', 'three'];
const at = (unitId: string, covered: boolean, turns: '2026-12-09' | null = null) => ({ unitId, covered, turns });

test('moved is what stands otherwise after a deed than before it: gained, lost, or turned by another day', () => {
  const before = [at(one, false), at(two, true), at(three, true)];
  expect(movesBetween(before, before)).toEqual([]);
  expect(movesBetween(before, [at(one, true), at(two, false), at(three, true, '2026-12-09')])).toEqual([
    { unitId: one, way: 'gained' },
    { unitId: two, way: 'lost' },
    { unitId: three, way: 'later' },
  ]);
  // where one stood before is not known of what was not asked for
  expect(movesBetween([], before)).toEqual([]);
});

test('an address says what was moved in as many letters as it takes, and nothing where it is too much', () => {
  const moves = movesBetween([at(one, false), at(two, true)], [at(one, true), at(two, true, '2026-12-09')]);
  expect(movesOfText(textOfMoves(moves) ?? '')).toEqual(moves);
  expect(movesOfText('')).toEqual([]);
  expect(textOfMoves(Array.from({ length: 25 }, () => ({ unitId: one, way: 'lost' as const })))).toBe(null);
});

test('a move is told while the unit stands as the deed left it', () => {
  expect(stillHolds({ way: 'gained', covered: true })).toBe(true);
  expect(stillHolds({ way: 'gained', covered: false })).toBe(false);
  expect(stillHolds({ way: 'lost', covered: true })).toBe(false);
  expect(stillHolds({ way: 'later', covered: true })).toBe(true);
});

test('the figure before is that of now without what the deed moved in that commune on that level', () => {
  const unit = (way: 'gained' | 'lost' | 'later', level: 'group' | 'sub_association', id: string) => ({
    way,
    level,
    commune: { id },
  });
  const moved = [
    unit('lost', 'group', 'here'),
    unit('lost', 'group', 'here'),
    unit('later', 'group', 'here'),
    unit('gained', 'sub_association', 'here'),
    unit('lost', 'group', 'there'),
  ];
  expect(coveredBefore(75, 'here', 'group', moved)).toBe(77);
  expect(coveredBefore(9, 'here', 'sub_association', moved)).toBe(8);
  expect(coveredBefore(9, 'there', 'sub_association', moved)).toBe(9);
});
