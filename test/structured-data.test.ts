import { expect, test } from 'vitest';
import { faultsIn } from './structured-data';

const union = { '@type': 'Organization', name: 'Hội LHPN', url: 'https://x.vn/gioi-thieu' };
const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Chuyện',
  description: 'Một chuyện.',
  image: ['https://x.vn/1.png'],
  datePublished: '2026-11-28T00:00:00.000Z',
  dateModified: '2026-11-28T07:00:00+07:00',
  inLanguage: 'vi',
  url: 'https://x.vn/tin-tuc/chuyen',
  mainEntityOfPage: 'https://x.vn/tin-tuc/chuyen',
  author: union,
  publisher: union,
};

test('what tells everything has no fault', () => {
  expect(faultsIn(article)).toEqual([]);
});

test('a missing or empty field, half an address and an hour without its zone are told', () => {
  const { image: _image, ...without } = article;
  expect(faultsIn(without)).toEqual(['NewsArticle does not tell its image']);
  expect(faultsIn({ ...article, image: [] })).toEqual(['NewsArticle does not tell its image']);
  expect(faultsIn({ ...article, headline: ' ' })).toEqual(['NewsArticle.headline is empty']);
  expect(faultsIn({ ...article, url: '/tin-tuc' })).toEqual(['NewsArticle.url is no whole address: /tin-tuc']);
  expect(faultsIn({ ...article, author: { '@type': 'Person', name: 'Hoa' } })).toEqual([
    'NewsArticle does not tell its author.url',
  ]);
  for (const datePublished of ['2026-11-28', '2026-11-28T07:00:00'])
    expect(faultsIn({ ...article, datePublished })).toHaveLength(1);
});

test('of an event a day tells when it is, and so does an hour with its zone; an hour without one does not', () => {
  const event = {
    '@type': 'Event',
    name: 'Ngày hội',
    description: 'Một ngày hội.',
    image: ['https://x.vn/1.png'],
    startDate: '2026-12-05',
    endDate: '2026-12-06',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    inLanguage: 'vi',
    url: 'https://x.vn/lich-tap-huan/ngay-hoi',
    location: { '@type': 'Place', name: 'Hội trường' },
    organizer: union,
  };
  expect(faultsIn(event)).toEqual([]);
  expect(faultsIn({ ...event, startDate: '2026-12-05T08:00:00+07:00' })).toEqual([]);
  expect(faultsIn({ ...event, startDate: '2026-12-05T08:00:00' })).toEqual([
    'Event.startDate is no instant with its zone: 2026-12-05T08:00:00',
  ]);
});

test('a way home has numbered steps that lead somewhere, but for the last', () => {
  const step = (position: number, more: object = { item: { '@id': 'https://x.vn/' } }) => ({
    '@type': 'ListItem',
    position,
    name: 'a',
    ...more,
  });
  const way = (...itemListElement: object[]) => faultsIn({ '@type': 'BreadcrumbList', itemListElement });
  expect(way(step(1), step(2, {}))).toEqual([]);
  expect(way(step(1))).toEqual(['BreadcrumbList has no way']);
  expect(way(step(1, {}), step(2, {}))).toEqual(['step 1 leads nowhere']);
  expect(way(step(2), step(2, {}))).toHaveLength(1);
});
