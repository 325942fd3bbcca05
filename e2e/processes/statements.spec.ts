import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../test/factories/write';
import { samples } from '../support/page/pages';
import { databaseAddress } from '../support/processes/processes';
import { CountingPortal } from '../support/processes/statements';
import { openDatabase } from '../support/stage/stage';

/** Statements that a public page drawn anew may send its database (docs/decisions/0064). */
const MOST = 5;

/** A process that keeps no page: each is drawn whenever it is asked for. */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

let portal: CountingPortal;
let database: pg.Client;

test.beforeAll(async () => {
  database = await openDatabase();
  portal = await CountingPortal.open({ DATABASE_URL: databaseAddress(), STILL_BYTES: '0' });
});

test.afterAll(async () => {
  portal?.close();
  await database?.end();
});

/** Pages of records: the newest articles of each kind, with many places and with none; sessions of every state; communes. */
async function recordPages(): Promise<string[]> {
  const rows = await read<{ path: string }>(
    database,
    `SELECT CASE s.locale WHEN 'vi' THEN CASE a.kind WHEN 'story' THEN '/cau-chuyen/' WHEN 'guide' THEN '/cam-nang/' ELSE '/tin-tuc/' END
        ELSE CASE a.kind WHEN 'story' THEN '/en/stories/' WHEN 'guide' THEN '/en/guides/' ELSE '/en/news/' END END || s.slug AS path
      FROM publication p JOIN article a ON a.id = p.article_id AND a.kind <> 'page'
        JOIN article_slug s ON s.article_id = a.id AND s.locale = p.locale AND s.retired_at IS NULL
      WHERE p.published_at IS NOT NULL AND p.ended_at IS NULL
     UNION ALL (SELECT '/cam-nang/' || s.slug || '/the' FROM article a JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
       JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.published_at IS NOT NULL AND p.ended_at IS NULL WHERE a.kind = 'guide' LIMIT 1)
     UNION ALL (SELECT DISTINCT ON (state) '/tap-huan/' || slug FROM session WHERE state IN ('approved', 'held') ORDER BY state, starts_at DESC)
     UNION ALL (SELECT unnest(ARRAY['/tap-huan/' || slug, '/tap-huan/' || slug || '/ap-phich', '/tap-huan/' || slug || '/giu-cho', '/lich.ics?session=' || slug])
       FROM session WHERE state = 'approved' AND ends_at > now() ORDER BY starts_at LIMIT 1)
     UNION ALL (SELECT unnest(ARRAY['/tin-tuc?commune=' || slug, '/en/stories?commune=' || slug, '/cam-nang?commune=' || slug, '/bao-khi-co-lop?commune=' || slug])
       FROM unit WHERE level = 'commune' AND closed_on IS NULL ORDER BY slug LIMIT 1)
     UNION ALL (SELECT '/en/news/' || s.slug FROM article a JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
       JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.published_at IS NOT NULL AND p.ended_at IS NULL
       WHERE a.kind = 'news' AND NOT EXISTS (SELECT FROM article_slug o WHERE o.article_id = a.id AND o.locale = 'en') LIMIT 1)
     UNION ALL (SELECT '/xa-phuong/' || slug FROM unit WHERE level = 'commune' AND closed_on IS NULL ORDER BY slug LIMIT 8)`,
  );
  return rows.map(({ path }) => path);
}

/** What hardly ever changes is read for the first one who needs it, or anew after what other journeys change meanwhile. */
async function fewest(page: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 3 && least > MOST; times++) {
    const { status, statements } = await portal.ask(page);
    expect(status, page).toBeLessThan(400);
    least = Math.min(least, statements);
  }
  return least;
}

const openData = [
  '/api/v1/communes',
  '/api/v1/coverage',
  '/api/v1/coverage?from=2025-08-01&limit=500',
  '/api/v1/coverage?commune=26380',
  '/api/v1/indicators',
  '/api/v1/indicators?commune=26380',
  '/api/v1/sessions?limit=500',
  '/api/v1/sessions?commune=26380',
  '/api/v1/articles?limit=500',
  '/api/v1/snapshots',
  '/api/v1/openapi.json',
];
const documents = [
  '/feed.xml',
  '/lich.ics',
  '/lich.ics?commune=26380',
  '/ty-le-bao-phu.csv',
  '/sitemap.xml',
  ...openData,
];
const asked = [
  '/tap-huan?view=week',
  '/tap-huan?view=day',
  '/tap-huan?commune=26380',
  '/tap-huan?view=map&commune=26380',
];
const forms = ['/bao-khi-co-lop', '/en/tell-me'];

test(`a public page drawn anew asks its database at most ${MOST} times`, async () => {
  const pages = [
    ...samples.flatMap(({ href }) => Object.values(href)),
    ...(await recordPages()),
    ...documents,
    ...asked,
    ...forms,
  ];
  expect(pages.length).toBeGreaterThan(80);
  const grown: string[] = [];
  for (const page of pages) {
    const statements = await fewest(page);
    if (statements > MOST) grown.push(`${page}: ${statements}`);
  }
  expect(grown).toEqual([]);
});

test('what hardly ever changes is asked for once, by whichever page needs it first', async () => {
  const fresh = await CountingPortal.open({ DATABASE_URL: databaseAddress(), STILL_BYTES: '0' });
  const statements = async () => (await fresh.ask('/tap-huan')).statements;
  const [first, second, third] = [await statements(), await statements(), await statements()];
  expect(first).toBeGreaterThan(second);
  expect(third).toBe(second);
  fresh.close();
});
