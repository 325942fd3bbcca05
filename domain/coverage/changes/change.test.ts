import { expect, test } from 'vitest';
import type { CommuneCoverage } from '../coverage';
import { changeOf, changesOf, lastMonthOf, mostMoved, sinceLastMonth } from './change';

const place = (name: string, covered: number, percent: number | null): CommuneCoverage => ({
  communeId: name,
  code: name,
  slug: name,
  name,
  kind: 'ward',
  q: 0,
  r: 0,
  level: 'group',
  units: 40,
  covered,
  tied: covered,
  bothUntied: 0,
  familyOnly: 0,
  pairOnly: 0,
  state: percent === null ? 'not_reported' : 'some',
  percent,
});

test('a share goes up or down by points with one decimal, and stays the same by none', () => {
  expect(changeOf({ percent: 42.5, covered: 17 }, { percent: 40.2, covered: 16 })).toEqual({
    way: 'up',
    points: 2.3,
    covered: 1,
  });
  expect(changeOf({ percent: 40, covered: 16 }, { percent: 42.5, covered: 17 })).toMatchObject({
    way: 'down',
    points: -2.5,
  });
  expect(changeOf({ percent: 40, covered: 16 }, { percent: 40, covered: 16 })).toMatchObject({
    way: 'same',
    points: 0,
  });
});

test('to begin to report is no rise from zero, and to fall silent no fall to it', () => {
  expect(changeOf({ percent: 40, covered: 16 }, { percent: null, covered: 0 })).toMatchObject({
    way: 'began',
    points: null,
  });
  expect(changeOf({ percent: 40, covered: 16 }, undefined)).toMatchObject({ way: 'began', points: null });
  expect(changeOf({ percent: null, covered: 0 }, { percent: 40, covered: 16 })).toMatchObject({
    way: 'fell-silent',
    points: null,
  });
  expect(changeOf({ percent: null, covered: 0 }, undefined)).toMatchObject({ way: 'unknown', points: null });
});

test('the change of all is that of sum ÷ sum, and says how many began to report in between', () => {
  const changes = changesOf([place('a', 20, 50), place('b', 10, 25)], [place('a', 10, 25), place('b', 0, null)]);
  expect(changes.total).toEqual({ way: 'up', points: 12.5, covered: 20 });
  expect(changes.began).toBe(1);
  expect(changes.of.get('a')).toMatchObject({ points: 25 });
});

test('those that moved most stand first, whichever way; those that did not are left out', () => {
  const rows = [place('a', 20, 50), place('b', 10, 25), place('c', 4, 10), place('d', 10, 25)];
  const before = [place('a', 18, 45), place('b', 16, 40), place('c', 4, 10), place('d', 0, null)];
  expect(mostMoved(rows, changesOf(rows, before)).map(({ name }) => name)).toEqual(['b', 'a']);
});

test('since last month is since its last day, and before the campaign there is none', () => {
  expect(lastMonthOf('2026-11-28')).toBe('2026-10-31');
  expect(lastMonthOf('2026-03-01')).toBe('2026-02-28');
  expect(lastMonthOf('2025-08-20')).toBeNull();
});

test('since the month before is told of places of one level, and of none in the first month with figures', () => {
  const before = [place('a', 10, 25), { ...place('a', 4, 10), level: 'sub_association' as const }];
  const since = sinceLastMonth('2026-11-24', [place('a', 20, 50), place('b', 0, null)], before);
  expect(since?.day).toBe('2026-10-31');
  expect(since?.changes.of.get('a')).toMatchObject({ way: 'up', points: 25 });
  expect(since?.changes.of.get('b')).toMatchObject({ way: 'unknown', points: null });
  expect(sinceLastMonth('2025-08-20', [place('a', 20, 50)], null)).toBeNull();
});
