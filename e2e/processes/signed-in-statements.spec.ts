import { expect, test } from '@playwright/test';
import type pg from 'pg';
import { read } from '../../test/factories/write';
import { databaseAddress } from '../support/processes/processes';
import { CountingPortal } from '../support/processes/statements';
import { openSession } from '../support/stage/session';
import { openDatabase } from '../support/stage/stage';

/**
 * How often the database is asked for the pages that are opened most, by each role: eight times at most
 * (decision 0073), and nothing grows unnoticed.
 */
test.describe.configure({ mode: 'default', timeout: 240_000 });

const AIM = 8;
type Ids = Record<
  | 'commune'
  | 'group'
  | 'period'
  | 'person'
  | 'model'
  | 'pair'
  | 'session'
  | 'held'
  | 'article'
  | 'guide'
  | 'account'
  | 'check',
  string
>;
type Page = (ids: Ids) => string;

const people: Page[] = [
  () => '/admin/people',
  () => '/admin/people?q=nguyen',
  ({ person }) => `/admin/people/${person}`,
  ({ person }) => `/admin/people/${person}/consents`,
];
const models: Page[] = [() => '/admin/digital-models', ({ model }) => `/admin/digital-models/${model}`];
const pairs: Page[] = [() => '/admin/pairs', ({ pair }) => `/admin/pairs/${pair}`];
const trainings: Page[] = [() => '/admin/trainings', ({ session }) => `/admin/trainings/${session}`];
const ofAnOfficial: Page[] = [
  () => '/admin',
  () => '/admin/accounts/own',
  ...people,
  ...models,
  ...pairs,
  ...trainings,
  ({ session }) => `/admin/trainings/${session}/participants`,
  ({ held }) => `/admin/trainings/${held}/outcomes`,
  () => '/admin/messages',
  ({ commune }) => `/admin/units/${commune}`,
  ({ group }) => `/admin/units/${group}`,
  () => '/admin/coverage',
  () => '/admin/indicators',
  () => '/admin/indicators/coverage_group',
  () => '/admin/indicators/people_trained',
  () => '/admin/indicators/women_guided?years=6',
  () => '/admin/indicators/priority_groups_reached',
  ({ commune }) => `/admin/indicators/members_reached/rows?unit=${commune}`,
  ({ commune }) => `/admin/coverage/${commune}`,
  () => '/admin/targets',
  () => '/admin/spot-checks',
  () => '/admin/reports',
  ({ commune, period }) => `/admin/reports/${commune}/${period}`,
  () => '/admin/articles',
  () => '/admin/imports',
];

const pages: Record<string, Page[]> = {
  admin: [
    () => '/admin',
    () => '/admin/accounts',
    ({ account }) => `/admin/accounts/${account}`,
    () => '/admin/jobs',
    () => '/admin/condition',
    () => '/admin/second-pairs',
    () => '/admin/audit',
    () => '/admin/units',
  ],
  province: [
    ...ofAnOfficial,
    () => '/admin/coverage?place=tri-an&with=2026-10-31&unfolded=long-hung,trang-dai',
    () => '/admin/coverage?places=long-hung,trang-dai,tri-an&years=6',
    () => '/admin/coverage?map=boundaries&place=long-hung',
    () => '/admin/coverage/projector?place=tri-an',
    () => '/admin/spot-checks/new',
    ({ check }) => `/admin/spot-checks/${check}`,
    () => '/admin/boundaries',
    () => '/admin/indicators/members_reached/rows',
    ({ commune }) => `/admin/reminders/new?commune=${commune}`,
    () => '/admin/reports/template',
    ({ period }) => `/admin/reports/remind?period=${period}`,
    ({ period }) => `/admin/reports/summary?period=${period}`,
    () => '/admin/reports/summary',
    ({ commune }) => `/admin/accounts/new?unit=${commune}`,
    () => '/admin/reports/template/fields',
    () => '/admin/coverage/projector?slide=changes',
    () => '/admin/indicators?on=2026-06-30',
    () => '/admin/indicators/members_reached?on=2026-06-30',
    () => '/admin/coverage/meeting',
    () => '/admin/accounts',
    () => '/admin/second-pairs',
    () => '/admin/trainings/reach',
    () => '/admin/certificates',
    () => '/admin/articles/rulings',
    () => '/admin/articles/front',
    () => '/admin/articles/ageing',
    () => '/admin/articles/links',
    () => '/admin/articles/reads',
  ],
  longhung: [
    ...ofAnOfficial,
    () => '/admin/coverage/meeting',
    ({ commune }) => `/admin/reminders/new?commune=${commune}`,
    () => '/admin/digital-models/hints',
    () => '/admin/trainings/reach',
  ],
  khupho5: [
    () => '/admin',
    () => '/admin/people',
    () => '/admin/digital-models',
    () => '/admin/pairs',
    () => '/admin/trainings',
    () => '/admin/messages',
    () => '/admin/articles',
  ],
  trainer: [
    () => '/admin',
    () => '/admin/trainings',
    () => '/admin/trainings?view=month',
    () => '/admin/messages',
    () => '/admin/trainings/calls',
    () => '/admin/courses',
  ],
  editor: [
    () => '/admin',
    () => '/admin/articles',
    ({ article }) => `/admin/articles/${article}`,
    ({ guide }) => `/admin/articles/${guide}`,
    ({ article }) => `/admin/articles/${article}/edit`,
    () => '/admin/articles/new',
  ],
  viewer: [() => '/admin', () => '/admin/people', () => '/admin/digital-models', () => '/admin/coverage'],
};

