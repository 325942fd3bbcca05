import { describe, expect, test } from 'vitest';
import { neighboursOf } from '@/domain/units/neighbour';
import { assignVisitors, type Official } from './visitors';

const official = (accountId: string, ...communes: string[]): Official => ({
  accountId,
  communes,
  ownCommunes: communes,
});
const places = (...codes: string[]) =>
  codes.map((communeCode, at) => ({ unitId: `${communeCode} ${at}`, communeCode }));
const beside = (borders: Record<string, string[]>) => (code: string) => borders[code] ?? [];
const loadsOf = (visitors: Map<string, string | null>) => {
  const loads: Record<string, number> = {};
  for (const each of visitors.values()) if (each) loads[each] = (loads[each] ?? 0) + 1;
  return loads;
};

describe('whoever visits', () => {
  test('is an official of a commune that borders, and never one with a role in the commune itself', () => {
    const border = beside({ a: ['b'], b: ['a'] });
    const both: Official = { accountId: 'both', communes: ['b'], ownCommunes: ['a', 'b'] };
    const found = assignVisitors(places('a', 'b'), [official('of a', 'a'), both], border);
    // the one official of b has a role in a too
    expect([...found.values()]).toEqual([null, 'of a']);
  });

  test('is nobody where no neighbour has an official: that falls to the province', () => {
    expect([...assignVisitors(places('a', 'c'), [official('of b', 'b')], beside({ a: ['b'] })).values()]).toEqual([
      'of b',
      null,
    ]);
  });

  test('has no more than one visit more than another who could take it', () => {
    const border = beside({ a: ['b', 'c', 'd'] });
    const officials = ['b', 'c', 'd'].map((code) => official(code, code));
    const loads = loadsOf(assignVisitors(places(...Array(10).fill('a')), officials, border));
    expect(Object.values(loads).sort()).toEqual([3, 3, 4]);
  });

  test('takes what only she can take before what others can', () => {
    // b alone borders e; c and b border a
    const border = beside({ a: ['b', 'c'], e: ['b'] });
    const officials = [official('b', 'b'), official('c', 'c')];
    const found = assignVisitors(places('a', 'a', 'e', 'e'), officials, border);
    expect(loadsOf(found)).toEqual({ b: 2, c: 2 });
  });

  test('is passed on to whoever has two fewer, though both had as few when it was given', () => {
    // two that y alone can take, one that a or x can, one that a or y can: a would have two and x none
    const border = beside({ p: ['y'], q: ['a', 'x'], r: ['a', 'y'] });
    const officials = ['a', 'x', 'y'].map((code) => official(code, code));
    const found = assignVisitors(places('p', 'p', 'q', 'r'), officials, border);
    expect(loadsOf(found)).toEqual({ a: 1, x: 1, y: 2 });
  });

  test('over the real borders: never her own commune, each a neighbour, loads within three of each other', () => {
    const codes = neighbourCodes();
    const drawn = places(...codes.flatMap((code) => [code, code]));
    const found = assignVisitors(
      drawn,
      codes.map((code) => official(`of ${code}`, code)),
      neighboursOf,
    );
    for (const { unitId, communeCode } of drawn)
      expect(neighboursOf(communeCode).map((code) => `of ${code}`)).toContain(found.get(unitId));
    const loads = codes.map((code) => loadsOf(found)[`of ${code}`] ?? 0);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(3);
  });
});

/** Every commune with a border: from one, all that lie beyond. */
function neighbourCodes(): string[] {
  const known = new Set(['26368']);
  for (const code of known) for (const next of neighboursOf(code)) known.add(next);
  return [...known].sort();
}
