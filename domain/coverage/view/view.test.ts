import { afterEach, expect, test, vi } from 'vitest';
import { today } from '@/domain/days/day';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { coverageLevels } from '../coverage';
import { COMPARED_MAX, orderedBy, readView, UNFOLDED_MAX, unfolding, viewQuery } from './view';

const whole = {
  indicator: 'coverage_group',
  on: '2026-09-30',
  with: '2026-08-31',
  kind: 'ward',
  lacking: 'pair',
  place: 'tri-an',
  places: 'long-hung,trang-dai',
  unfolded: 'tri-an',
  sort: 'percent',
  turned: '1',
  years: '3',
};

test('an address carries the whole view: what is read from it is written again as it was', () => {
  expect(viewQuery(readView(whole))).toEqual(whole);
});

afterEach(() => vi.useRealTimers());

test('and it opens the same next year', () => {
  const view = readView(whole);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(Date.now() + 366 * 24 * 60 * 60 * 1000));
  expect(readView(whole)).toEqual(view);
  expect(readView(viewQuery(view))).toEqual(view);
});

test('what is meant anyway is not said, and a day stands in links only where it was asked for', () => {
  expect(viewQuery(readView({}))).toEqual({});
  expect(viewQuery(readView({ level: 'sub_association', lacking: 'any', sort: 'lacking' }))).toEqual({});
  const day = today();
  expect(viewQuery(readView({ on: day }))).toEqual({ indicator: 'coverage_sub_association', on: day });
});

test('an address names the indicator of its level by the code that its definition has, and one of before, which names the level, opens the same', () => {
  for (const level of coverageLevels) {
    expect(readView({ indicator: coverageIndicator(level) })).toEqual(readView({ level }));
  }
  expect(viewQuery(readView({ level: 'group' }))).toEqual({ indicator: 'coverage_group' });
  expect(readView({ indicator: 'sessions_held', level: 'group' }).level).toBe('group');
});

test('places of the table unfold one beside the other and fold again; of too many the oldest makes room', () => {
  const slugs = Array.from({ length: UNFOLDED_MAX }, (_, at) => `xa-${at}`);
  const full = slugs.reduce(unfolding, readView({}));
  expect(viewQuery(full)).toEqual({ unfolded: slugs.join(',') });
  expect(unfolding(full, 'xa-1').unfolded).toEqual(slugs.filter((slug) => slug !== 'xa-1'));
  expect(unfolding(full, 'an').unfolded).toEqual([...slugs.slice(1), 'an']);
  expect(readView({ unfolded: [...slugs, 'an', '../x'] }).unfolded).toEqual(slugs);
  // once the last one is folded the table is still as open as it was
  const none = unfolding(readView({ unfolded: 'an' }), 'an');
  expect(viewQuery(none)).toEqual({ unfolded: '' });
  expect([readView(viewQuery(none)).unfolded, readView({}).unfolded]).toEqual([[], null]);
});

test('whatever an address says that is not there is as if it were not said', () => {
  const read = readView({
    indicator: 'coverage_hamlet',
    level: 'hamlet',
    kind: 'city',
    lacking: 'money',
    place: '../x',
    sort: 'luck',
    years: '2',
    with: 'gestern',
  });
  expect(viewQuery(read)).toEqual({});
  expect(read).toMatchObject({ level: 'sub_association', kind: null, lacking: 'any', place: null, order: 'lacking' });
});

test('a day is compared with another one that has figures, never with itself', () => {
  expect(readView({ on: '2026-09-30', with: '2026-09-30' }).earlier).toBeNull();
  expect(readView({ on: '2026-09-30', with: '2020-01-01' }).earlier).toBeNull();
  expect(readView({ on: '2026-09-30', with: '31/08/2026' }).earlier).toBe('2026-08-31');
});

test('places side by side are few, and each stands once', () => {
  const slugs = Array.from({ length: 9 }, (_, at) => `place-${at}`);
  expect(readView({ places: ['place-0', slugs.join(',')] }).places).toEqual(slugs.slice(0, COMPARED_MAX));
});

test('a column is turned round by asking for it again; names begin at A, figures with the most', () => {
  const first = orderedBy(readView({}), 'name');
  expect(first).toMatchObject({ order: 'name', upward: true });
  expect(orderedBy(first, 'name')).toMatchObject({ order: 'name', upward: false });
  expect(orderedBy(first, 'percent')).toMatchObject({ order: 'percent', upward: false });
});

test('places that were ticked stand side by side with those that do already, as many as can be compared, and the address names them as such', () => {
  const view = readView({ places: 'an,binh', chosen: ['binh', 'hoa', 'Không'] });
  expect(view.places).toEqual(['an', 'binh', 'hoa']);
  expect(viewQuery(view)).toEqual({ places: 'an,binh,hoa' });
  expect(readView({ chosen: 'an' }).places).toEqual(['an']);
  expect(readView({ chosen: Array.from({ length: 20 }, (_, at) => `xa-${at}`) }).places).toHaveLength(COMPARED_MAX);
});