let database: pg.Client;
let portal: CountingPortal;
let ids: Ids;

test.beforeAll(async () => {
  database = await openDatabase();
  portal = await CountingPortal.open({ DATABASE_URL: databaseAddress(), DATABASE_PATIENCE: '6', DEMO: 'on' });
  // a process that is just beginning may still say that it is busy
  await expect.poll(async () => (await fetch(`${portal.origin}/dang-nhap`)).status, { timeout: 90_000 }).toBe(200);
  const idOf = async (sql: string) => (await read<{ id: string }>(database, sql))[0]?.id ?? '';
  const commune = await idOf(`SELECT id FROM unit WHERE slug = 'long-hung'`);
  const within = `JOIN unit_span s ON s.is_last AND s.commune_id = '${commune}'`;
  ids = {
    commune,
    group: await idOf(
      `SELECT unit_id AS id FROM unit_span WHERE is_last AND level = 'group' AND commune_id = '${commune}' LIMIT 1`,
    ),
    period: await idOf(
      `SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= current_date ORDER BY ends_on DESC LIMIT 1`,
    ),
    person: await idOf(
      `SELECT m.person_id AS id FROM membership m ${within} AND s.unit_id = m.unit_id WHERE m.valid_to IS NULL LIMIT 1`,
    ),
    model: await idOf(
      `SELECT h.model_id AS id FROM model_host h ${within} AND s.unit_id = h.unit_id JOIN digital_model m ON m.id = h.model_id
       WHERE m.kind = 'digital_family' LIMIT 1`,
    ),
    pair: await idOf(`SELECT h.pair_id AS id FROM pair_host h ${within} AND s.unit_id = h.unit_id LIMIT 1`),
    session: await idOf(
      `SELECT t.id FROM session t ${within} AND s.unit_id = t.unit_id WHERE t.state = 'approved' LIMIT 1`,
    ),
    held: await idOf(
      `SELECT t.id FROM session t ${within} AND s.unit_id = t.unit_id JOIN attendance a ON a.session_id = t.id
       WHERE t.state = 'held' ORDER BY t.starts_at DESC LIMIT 1`,
    ),
    article: await idOf(`SELECT id FROM article WHERE kind = 'news' LIMIT 1`),
    guide: await idOf(`SELECT id FROM article WHERE kind = 'guide' LIMIT 1`),
    check: await idOf(`SELECT round_id || '/' || id AS id FROM spot_check LIMIT 1`),
    account: await idOf(`SELECT id FROM account WHERE email = 'longhung@demo.invalid'`),
  };
});
test.afterAll(async () => {
  portal?.close();
  await database?.end();
});

for (const [name, hers] of Object.entries(pages))
  test(`the pages that ${name} opens most ask the database as often as they say, and no more`, async () => {
    const [her] = await read<{ id: string }>(database, `SELECT id FROM account WHERE email = '${name}@demo.invalid'`);
    const cookie = await openSession(database, her?.id ?? '');
    const grown: string[] = [];
    for (const addressOf of hers) {
      const address = addressOf(ids);
      const ask = () => portal.ask(address, { headers: { cookie: `${cookie.name}=${cookie.value}` } });
      await ask();
      // asked again: what a process holds of what seldom changes, and what other journeys change meanwhile, is not hers
      const counts: number[] = [];
      while (counts.length < 3 && Math.min(...counts, Number.POSITIVE_INFINITY) > AIM) {
        const { status, statements } = await ask();
        expect(status, address).toBe(200);
        counts.push(statements);
      }
      if (Math.min(...counts) > AIM) grown.push(`${address}: ${counts} statements, not ${AIM}`);
    }
    expect(grown).toEqual([]);
  });
