import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeTile } from '../tile';
import { type ChangePlan, closing, involved, pathAbove, planInput, successors } from './change';
import { placeByRule, placeWith, rowsOf } from './placing';

const plan = (more: Partial<ChangePlan> = {}): ChangePlan => ({
  kind: 'split',
  unitId: 'x',
  from: '2026-11-01',
  decision: null,
  name: null,
  unitKind: null,
  targetId: null,
  sources: [],
  parts: [
    { id: 'a', name: 'A', code: null },
    { id: 'b', name: 'B', code: null },
  ],
  keep: false,
  declare: false,
  rule: 'first',
  placed: {},
  ...more,
});
const people = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `p${at}`, rows: [`r${at}`] }));
const placesOf = (asked: ChangePlan, count: number) =>
  [...placeByRule(asked, people(count), successors(asked)).values()].join('');

describe('placing by a rule', () => {
  test('all to the first, in equal blocks, or in turn', () => {
    expect(placesOf(plan(), 4)).toBe('aaaa');
    expect(placesOf(plan({ rule: 'in_order' }), 5)).toBe('aaabb');
    expect(placesOf(plan({ rule: 'alternate' }), 5)).toBe('ababa');
  });

  test('a single placement goes before the rule, unless it names no successor', () => {
    expect(placesOf(plan({ placed: { p1: 'b', p2: 'z' } }), 3)).toBe('aba');
  });

  test('everybody has exactly one successor, whatever the rule and however many', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.constantFrom('first', 'in_order', 'alternate'), fc.boolean(), (count, rule, keep) => {
        const asked = plan({ rule: rule as ChangePlan['rule'], keep });
        const places = placeByRule(asked, people(count), successors(asked));
        expect(places.size).toBe(count);
        for (const target of places.values()) expect(successors(asked)).toContain(target);
      }),
    );
  });

  test('things go with the first of theirs who is placed, else to the first successor', () => {
    const where = new Map([['p2', 'b']]);
    const things = [
      { id: 'm1', rows: ['1'], follows: ['p9', 'p2'] },
      { id: 'm2', rows: ['2'], follows: ['p9', null] },
    ];
    expect([...placeWith(plan(), things, where, ['a', 'b']).values()]).toEqual(['b', 'a']);
  });

  test('what stays where it is is not moved', () => {
    const places = new Map([
      ['p0', 'x'],
      ['p1', 'a'],
    ]);
    expect(rowsOf(people(2), places, 'x')).toEqual({ rows: ['r1'], targets: ['a'] });
  });
});

describe('a plan', () => {
  test('knows which units end, who takes over and which it touches', () => {
    expect(closing(plan({ kind: 'merge', sources: ['y'], targetId: 'z', parts: [] }))).toEqual(['x', 'y']);
    expect(closing(plan({ keep: true }))).toEqual([]);
    expect(successors(plan({ keep: true }))).toEqual(['x', 'a', 'b']);
    expect(involved(plan({ kind: 'merge', sources: ['y'], targetId: 'z', parts: [] }))).toEqual(['x', 'y', 'z']);
    expect(pathAbove('/1/57/1203/')).toBe('/1/57/');
  });

  test('asks for what its kind needs', () => {
    const id = '00000000-0000-7000-8000-000000000000';
    const wrong = (input: object) =>
      planInput.safeParse({ unitId: id, from: '2026-11-01', ...input }).error?.issues.map(({ path }) => path[0]);
    expect(wrong({ kind: 'rename' })).toEqual(['name']);
    expect(wrong({ kind: 'merge' })).toEqual(['targetId']);
    expect(wrong({ kind: 'split', part1: 'Một' })).toEqual(['part2']);
    expect(wrong({ kind: 'split', part1: 'Một', keep: 'on' })).toBeUndefined();
    expect(wrong({ kind: 'close' })).toBeUndefined();
    expect(wrong({ kind: 'close', occupied: 'on' })).toEqual(['targetId']);
  });
});

test('a new commune gets the nearest free tile of the map', () => {
  const around = [
    { q: 0, r: 0 },
    { q: 1, r: 0 },
    { q: 1, r: -1 },
    { q: 0, r: -1 },
    { q: -1, r: 0 },
    { q: -1, r: 1 },
  ];
  expect(freeTile([], { q: 3, r: 3 })).toEqual({ q: 3, r: 3 });
  expect(freeTile(around, { q: 0, r: 0 })).toEqual({ q: 0, r: 1 });
  expect(around).not.toContainEqual(freeTile([...around, { q: 0, r: 1 }], { q: 0, r: 0 }));
});
