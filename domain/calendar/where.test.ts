import { expect, test } from 'vitest';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { byVenue, metresFrom } from './where';

const at = (id: string, venue: object | null) => ({ id, venue }) as unknown as PublishedSession;

test('sessions stand at their hall in the order of their coming; halls without a point follow, what has no hall is apart', () => {
  const here = { id: 'here', name: 'Nhà văn hóa', lat: 10.9, lon: 106.8 };
  const there = { id: 'there', name: 'Trụ sở', lat: null, lon: null };
  const { venues, elsewhere } = byVenue([at('1', there), at('2', here), at('3', null), at('4', there)]);
  expect(venues.map(({ venue, point, sessions }) => [venue.id, point, sessions.map(({ id }) => id)])).toEqual([
    ['here', { lat: 10.9, lon: 106.8 }, ['2']],
    ['there', null, ['1', '4']],
  ]);
  expect(elsewhere.map(({ id }) => id)).toEqual(['3']);
});

test('a hundredth of a degree is 1.1 km northward and a little less eastward in Đồng Nai', () => {
  const { east, north } = metresFrom({ lat: 11, lon: 107 }, { lat: 11.01, lon: 107.01 });
  expect(Math.round(north)).toBe(1113);
  expect(Math.round(east)).toBe(1093);
});
