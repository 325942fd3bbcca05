import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindOf, rooms } from './kinds';
import { Measures } from './measures';

describe('the kind of a request', () => {
  test.each([
    ['GET', '/tin-tuc', 'public'],
    ['GET', '/tim-kiem?q=Lan', 'asked'],
    ['POST', '/dang-ky', 'form'],
    ['POST', '/admin/people/new', 'form'],
    ['GET', '/admin', 'admin/overview'],
    ['GET', '/admin/people/018f4c4e-0000-7000-8000-000000000001?tab=x', 'admin/people'],
    ['GET', '/admin/wp-login', 'admin/other'],
    ['GET', '/api/v1/units', 'open-data'],
    ['GET', '/api/auth/session', 'sign-in'],
    ['GET', '/api/anything/else', 'api'],
    ['HEAD', '/favicon.ico', 'file'],
    ['GET', '/readyz', 'health'],
  ])('of %s %s is %s', (method, asked, kind) => {
    expect(kindOf(method, asked)).toBe(kind);
  });

  test('is one of a few dozen whatever is asked, and every room of the signed-in area has its own', () => {
    const kinds = new Set(
      Array.from({ length: 3_000 }, (_, at) => kindOf(at % 2 ? 'GET' : `M${at}`, `/admin/${at}/x${at}?a=${at}`)),
    );
    expect([...kinds].sort()).toEqual(['admin/other', 'form']);
    const folders = ['app/admin', 'app/(hall)/admin'].flatMap((place) => readdirSync(place, { withFileTypes: true }));
    const names = folders.filter((each) => each.isDirectory() && !each.name.startsWith('[')).map(({ name }) => name);
    expect([...rooms]).toEqual([...new Set(names)].sort());
  });
});

test('of the last five hundred answers of a kind, 95 in a hundred took no longer than it says; failures and health are none', () => {
  const measures = new Measures();
  for (let at = 0; at < 500; at++)
    measures.answered({ id: 'request', method: 'GET', asked: '/admin/people', status: 200, took: 9_000 });
  for (let at = 1; at <= 500; at++)
    measures.answered({ id: 'request', method: 'GET', asked: '/admin/people', status: 200, took: at });
  measures.answered({ id: 'request', method: 'GET', asked: '/admin/people', status: 503, took: 30_000 });
  measures.answered({ id: 'request', method: 'GET', asked: '/readyz', status: 200, took: 30_000 });
  expect(measures.pages()).toEqual([{ kind: 'admin/people', p95: 475, count: 500 }]);
  for (let at = 0; at < 30; at++)
    measures.answered({ id: 'request', method: 'GET', asked: '/admin/people', status: 200, took: 2_000 });
  expect(measures.pages()[0]?.p95).toBe(2_000);
});

test('refused attempts are counted by their reason, and by the hour for a day; a start takes the hours over', () => {
  let now = 100 * 3_600_000;
  const measures = new Measures(
    () => now,
    [
      [75, 9],
      [90, 5],
    ],
  );
  measures.refused('throttled');
  now += 3_600_000;
  measures.refused('throttled');
  measures.refused('not-found');
  expect([...measures.refusals]).toEqual([
    ['throttled', 2],
    ['not-found', 1],
  ]);
  expect(measures.refusedHours()).toEqual([
    [90, 5],
    [100, 1],
    [101, 2],
  ]);
  now += 24 * 3_600_000;
  expect(measures.refusedHours()).toEqual([]);
});
