import { expect, test } from 'vitest';
import { ownPageOf } from './own-pages';

test('an address of the portal names its record, in the language that it is written in', () => {
  expect(ownPageOf('/tin-tuc/a-b')).toEqual({ of: 'article', locale: 'vi', key: 'a-b' });
  expect(ownPageOf('/en/guides/a-b/card')).toEqual({ of: 'article', locale: 'en', key: 'a-b' });
  expect(ownPageOf('/b/12')).toEqual({ of: 'article-number', locale: 'vi', key: '12' });
  expect(ownPageOf('/xa-phuong/long-hung')).toEqual({ of: 'commune', locale: 'vi', key: 'long-hung' });
  expect(ownPageOf('/x/26041')).toEqual({ of: 'commune-code', locale: 'vi', key: '26041' });
  expect(ownPageOf('/tap-huan/lop/giu-cho')).toEqual({ of: 'session', locale: 'vi', key: 'lop' });
  expect(ownPageOf('/th/5')).toEqual({ of: 'session-number', locale: 'vi', key: '5' });
});

test('pages and files are always there; what no table of addresses names, and the signed-in area, is not for readers', () => {
  for (const path of [
    '/',
    '/en',
    '/do-phu?on=2026-11-01',
    '/feed.xml',
    '/lich.ics?commune=26041',
    '/tim-kiem?q=a',
    '/hinh/x-800.avif',
  ])
    expect(ownPageOf(path), path).toEqual({ of: 'always' });
  for (const path of ['/khong-co', '/admin/people', '/en/tin-tuc']) expect(ownPageOf(path), path).toBeNull();
});
