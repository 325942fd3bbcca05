import { expect } from '@playwright/test';
import { read, unique } from '../../test/factories/write';
import { formsOf, send } from '../support/page/forms';
import { DEPTH } from '../support/page/hostile';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { CountingPortal } from '../support/processes/statements';
import { formPages, recordPages } from '../support/stage/record-pages';
import { makeRecords, type Visitor } from '../support/stage/stage';
import { test } from '../support/test';

/*
 * A kept page is dropped by what changes it and by nothing else (app/kept/drops.ts). Here every form of the signed-in area is sent, and
 * what the portal keeps is compared with what a process that keeps nothing draws at that moment.
 */
test.describe.configure({ mode: 'default', timeout: 600_000 });

const PAGES = [
  '/',
  '/en',
  '/tin-tuc',
  '/en/news',
  '/cau-chuyen',
  '/mo-hinh',
  '/mo-hinh/gia-dinh-so',
  '/tap-huan',
  '/do-phu',
  '/chi-so',
  '/chi-so/gia-dinh-so',
  '/chi-so/gio-day',
  // searches for what the journeys name their articles, in both languages
  '/tim-kiem?q=bai',
  '/en/search?q=text',
];
/** Of what the forms do, what readers see. */
const SHOWN = ['cancelSession', 'takeBackActivity', 'tiePair', 'approveArticle', 'withdrawArticle', 'mergePersons'];
/** A page that was dropped may be read as it was for a second, while it is drawn anew; with room for a busy machine. */
const GRACE_MS = 3_000;
const OPEN_DATA = ['communes', 'coverage', 'coverage?format=csv', 'indicators', 'sessions', 'articles', 'snapshots'];
const FEEDS = ['/feed.xml', '/en/feed.xml?topic=vneid'];
const CARD = '/the/ngang/do-phu/dong-nai.png';
const DOCUMENTS = [...FEEDS, CARD, '/lich.ics', '/ty-le-bao-phu.csv', ...OPEN_DATA.map((name) => `/api/v1/${name}`)];

/** Every kind of page and document that is kept, of all records that readers see at this moment. */
async function keptPages({ database, places }: QuietPortal): Promise<string[]> {
  const rows = await read<{ path: string }>(
    database,
    `SELECT '/xa-phuong/' || slug AS path FROM unit WHERE id IN ('${places.commune.id}', '${places.next.id}')
     UNION ALL (SELECT '/xa-phuong/' || slug FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1)
     UNION ALL SELECT unnest(ARRAY['/feed.xml?commune=' || slug, '/the/vuong/xa-phuong/' || slug || '.png']) FROM unit WHERE id = '${places.commune.id}'
     UNION ALL SELECT '/tap-huan/' || slug FROM session WHERE state IN ('approved', 'held')
     UNION ALL SELECT unnest(ARRAY[path, '/the/ngang' || path || '.png', '/the/ngang' || path || '.jpg']) FROM (
       SELECT CASE a.kind WHEN 'story' THEN '/cau-chuyen/' WHEN 'guide' THEN '/cam-nang/' ELSE '/tin-tuc/' END || s.slug AS path FROM article a
       JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
       JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.published_at IS NOT NULL AND p.ended_at IS NULL) published`,
  );
  return [...PAGES, ...DOCUMENTS, ...rows.map(({ path }) => path)];
}

/**
 * What an answer says, of a picture its bytes; without the port by which the two differ, also in links to share and codes to scan. What a
 * head says stands in no order.
 */
