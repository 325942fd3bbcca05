import { describe, expect, test } from 'vitest';
import type { CommuneCoverage, MissingPart, UnitGap } from '../coverage';
import { gapsOf, inOrder, keyFigures, lackingOf, palestOf, tickedFirst } from './lacking';

const place = (name: string, more: Partial<CommuneCoverage> = {}): CommuneCoverage => ({
  communeId: name,
  code: name,
  slug: name.toLowerCase(),
  name,
  kind: 'ward',
  q: 0,
  r: 0,
  level: 'sub_association',
  units: 10,
  covered: 4,
  bothUntied: 1,
  familyOnly: 2,
  pairOnly: 1,
  state: 'some',
  percent: 40,
  tied: 4,
  ...more,
});
const silent = place('Im', { covered: 3, percent: null, state: 'not_reported' });
const zero = place('An', { covered: 0, tied: 0, bothUntied: 0, familyOnly: 0, pairOnly: 0, percent: 0, state: 'zero' });
const full = place('Bo', { covered: 10, tied: 10, bothUntied: 0, familyOnly: 0, pairOnly: 0, percent: 100 });

describe('what units lack', () => {
  test('each part is counted where it is missing: of ten, four tied, one untied, two with a family, one with a pair', () => {
    const of = place('Tri');
    expect((['any', 'family', 'pair', 'tie'] as const).map((part) => lackingOf(of, part))).toEqual([6, 3, 4, 1]);
  });

  test('of a silent place nobody knows', () => {
    expect(lackingOf(silent, 'any')).toBeNull();
  });

  test('the figures over a view are of places that report, say how many of them are all done, and count those that do not', () => {
    expect(keyFigures([place('Tri'), silent, zero, full], 'any')).toEqual({
      percent: 46.7,
      lacking: 16,
      atFull: 1,
      known: 3,
      silent: 1,
      atZero: 1,
    });
    expect(keyFigures([silent], 'any')).toMatchObject({ percent: null, lacking: null, atFull: 0, silent: 1 });
  });
});

describe('which units are ticked beforehand', () => {
  const gap = (unitId: string, missing: MissingPart[], level: UnitGap['level'] = 'sub_association'): UnitGap => ({
    unitId,
    level,
    name: unitId,
    subAssociationId: null,
    parentName: null,
    missing,
    because: [],
    remedy: { deed: 'found' },
    mayTrain: true,
  });

  test('those that lack most; where all lack the same, all of them, and never more than twelve', () => {
    expect(tickedFirst([gap('a', ['family']), gap('b', ['family', 'pair'])])).toEqual(['b']);
    expect(tickedFirst([gap('a', ['family']), gap('b', ['pair'])])).toEqual(['a', 'b']);
    expect(tickedFirst(Array.from({ length: 30 }, (_, at) => gap(`${at}`, ['tie'])))).toHaveLength(12);
    expect(tickedFirst([])).toEqual([]);
  });

  test('gaps are of the level and of the part that is asked for', () => {
    const gaps = [gap('a', ['family']), gap('b', ['pair']), gap('c', ['pair'], 'group')];
    const ids = (level: UnitGap['level'], lacking: 'any' | 'pair') =>
      gapsOf(gaps, { level, lacking }).map(({ unitId }) => unitId);
    expect(ids('sub_association', 'any')).toEqual(['a', 'b']);
    expect(ids('sub_association', 'pair')).toEqual(['b']);
    expect(ids('group', 'any')).toEqual(['c']);
  });
});

describe('the order of places', () => {
  const facts = { lacking: 'any', pointsOf: () => null, sessionsOf: () => 0 } as const;
  const names = (order: 'name' | 'lacking' | 'percent', upward: boolean) =>
    inOrder([place('Tri'), silent, zero, full], { order, upward }, facts).map(({ name }) => name);

  test('by what is missing, by share and by name, both ways; what is not known stands last either way', () => {
    expect(names('lacking', false)).toEqual(['An', 'Tri', 'Bo', 'Im']);
    expect(names('lacking', true)).toEqual(['Bo', 'Tri', 'An', 'Im']);
    expect(names('percent', false)).toEqual(['Bo', 'Tri', 'An', 'Im']);
    expect(names('name', true)).toEqual(['An', 'Bo', 'Im', 'Tri']);
    expect(names('name', false)).toEqual(['Tri', 'Im', 'Bo', 'An']);
  });

  test('the palest is the lowest share that is known, of equals the one that lacks most; where all is done there is none', () => {
    expect(
      palestOf([place('Tri'), silent, zero, place('Xa', { units: 30, covered: 0, percent: 0, state: 'zero' })])?.name,
    ).toBe('Xa');
    expect(palestOf([silent, full])).toBeUndefined();
  });
});
