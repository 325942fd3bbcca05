import { expect, test } from 'vitest';
import { cardAddresses, readCard } from '@/domain/articles/cards/written-card';
import { locales } from '@/i18n/locales';
import { hrefTo, type RouteName } from '@/i18n/routes';

const ROUTES = {
  commune: ['commune'],
  model: ['model'],
  session: ['sessionByNumber', 'session'],
  figure: ['figure'],
} as const satisfies Record<keyof typeof cardAddresses, readonly RouteName[]>;

test('cards are written by the addresses of the table of routes', () => {
  for (const locale of locales)
    for (const [of, names] of Object.entries(ROUTES))
      expect(cardAddresses[of as keyof typeof ROUTES][locale]).toEqual(
        names.map((name) => hrefTo(locale, name, { slug: '-', place: '', day: '' }).replace(/-\/*$/, '')),
      );
});

test('a page whose address is copied from a browser becomes its card', () => {
  expect(
    readCard(
      `[[${hrefTo('en', 'figure', { slug: 'sub-association-coverage', place: 'dong-nai', day: '2026-10-31' })}]]`,
    ),
  ).toEqual({
    of: 'figure',
    ref: 'coverage_sub_association/dong-nai/2026-10-31',
  });
});
