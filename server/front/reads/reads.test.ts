import { readFileSync } from 'node:fs';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { countedEach, countedTogether } from '@/domain/counted-pages';
import { documentRoutes } from '@/i18n/document-routes';
import { locales } from '@/i18n/locales';
import { hrefTo, type RouteName, routes } from '@/i18n/routes';
import { Unasked } from '../../still/link';
import { countedAs } from './counted';
import { isReader } from './reader';
import { Reads } from './reads';
import { ReadsWritten } from './reads-written';

const page = '/vi/news/lop-hoc';
const counted = '/vi/newsArticle/lop-hoc';
const phone = 'Mozilla/5.0 (Linux; Android 10; SM-A105F) AppleWebKit/537.36 Chrome/80.0.3987.99 Mobile Safari/537.36';
const within = ['Zalo android/12', '[FBAN/EMA;FBLC/vi_VN]'].map((app) => `${phone} ${app}`);
const programs = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; coccocbot-web/1.0)',
  'facebookexternalhit/1.1',
  'curl/8.5.0',
  'python-requests/2.31',
  `${phone} HeadlessChrome/120`,
  '',
];

describe('who is counted', () => {
  test.each([phone, ...within])('somebody who reads with %s', (agent) => expect(isReader(agent, undefined)).toBe(true));
  test.each(programs)('no program: %s', (agent) => expect(isReader(agent, undefined)).toBe(false));
  test('nobody who says no name, and no page that is fetched ahead', () => {
    expect(isReader(undefined, undefined)).toBe(false);
    expect(isReader(phone, 'prefetch;prerender')).toBe(false);
  });
});

describe('what is counted', () => {
  test.each([
    [page, counted],
    ['/en/stories/a', '/en/story/a'],
    ['/vi/guides/cuoc-goi-la', '/vi/guide/cuoc-goi-la'],
    ['/vi/guides/cuoc-goi-la/card', '/vi/guideCard'],
    ['/vi/communes/long-hung', '/vi/commune/long-hung'],
    ['/en/trainings/vneid-2026', '/en/session/vneid-2026'],
    ['/vi/trainings/vneid-2026/poster', '/vi/poster'],
    ['/vi/indicators/gia-dinh-so/asked?sort=name', '/vi/indicator/gia-dinh-so'],
    ['/vi/models/gia-dinh-so', '/vi/model/gia-dinh-so'],
    ['/en/figures/coverage/long-hung/2026-11-30', '/en/figure'],
    ['/vi', '/vi/home'],
    ['/vi/news/asked?topic=a', '/vi/news'],
    ['/vi/search/asked?q=ai-do', '/vi/search'],
    ['/vi/certificates/abc', '/vi/certificate'],
  ])('%s as %s', (path, as) => expect(countedAs(path)).toBe(as));

  test.each([
    "/vi/news/a'b",
    '/vi/news/a/b',
    '/vi/missing',
    '/fr',
    '/via',
    '/sitemap.xml',
    '/vi/ticket/abc',
    '/vi/sign-in',
  ])('not %s', (path) => expect(countedAs(path)).toBeUndefined());

  test('every public page of the table of addresses, but those that lead on, let in, or open something', () => {
    const left = [
      'articleByNumber',
      'communeByCode',
      'figureByNumber',
      'sessionByNumber',
      'signIn',
      'forgottenPassword',
      'secondStep',
    ];
    const files = new Set(Object.keys(documentRoutes));
    const pages = (Object.keys(routes) as RouteName[]).filter(
      (name) => !files.has(name) && !('secret' in routes[name]) && !/\.[a-z]+$/.test(routes[name].page),
    );
    expect([...countedEach, ...countedTogether, ...left].sort()).toEqual(pages.sort());
  });

  test('what is counted each for itself passes the delivered nginx by, which would let one reader a second through', () => {
    const [, found = ''] =
      /\$portal_counted \{[^}]*~(\^\S+) 1;/.exec(readFileSync('deploy/nginx/portal.conf.template', 'utf8')) ?? [];
    const passes = new RegExp(found);
    for (const name of countedEach)
      for (const locale of locales) {
        expect(passes.test(hrefTo(locale, name, { slug: 'a-1' })), name).toBe(true);
        expect(passes.test(`${hrefTo(locale, name, { slug: 'a-1' })}/the`), name).toBe(false);
      }
  });

  test('of made-up addresses and questions one number a page', () => {
    const reads = new Reads();
    for (const at of [1, 2, 3]) {
      const [asked, figure] = [
        reads.tallyOf(`/vi/search/asked?q=${at}`),
        reads.tallyOf(`/vi/figures/a/b/2026-01-0${at}`),
      ];
      if (asked && figure) [asked.times, figure.times] = [asked.times + 1, figure.times + 1];
    }
    expect(reads.take()).toEqual({ '/vi/search': 3, '/vi/figure': 3 });
  });
});

test('what is counted is taken once; memory has an end, and what is known goes on being counted at it', () => {
  const reads = new Reads();
  const tally = reads.tallyOf(page);
  if (!tally) return expect.unreachable();
  tally.times += 2;
  expect([reads.take(), reads.take()]).toEqual([{ [counted]: 2 }, {}]);
  for (let at = 0; at < 20_000; at++) reads.tallyOf(`/vi/news/made-up-${at}`);
  expect(reads.tallyOf('/vi/news/one-more')).toBeUndefined();
  expect(reads.tallyOf(page)).toBe(tally);
});

test('what could not be written down is written with what was read meanwhile, in one statement', async () => {
  const reads = new Reads();
  const said: string[] = [];
  let away = true;
  const query = async (sql: string) => {
    if (away) throw new Unasked('away');
    said.push(sql);
  };
  const reported: string[] = [];
  const written = new ReadsWritten({ reads, query, report: (what) => reported.push(what) });
  const read = () => {
    const tally = reads.tallyOf(page);
    if (tally) tally.times++;
  };
  read();
  await written.write();
  away = false;
  read();
  await written.stop();
  await written.write();
  expect(said).toEqual([`SELECT app.note_reads('{"${counted}":2}'::jsonb)`]);
  expect(reported).toHaveLength(1);
});

test('a batch of which nobody heard whether it was written is not written again; one that was refused is', async () => {
  const reads = new Reads();
  const tally = reads.tallyOf(page);
  if (!tally) return expect.unreachable();
  const after = async (error: Error) => {
    tally.times = 2;
    const query = () => Promise.reject(error);
    await new ReadsWritten({ reads, query, report: () => {} }).write();
    return reads.take();
  };
  expect(await after(new pg.DatabaseError('canceling statement due to lock timeout', 0, 'error'))).toEqual({
    [counted]: 2,
  });
  for (const silence of ['Query read timeout', 'Connection terminated unexpectedly'])
    expect(await after(new Error(silence))).toEqual({});
});
