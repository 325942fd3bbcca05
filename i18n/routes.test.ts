import { describe, expect, test } from 'vitest';
import { locales } from './locales';
import { hrefTo, missingPath, type RouteName, resolveAddress, routes, wordOf } from './routes';

const none = new URLSearchParams();
const names = Object.keys(routes) as RouteName[];

describe('public addresses', () => {
  test('every address leads to its own page, in both languages', () => {
    for (const name of names)
      for (const locale of locales)
        expect(
          resolveAddress(
            hrefTo(locale, name, {
              slug: 'long-hung',
              shape: 'ngang',
              of: 'tin-tuc',
              place: 'long-hung',
              sound: 'mot-bai',
              day: '2026-10-31',
              picture: 'long-hung-480',
              format: 'webp',
            }),
            none,
          ),
        ).toMatchObject({ name, locale: name === 'picture' ? 'vi' : locale });
  });

  test('no two pages share an address, and only a picture has one in both languages', () => {
    const paths = names.flatMap((name) => [...new Set(locales.map((locale) => routes[name].path[locale]))]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(names.filter((name) => routes[name].path.vi === routes[name].path.en)).toEqual(['picture']);
  });

  test('the word of an address is its last part that is the same for all', () => {
    const words = (['newsArticle', 'coverage', 'figure'] as const).map((name) =>
      locales.map((locale) => wordOf(locale, name)),
    );
    expect(words).toEqual([
      ['tin-tuc', 'news'],
      ['do-phu', 'coverage'],
      ['so-lieu', 'figures'],
    ]);
  });

  test('a known question goes to the page that is rendered for each request', () => {
    expect(resolveAddress('/tap-huan', new URLSearchParams('commune=25195'))?.internal).toBe('/vi/trainings/asked');
    expect(resolveAddress('/en/search', new URLSearchParams('q=vneid'))?.kind).toBe('asked');
  });

  test('what a messenger hangs on an address does not make a page of its own', () => {
    expect(resolveAddress('/tin-tuc', new URLSearchParams('fbclid=1&zarsrc=30'))?.kind).toBe('still');
  });

  test('an address of several parts leads to one page for each of them, and to none where one is missing or strange', () => {
    expect(resolveAddress('/en/figures/group-coverage/long-hung/2026-10-31', none)).toMatchObject({
      name: 'figure',
      kind: 'still',
      internal: '/en/figures/group-coverage/long-hung/2026-10-31',
    });
    for (const path of [
      '/so-lieu/to/long-hung',
      '/so-lieu/to/long-hung/',
      '/so-lieu/to//2026-10-31',
      '/so-lieu/to/A/1',
    ])
      expect(resolveAddress(path, none), path).toBeNull();
  });

  test('internal paths, unknown pages and strange slugs are no addresses', () => {
    for (const path of [
      '/vi',
      '/vi/news',
      '/en/news/asked/x',
      '/khong-co',
      '/tin-tuc/A',
      '/tin-tuc/a/b',
      '/tin-tuc/%2e%2e',
    ])
      expect(resolveAddress(path, none)).toBeNull();
  });

  test('a missing page answers in the language of its address', () => {
    expect(missingPath('/en/nothing')).toBe('/en/missing');
    expect(missingPath('/english')).toBe('/vi/missing');
  });

  test('questions without an answer are left out of addresses', () => {
    expect(hrefTo('vi', 'news', {}, { topic: 'vneid', after: undefined })).toBe('/tin-tuc?topic=vneid');
  });
});
