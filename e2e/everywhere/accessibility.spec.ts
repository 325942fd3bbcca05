import { expect, type Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { expectRoomForLargeText } from '../support/page/large-text';
import { oddPartsOf } from '../support/page/odd-parts';
import { instructorOf } from '../support/stage/members';
import { openDatabase } from '../support/stage/stage';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const pages = [
  '/admin',
  '/admin/digital-models',
  '/admin/digital-models/new?kind=digital_family',
  '/admin/digital-models/practices',
  '/admin/digital-models/hints',
  '/admin/criteria',
  '/admin/criteria/digital_womens_club',
  '/admin/units',
  '/admin/imports',
  '/admin/people',
  '/admin/people/new',
  '/admin/people/duplicates',
  '/admin/people/member-cards',
  '/admin/pairs',
  '/admin/pairs/new',
  '/admin/pairs/quiet',
  '/admin/pairs/chains',
  '/admin/trainings',
  '/admin/trainings?view=month',
  '/admin/trainings?view=week',
  '/admin/trainings/calendars',
  '/admin/trainings/new',
  '/admin/trainings/topic-waits',
  '/admin/messages',
  '/admin/messages?list=mail',
  '/admin/indicators/models_digital_family/rows',
  '/admin/peer-lessons',
  '/admin/peer-lessons/new',
  '/admin/peer-lessons/phone',
  '/admin/attendance',
  '/admin/trainings/reach',
  '/admin/certificates',
  '/admin/certificates/qualifications',
  '/admin/trainings/calls',
  '/admin/trainings/calls/new',
  '/admin/trainings/series/new',
  '/admin/courses',
  '/admin/courses/new',
  '/admin/targets',
  '/admin/reports',
  '/admin/reports/summary',
  '/admin/reports/template',
  '/admin/reports/template/fields',
  '/admin/venues',
  '/admin/venues/new',
  '/admin/articles',
  '/admin/articles/new',
  '/admin/articles/rulings',
  '/admin/articles/front',
  '/admin/articles/ageing',
  '/admin/articles/links',
  '/admin/articles/reads',
  '/admin/pictures',
  '/admin/coverage?unfolded=long-hung',
  '/admin/coverage/meeting',
  '/admin/coverage/next-trainings',
  '/admin/coverage/projector',
  '/admin/coverage?level=group&with=2026-08-31&place=tri-an&places=tri-an,long-hung&years=3',
  '/admin/boundaries',
  '/admin/indicators',
  '/admin/indicators/coverage_group',
  '/admin/indicators/people_trained',
  '/admin/indicators/priority_groups_reached',
  '/admin/spot-checks',
  '/admin/spot-checks/new',
  '/admin/accounts',
  '/admin/accounts/new',
  '/admin/accounts/own',
  '/admin/accounts/own/second-factor',
  '/admin/second-pairs',
  '/admin/audit',
];
/** Two tests, so that two browsers share the pages. */
const halves = [0, 1].map((half) => pages.filter((_, at) => at % 2 === half));

for (const [half, paths] of halves.entries()) {
  test(`the signed-in pages, half ${half + 1}, have no violation, no error and no sideways scrolling at 360 and 1440 px, also with letters twice as large`, async ({
    signInAs,
  }) => {
    test.setTimeout(420_000);
    await areWhole(await signInAs('province'), paths);
  });
}

/** With everything that is folded opened: what stands there has to hold as well. */
const unfold = (page: Page) =>
  page.locator('main').evaluate((main) => {
    for (const fold of main.querySelectorAll('details')) fold.open = true;
  });

async function areWhole(page: Page, paths: readonly string[], look: (page: Page) => Promise<void> = async () => {}) {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (request.headers()['next-router-prefetch']) wrong.push(`asked for ahead: ${request.url()}`);
  });
  for (const path of paths) {
    await page.setViewportSize({ width: 360, height: 900 });
    expect((await page.goto(path))?.status(), path).toBe(200);
    await look(page);
    expect(await oddPartsOf(page), path).toEqual([]);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.locator('h1')).toBeVisible();
      expect(await violationsOf(page), `${path} at ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
    await expectRoomForLargeText(page, path);
  }
  expect(wrong).toEqual([]);
}

/** A session of a commune that is to come and has participants, a model of it, and the last month that is over. */
async function recordsOf(commune: string) {
  const database = await openDatabase();
  const [found] = await read<{ session: string; model: string; communeId: string; period: string }>(
    database,
    `SELECT c.id AS "communeId",
       (SELECT s.id FROM session s JOIN unit_span u ON u.unit_id = s.unit_id AND u.is_last AND u.commune_id = c.id
        WHERE s.state = 'approved' AND s.starts_at > now() AND EXISTS (SELECT FROM enrolment e WHERE e.session_id = s.id)
        ORDER BY s.starts_at LIMIT 1) AS session,
       (SELECT h.model_id FROM model_host h JOIN unit_span u ON u.unit_id = h.unit_id AND u.is_last AND u.commune_id = c.id
        WHERE h.valid_to IS NULL ORDER BY h.model_id LIMIT 1) AS model,
       (SELECT id FROM reporting_period WHERE kind = 'month' AND ends_on <= app.today() ORDER BY ends_on DESC LIMIT 1) AS period
     FROM unit c WHERE c.slug = '${commune}'`,
  );
  await database.end();
  if (!found) throw new Error(`${commune} has no records`);
  return found;
}

test('records and narrowed lists, with all that is folded opened, have no violation, no error and no sideways scrolling, also with letters twice as large', async ({
  signInAs,
}) => {
  test.setTimeout(300_000);
  const [her, { session, model, communeId, period }] = [await instructorOf('long-hung'), await recordsOf('long-hung')];
  const record = `/admin/people/${her.id}`;
  await areWhole(
    await signInAs('province'),
    [
      record,
      `${record}/consents`,
      `${record}/consents/sheet`,
      `/admin/audit?person=${her.id}`,
      `/admin/pairs/${her.pair}`,
      `/admin/trainings/${session}`,
      `/admin/trainings/${session}/participants`,
      `/admin/digital-models/${model}`,
      `/admin/coverage/${communeId}`,
      `/admin/reminders/new?commune=${communeId}`,
      `/admin/reports/remind?period=${period}`,
      `/admin/reports/summary?period=${period}`,
      `/admin/reports/${communeId}/${period}`,
      `/admin/people?unit=${communeId}&kind=member&q=thi`,
      `/admin/pairs?commune=${communeId}&state=live&q=thi`,
      `/admin/people?q=khong-ai-ten-nhu-vay`,
    ],
    unfold,
  );
});

test('a form is filled in and sent by keyboard alone, and a mistake takes the focus to its summary', async ({
  signInAs,
  database,
}) => {
  const [commune] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'an-vien'`);
  const official = await signInAs('longhung');
  await official.goto('/admin/digital-models/new?kind=digital_womens_club');
  await chooseUnit(official, 'Chi hội', 'Chi hội Khu phố 5');
  const province = await signInAs('province');
  for (const [page, path, label] of [
    [official, null, 'Tên mô hình'],
    [province, `/admin/trainings/new?commune=${commune?.id}`, 'Số chỗ'],
  ] as const) {
    if (path) await page.goto(path);
    // before the page is alive, Return sends the form as it does without a script, and the page is drawn anew
    await expect(async () => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').first()).toBeFocused({ timeout: 10_000 });
    }).toPass();
  }
});