async function textOf(origin: string, path: string): Promise<string> {
  const answer = await fetch(`${origin}${path}`, { redirect: 'manual' });
  const isPicture = answer.headers.get('content-type')?.startsWith('image/');
  if (isPicture) return Buffer.from(await answer.arrayBuffer()).toString('latin1');
  const text = (await answer.text())
    .replaceAll(new URL(origin).port, '')
    .replace(/;d=[\w%]+/g, '')
    .replace(/(shape-rendering="crispEdges"[^>]*>)<path d="[^"]*"/g, '$1');
  const [head = '', body] = text.split(/(?=<body)/);
  const said = body === undefined ? head : [...head.split(/(?=<)/).sort(), body].join('');
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${said}`;
}

/** The first words that differ. */
function differenceOf(kept: string, drawn: string): string {
  const at = [...kept].findIndex((letter, index) => letter !== drawn[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `${around(kept)} ≠ ${around(drawn)}`;
}

/** The pages that the portal keeps otherwise than a process that keeps nothing draws them. */
async function outOfDate(quiet: QuietPortal, fresh: CountingPortal): Promise<string[]> {
  const compare = async (path: string) => {
    const asked = Date.now();
    for (;;) {
      const [kept, drawn] = [await textOf(quiet.origin, path), await textOf(fresh.origin, path)];
      if (kept === drawn) return [];
      if (Date.now() - asked > GRACE_MS) return [`${path}: ${differenceOf(kept, drawn)}`];
    }
  };
  const paths = await keptPages(quiet);
  const wrong: string[] = [];
  const goOn = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) wrong.push(...(await compare(path)));
  };
  await Promise.all([goOn(), goOn(), goOn()]);
  return wrong;
}

let fresh: CountingPortal;
test.beforeAll(async ({ quiet }) => {
  fresh = await CountingPortal.open({ DATABASE_URL: quiet.url, STILL_BYTES: '0' });
});
test.afterAll(() => fresh?.close());

/** Addresses whose forms are sent between two comparisons, each of which draws every page once; one at `FUZZ_DEPTH=2` and more. */
const AT_ONCE = DEPTH > 1 ? 1 : 6;

/** Sends every form of these addresses, and names those after which a kept page is out of date. */
async function sendAll(quiet: QuietPortal, who: Visitor, addresses: string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (let at = 0; at < addresses.length; at += AT_ONCE) {
    const some = addresses.slice(at, at + AT_ONCE);
    for (const address of some) for (const form of await formsOf(who, [address])) await send(who, form);
    wrong.push(...(await outOfDate(quiet, fresh)).map((page) => `${page} after the forms of ${some.join(', ')}`));
  }
  return wrong;
}

/** Puts the Vietnamese text out now. */
const AT_ONCE_VI = { day: '', time: '', endDay: '', endTime: '', 'locales[]': 'vi' };

/** Sends the form of a page that has this field, with other values where they are named. */
async function sendOne(who: Visitor, address: string, has: string, change: Record<string, string> = {}) {
  const form = (await formsOf(who, [address])).find(({ fields }) => has in fields);
  if (form) await send(who, { address, fields: { ...form.fields, ...change } });
}

test('no kept page is out of date after the forms of any record', async ({ quiet }) => {
  const { places, database, come } = quiet;
  const records = await makeRecordsKnown(quiet);
  const [province = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const [official, editor] = [await come('commune_official', places.commune), await come('editor', province)];
  expect(await outOfDate(quiet, fresh)).toEqual([]);
  const changing = [
    ...recordPages.map(([addressOf]) => addressOf(records, places)),
    ...formPages.map((of) => of(places)),
  ];
  const wrong = await sendAll(quiet, official, changing);
  const article = `/admin/articles/${records.article}`;
  // the picture that was chosen by the way may not be shown
  await database.query(
    `DELETE FROM media_use u USING edition_text t JOIN edition e ON e.id = t.edition_id WHERE u.text_id = t.id AND e.article_id = '${records.article}'`,
  );
  // approved and published, rewritten, submitted, published again, withdrawn
  const deeds = [
    () => sendOne(editor, article, 'endDay', AT_ONCE_VI),
    () => sendOne(editor, `${article}/edit`, 'titleVi'),
    () => sendOne(editor, article, 'version'),
    () => sendOne(official, article, 'endDay', AT_ONCE_VI),
    () => sendOne(editor, article, 'reason', { address: 'nothing' }),
  ];
  for (const deed of deeds) {
    await deed();
    wrong.push(...(await outOfDate(quiet, fresh)));
  }
  expect(wrong).toEqual([]);
  const done = await read<{ action: string }>(database, 'SELECT DISTINCT action FROM audit_entry');
  expect(SHOWN.filter((action) => !done.some((one) => one.action === action))).toEqual([]);

  // and what nobody tells of would be found
  await database.query(`UPDATE digital_model SET name = 'Tên không ai báo' WHERE id = '${records.model}'`);
  expect(await outOfDate(quiet, fresh)).not.toEqual([]);
});

/** Records that a journey wrote by itself, told as a message that makes no sense: nobody knows what has changed. */
async function makeRecordsKnown({ database, places }: QuietPortal) {
  const records = await makeRecords(database, places, `Kp${unique()}`);
  await database.query(`SELECT pg_notify('still_pages', 'written by hand')`);
  return records;
}

/** Reads all pages until nothing is drawn anew meanwhile: what was dropped before is drawn to its end, however slow the machine. */
async function settle(quiet: QuietPortal): Promise<void> {
  expect(await outOfDate(quiet, fresh)).toEqual([]);
  let before: number;
  do {
    before = quiet.drawn().length;
    for (const path of await keptPages(quiet)) await textOf(quiet.origin, path);
  } while (quiet.drawn().length > before);
}

/** Next's own paths of the pages that were drawn again for whoever reads all of them after this. */
async function redrawn(quiet: QuietPortal, change: () => Promise<unknown>): Promise<string[]> {
  await settle(quiet);
  const before = quiet.drawn().length;
  await change();
  expect(await outOfDate(quiet, fresh)).toEqual([]);
  return quiet
    .drawn()
    .slice(before)
    .filter((path) => !path.startsWith('/admin'));
}

test('a change leaves alone what does not show it', async ({ quiet }) => {
  const { database, places, come } = quiet;
  const [province = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const editor = await come('editor', province);
  const records = await makeRecordsKnown(quiet);
  const [other] = await read<{ slug: string }>(
    database,
    `SELECT slug FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1`,
  );
  const article = `/admin/articles/${records.article}`;
  const official = await come('commune_official', places.commune);

  // a text that nobody reads yet
  const writes = async () => {
    await sendOne(editor, `${article}/edit`, 'titleVi');
    await sendOne(editor, article, 'version');
  };
  expect(await redrawn(quiet, writes)).toEqual([]);

  const published = await redrawn(quiet, () => sendOne(official, article, 'endDay', AT_ONCE_VI));
  const shows = ['/vi', '/vi/news', '/en/news', '/vi/feed.xml', '/vi/search/asked', '/en/search/asked'];
  expect(published).toEqual(expect.arrayContaining(shows));
  for (const kept of ['/vi/trainings', '/vi/coverage', '/vi/models', `/vi/communes/${other?.slug}`])
    expect(published).not.toContain(kept);

  const moved = await redrawn(quiet, () => sendOne(official, `/admin/digital-models/${records.model}`, 'version'));
  for (const kept of [
    '/vi/news',
    '/vi/stories',
    '/vi/search/asked',
    '/vi/trainings',
    '/vi/feed.xml',
    `/vi/communes/${other?.slug}`,
  ])
    expect(moved).not.toContain(kept);
});
