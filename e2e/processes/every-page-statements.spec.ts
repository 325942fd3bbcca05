import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { type Made, read } from '../../test/factories/write';
import { databaseAddress } from '../support/processes/processes';
import { CountingPortal } from '../support/processes/statements';
import { formPages, recordPages } from '../support/stage/record-pages';
import {
  choosePlaces,
  isAskedAboutStill,
  makeRecords,
  openDatabase,
  type Places,
  type Records,
  type Visitor,
  visit,
} from '../support/stage/stage';
import { fileOf, isPage, pageFiles, placeOf } from '../support/vectors/page-files';

/** Every page at work asks its database eight times at most (decision 0073), whoever may open it. */
test.describe.configure({ timeout: 600_000 });

const AIM = 8;

/** Files that nobody at work opens with what the demonstration data hold. */
const UNOPENED: [file: RegExp, why: string][] = [
  [/\/\[\.\.\.unknown]\//, 'says that there is no such page'],
  [/\/invitation\/\[token]\//, 'the way in is a secret that she alone is told'],
  [/\/passkey-step\//, 'leads on'],
  [
    /\/courses\/pictures\/|\/pictures\/\[pictureId]\/faces\//,
    'shows a picture whose bytes lie here, and none lies there',
  ],
  [/\/imports\/\[batchId]\/|\/\[sessionId]\/series\/page/, 'a sheet or a series, of which the demonstration has none'],
  [/\/practices?\//, 'the good practice of a club; this model is a family'],
  ...(isAskedAboutStill()
    ? []
    : [[/\/outcomes\/feedback\//, 'a session of today or of yesterday'] as [RegExp, string]]),
  [/\/series\/preview\/|\/undo\/\[changeId]\/|\/units\/new\//, 'the second step of a form whose first is asked'],
];

let database: pg.Client;
let portal: CountingPortal;
test.beforeAll(async () => {
  database = await openDatabase();
  portal = await CountingPortal.open({ DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6', DEMO: 'on' });
  // a process that is just beginning may still say that it is busy
  await expect.poll(async () => (await fetch(`${portal.origin}/dang-nhap`)).status, { timeout: 90_000 }).toBe(200);
});
test.afterAll(async () => {
  portal?.close();
  await database?.end();
});

const isAtWork = (file: string) => isPage(file) && /^app\/(admin|\(hall\)\/admin)\//.test(file);

/** What further pages are about, of the demonstration data: the first of each, as pieces of an address. */
const FURTHER = `
  SELECT 'courses/' || id AS piece FROM (SELECT id FROM course ORDER BY code LIMIT 1) c
  UNION ALL SELECT 'courses/' || id || '/edit' FROM (SELECT id FROM course ORDER BY code LIMIT 1) c
  UNION ALL SELECT 'venues/' || id FROM (SELECT id FROM venue LIMIT 1) v
  UNION ALL SELECT 'digital-models/' || model_id || '/households/' || household_id FROM (SELECT * FROM model_household LIMIT 1) h`;

const furtherPages = (
  { commune, subAssociation }: Places,
  { model, held, session, person, article, picture, round, learner }: Records,
  period: string,
) => [
  ...['found', 'rename', 'change-kind', 'move', 'merge', 'split', 'close'].map(
    (kind) => `/admin/units/${subAssociation.id}/change/${kind}`,
  ),
  ...[
    'criteria',
    'households',
    'households/new',
    'households/add',
    'members',
    'members/add',
    'practice',
    'practice/edit',
  ].map((part) => `/admin/digital-models/${model}/${part}`),
  `/admin/digital-models/practices/${model}`,
  ...['attendance', 'attendance/paper', 'outcomes', 'outcomes/report', 'outcomes/feedback', 'messages'].map(
    (part) => `/admin/trainings/${held}/${part}`,
  ),
  ...['enrol', 'messages'].map((part) => `/admin/trainings/${session}/${part}`),
  ...['memberships', 'networks', 'offices', 'skills', `merge?with=${learner}`].map(
    (part) => `/admin/people/${person}/${part}`,
  ),
  `/admin/articles/${article}/sounds`,
  `/admin/pictures/${picture}/faces`,
  `/admin/reports/remind?period=${period}`,
  ...[`/admin/coverage/${commune.id}`, `/admin/spot-checks/${round}`, `/admin/reports/${commune.id}/${period}`],
  ...[
    '/admin/criteria/digital_womens_club',
    '/admin/indicators/members',
    '/admin/attendance',
    '/admin/peer-lessons/phone',
  ],
];

/** Addresses of every page at work of which the demonstration, or what was just written beside it, has one. */
async function addressesOf(places: Places): Promise<string[]> {
  const records = await makeRecords(database, places, `Dem${Date.now()}`);
  const further = await read<{ piece: string }>(database, FURTHER);
  const [period] = await read<Made>(
    database,
    `SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= current_date ORDER BY ends_on DESC LIMIT 1`,
  );
  return [
    ...pageFiles()
      .filter((file) => isAtWork(file) && !file.includes('['))
      .map(placeOf),
    ...formPages.map((addressOf) => addressOf(places)),
    ...recordPages.map(([addressOf]) => addressOf(records, places)),
    ...furtherPages(places, records, period?.id ?? ''),
    ...further.map(({ piece }) => `/admin/${piece}`),
  ];
}

/** The fewest statements of a page, of whoever of these may open it first; null where nobody may. */
async function fewest(address: string, visitors: readonly Visitor[]): Promise<number | null> {
  for (const { cookie } of visitors) {
    const ask = () => portal.ask(address, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
    if ((await ask()).status !== 200) continue;
    // asked again: what a process holds of what seldom changes, and what other journeys change meanwhile, is not hers
    const counts: number[] = [];
    for (let time = 0; time < 3 && Math.min(...counts, Number.POSITIVE_INFINITY) > AIM; time++)
      counts.push((await ask()).statements);
    return Math.min(...counts);
  }
  return null;
}

test(`every page at work asks its database at most ${AIM} times, and every page file is asked for`, async () => {
  const places = await choosePlaces(database);
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const visitors: Visitor[] = [];
  for (const [role, unit] of [
    ['commune_official', places.commune],
    ['province_official', city],
    ['system_administrator', city],
    ['trainer', city],
  ] as const)
    visitors.push(await visit(database, role, unit, { origin: portal.origin }));

  const all = pageFiles();
  const opened = new Set<string | undefined>();
  const grown: string[] = [];
  const addresses = (await addressesOf(places)).filter((address) => isAtWork(fileOf(address, all) ?? ''));
  for (const address of addresses) {
    const statements = await fewest(address, visitors);
    if (statements === null) continue;
    opened.add(fileOf(address, all));
    if (statements > AIM) grown.push(`${address}: ${statements}`);
  }
  expect(grown).toEqual([]);
  const left = all.filter((file) => isAtWork(file) && !opened.has(file));
  expect(left.filter((file) => !UNOPENED.some(([pattern]) => pattern.test(file)))).toEqual([]);
  expect(UNOPENED.filter(([pattern]) => !left.some((file) => pattern.test(file)))).toEqual([]);
});
