import { expect, test } from 'vitest';
import { askedOf, queryAsTyped, queryOf, searchHref } from './asked';

const asked = (query: Record<string, string>) => askedOf({ q: 'vneid', ...query });

test('days and months of an address narrow the search, and stay in the address of a chip or a next page', () => {
  const { narrowing } = asked({ from: '2026-05', to: '31/08/2026', topic: 'vneid' });
  expect(narrowing).toEqual({ topic: 'vneid', from: '2026-05-01', to: '2026-08-31' });
  expect(queryOf({ question: 'vneid', narrowing })).toEqual({
    q: 'vneid',
    topic: 'vneid',
    from: '2026-05',
    to: '2026-08',
  });
  expect(askedOf(queryOf({ question: 'vneid', narrowing }) as Record<string, string>).narrowing).toEqual(narrowing);
});

test('an old address with a year goes on, and leads to the days of that year', () => {
  const old = asked({ year: '2025' });
  expect(old.narrowing).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(searchHref('vi', old)).toBe('/tim-kiem?q=vneid&from=2025-01&to=2025-12');
  expect(searchHref('en', old)).toBe('/en/search?q=vneid&from=2025-01&to=2025-12');
});

test('what is no day, and days that are turned round, narrow nothing and are told as they were typed', () => {
  const turned = asked({ from: '2026-08', to: '2026-05' });
  expect(turned.narrowing).toEqual({});
  expect(turned.typed).toMatchObject({ from: '2026-08', to: '2026-05', turned: true });
  const unread = asked({ from: 'hôm qua', to: '9'.repeat(101) });
  expect(unread.narrowing).toEqual({});
  expect(unread.typed).toMatchObject({ from: 'hôm qua', to: undefined });
  expect(queryOf(unread)).toEqual({ q: 'vneid' });
  expect(queryAsTyped(unread), 'in the other language they can be mended').toEqual({ q: 'vneid', from: 'hôm qua' });
  expect(queryAsTyped(turned)).toEqual({ q: 'vneid', from: '2026-08', to: '2026-05' });
  const read = asked({ from: '20/5/2026', to: '31/8/2026', topic: 'vneid' });
  expect(queryAsTyped(read)).toEqual(queryOf(read));
});
