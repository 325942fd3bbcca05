import { expect, test } from 'vitest';
import type { CommuneCoverage } from '../coverage';
import { byGroupsCovered, peersOf, rankOf, spreadOf } from './places';

const place = (slug: string, percent: number | null, more: Partial<CommuneCoverage> = {}): CommuneCoverage => ({
  communeId: slug,
  code: slug,
  slug,
  name: slug,
  kind: 'ward',
  q: 0,
  r: 0,
  level: 'sub_association',
  units: 20,
  covered: 0,
  tied: 0,
  bothUntied: 0,
  familyOnly: 0,
  pairOnly: 0,
  state: percent === null ? 'not_reported' : 'some',
  percent,
  ...more,
});

test('places with the same share have the same rank, and the next one is as far down as they are many', () => {
  const rows = [place('a', 90), place('b', 70), place('c', 70), place('d', 60), place('e', null)];
  expect(rankOf(rows, 'a')).toEqual({ rank: 1, equals: 0, among: 4 });
  expect(rankOf(rows, 'c')).toEqual({ rank: 2, equals: 1, among: 4 });
  expect(rankOf(rows, 'd')).toEqual({ rank: 4, equals: 0, among: 4 });
  expect(rankOf(rows, 'e')).toBeNull();
  expect(rankOf(rows, 'z')).toBeNull();
});

test('places like one are of its kind, report, and differ by a quarter of its units at most; the most alike first', () => {
  const rows = [
    place('own', 50),
    place('near', 40, { units: 21 }),
    place('edge', 30, { units: 25 }),
    place('beyond', 30, { units: 26 }),
    place('commune', 30, { kind: 'commune' }),
    place('silent', null),
  ];
  expect(peersOf(rows, 'own').map(({ slug }) => slug)).toEqual(['near', 'edge']);
  expect(peersOf(rows, 'nowhere')).toEqual([]);
});

test('of more than five the most alike are named, equals in Vietnamese order', () => {
  const alike = ['Đại Phước', 'An Bình', 'Ân Nghĩa', 'Bù Đăng', 'Ea H’leo', 'Dầu Giây', 'Đăk Ơ'];
  const rows = [place('own', 50), ...alike.map((name) => place(name, 40, { name, units: 21 }))];
  const named = ['An Bình', 'Ân Nghĩa', 'Bù Đăng', 'Dầu Giây', 'Đại Phước'];
  expect(peersOf(rows, 'own').map(({ name }) => name)).toEqual(named);
  const nearer = place('nearest', 40, { units: 20 });
  expect(peersOf([...rows, nearer], 'own').map(({ name }) => name)).toEqual(['nearest', ...named.slice(0, 4)]);
});

test('a small place has peers too: two units apart are not far', () => {
  const rows = [place('own', 50, { units: 3 }), place('near', 40, { units: 5 }), place('far', 40, { units: 6 })];
  expect(peersOf(rows, 'own').map(({ slug }) => slug)).toEqual(['near']);
});

test('shares are spread over ten steps; all of it stands in the last one, and the silent in none', () => {
  const steps = spreadOf([
    place('a', 0),
    place('b', 9.9),
    place('c', 10),
    place('d', 100),
    place('e', 99.9),
    place('f', null),
  ]);
  expect(steps.map(({ places }) => places)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(steps[9]).toEqual({ from: 90, to: 100, places: 2 });
});

test('sub-associations stand by the share of their groups that are covered; one without groups has none and is left out', () => {
  const row = (name: string, groupsCovered: number, groupsCount: number) => ({ name, groupsCovered, groupsCount });
  const rows = [row('Khu phố 10', 1, 2), row('Khu phố 2', 2, 4), row('Khu phố 3', 3, 3), row('Khu phố 4', 0, 0)];
  expect(byGroupsCovered(rows).map(({ name }) => name)).toEqual(['Khu phố 3', 'Khu phố 2', 'Khu phố 10']);
});
