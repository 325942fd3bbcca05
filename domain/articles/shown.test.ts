import { expect, test } from 'vitest';
import type { ShownArticle } from './article';
import { partsShowing } from './shown';

const alert = (...places: string[]): ShownArticle => ({ id: 'a', kind: 'alert', topics: [], places });

test('an alert of the whole city is shown on every page with a bar of alerts, one of a commune by what is told of it', () => {
  expect(partsShowing([alert()])).toEqual(['article:a', 'articles:news', 'articles:alert']);
  expect(partsShowing([alert('long-hung')])).toEqual(['article:a', 'articles:news', 'told:long-hung']);
});

test('an alert that is moved from a commune to the whole city was shown there, and is everywhere', () => {
  for (const moved of [
    [alert('long-hung'), alert()],
    [alert(), alert('long-hung')],
  ])
    expect(new Set(partsShowing(moved))).toEqual(
      new Set(['article:a', 'articles:news', 'articles:alert', 'told:long-hung']),
    );
});

test('news, stories and guides are shown by their own kind', () => {
  for (const kind of ['news', 'story', 'guide'] as const)
    expect(partsShowing([{ id: 'a', kind, topics: ['ocop'], places: [] }])).toEqual([
      'article:a',
      `articles:${kind}`,
      'topic:ocop',
    ]);
});
