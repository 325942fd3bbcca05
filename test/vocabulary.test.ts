import { expect, test } from 'vitest';
import { problemsIn, readVocabulary } from './vocabulary';

const words = readVocabulary();
const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Tin',
  image: ['https://x.vn/1.png'],
  datePublished: '2026-03-01T07:00:00+07:00',
  author: { '@type': 'Organization', name: 'Hội' },
};
const told = (change: object) => problemsIn(words, { ...article, ...change });

test('the whole vocabulary is read: each type stands on types that are there, up to a thing', () => {
  expect(words.types.size).toBeGreaterThan(800);
  for (const type of ['NewsArticle', 'HowTo', 'HowToStep', 'Event', 'Dataset', 'BreadcrumbList', 'WebSite'])
    expect(words.types, type).toContain(type);
  const stray = [...words.above.values()]
    .flat()
    .filter((name) => !words.above.has(name) && !name.startsWith('Partial<'));
  expect(stray).toEqual([]);
});

test('what schema.org has words for has no problem, values in lists and references by an address included', () => {
  expect(told({})).toEqual([]);
  expect(told({ author: { '@id': 'https://x.vn/hoi' } })).toEqual([]);
  const event = { '@type': 'Event', startDate: '2026-12-05', eventStatus: 'https://schema.org/EventScheduled' };
  expect(problemsIn(words, event)).toEqual([]);
});

test.each([
  [{ '@type': 'NewsPiece' }, 'no type NewsPiece'],
  [{ title: 'Tin' }, 'NewsArticle.title: no such property'],
  [{ startDate: '2026-03-01' }, 'NewsArticle.startDate: no such property'],
  [{ datePublished: '01/03/2026' }, 'NewsArticle.datePublished: "01/03/2026" is no Date or DateTime'],
  [{ headline: '' }, 'NewsArticle.headline: "" is no Text'],
  [{ image: '/hinh.png' }, 'NewsArticle.image: "/hinh.png" is no ImageObject or URL or IdReference'],
  [{ author: 'Hội' }, 'NewsArticle.author: "Hội" is no Organization or Person or IdReference'],
  [{ author: { '@type': 'Place', name: 'Long Hưng' } }, 'NewsArticle.author: no value of type Place'],
  [
    { author: { '@type': 'Organization', called: 'Hội' } },
    'NewsArticle.author > Organization.called: no such property',
  ],
  [{ author: { '@id': 'hoi' } }, 'NewsArticle.author: no value of type undefined'],
  [{ contentLocation: [{ '@type': 'Place' }, 'Long Hưng'] }, 'NewsArticle.contentLocation: "Long Hưng" is no Place'],
  [
    { '@type': 'Event', eventStatus: 'https://schema.org/EventOver' },
    'Event.eventStatus: "https://schema.org/EventOver" is no',
  ],
])('%j is told', (change, problem) => {
  expect(
    told(change).some((each) => each.startsWith(problem) || each.endsWith(problem)),
    told(change).join('\n'),
  ).toBe(true);
});
