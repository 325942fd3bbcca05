import type pg from 'pg';
import { createSession } from '../../test/factories/trainings';
import { type Made, read, unique } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { openDatabase } from '../support/stage/stage';
import { secretTold } from '../support/stage/trainings';
import { test } from '../support/test';

/** A day that far ahead that nothing of the demonstration data lies on it, in the middle of its month. */
const day = (date: number) => `${month()}-${String(date).padStart(2, '0')}`;
const month = () => new Date(Date.now() + 150 * 86_400_000).toISOString().slice(0, 7);
const shown = (date: number) => day(date).split('-').reverse().join('/');
/** Anew for each row of tests that a worker takes up. */
let slugs = { night: '', dawn: '', fair: '' };
const COMMUNE = '26380';
/** Another worker may have put its own there too. */
const SOME = '[1-9]\\d* buổi';

let database: pg.Client;
test.beforeAll(async () => {
  const mark = unique();
  slugs = { night: `dem-${mark}`, dawn: `khuya-${mark}`, fair: `hoi-cho-${mark}` };
  database = await openDatabase();
  const [course] = await read<Made>(database, `SELECT id FROM course WHERE code = 'vneid'`);
  const [unit] = await read<Made>(database, `SELECT id FROM unit WHERE code = '${COMMUNE}'`);
  const make = (slug: string, from: string, to: string, allDay = false) =>
    createSession(database, {
      course: course ?? { id: '' },
      unit: unit ?? { id: '' },
      mode: 'unit_meeting',
      slug,
      allDay,
      startsAt: `${from}:00+07:00`,
      endsAt: `${to}:00+07:00`,
    });
  await make(slugs.night, `${day(5)}T23:30`, `${day(6)}T00:30`);
  await make(slugs.dawn, `${day(9)}T00:00`, `${day(9)}T01:00`);
  await make(slugs.fair, `${day(12)}T00:00`, `${day(14)}T00:00`, true);
});
test.afterAll(() => database.end());

const monthOf = () => `/tap-huan?view=month&month=${month()}&commune=${COMMUNE}`;

for (const width of [360, 1440])
  test(`a month is read and walked through by keyboard at ${width} px, without JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(monthOf());
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveCount(7);
    const named = (date: number, count: string) =>
      table.getByRole('link', { name: new RegExp(`${shown(date)}: ${count}`) });
    // over midnight: on the day it begins; a fair: on each of its days and not on the day it ends with
    for (const [date, count] of [
      [5, SOME],
      [6, 'không'],
      [9, SOME],
      [12, SOME],
      [13, SOME],
      [14, 'không'],
    ] as const)
      await expect(named(date, count)).toHaveCount(1);
    await expect(page.getByText('23:30').locator('visible=true').first()).toBeVisible();
    const fair = page.getByText(/cả ngày/i).locator('visible=true');
    if (width === 360) {
      // a week later than the first that has anything: folded on a phone until it is tapped
      await expect(fair).toHaveCount(0);
      await page
        .locator('details', { hasText: /cả ngày/i })
        .locator('summary')
        .click();
    }
    await expect(fair.first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await named(5, SOME).focus();
    await page.keyboard.press('Tab');
    // in the table the day's session comes next, on a phone the next day does
    const next = page.locator(':focus');
    await expect(next).toHaveAttribute('href', width === 360 ? /day=/ : /dem-/);
    await named(5, SOME).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(shown(5)) })).toBeVisible();
    await expect(page.getByText(`23:30 – 00:30 (${shown(6).slice(0, 5)})`).first()).toBeVisible();
    await page.getByRole('link', { name: 'Ngày sau' }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: new RegExp(shown(6)) })).toBeVisible();
    await expect(page.getByText('23:30')).toHaveCount(0);
    await context.close();
  });

for (const [address, name] of [
  ['/tap-huan?view=month', 'Hôm nay'],
  ['/en/trainings?view=month', 'Today'],
] as const)
  test(`this month opens at the week of today on a phone, and one tap leads to today: ${address}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(address);
    const weeks = page.locator('main details', { has: page.locator('.calendar-leaf') });
    await expect(weeks.locator('visible=true').and(page.locator('[open]'))).toHaveCount(1);
    const today = page.locator('#today');
    await expect(today).not.toBeInViewport();
    await page.getByRole('link', { name, exact: true }).click();
    await expect(today).toBeInViewport();
    await page.setViewportSize({ width: 1440, height: 900 });
    // the table stands in for it
    await expect(page.getByRole('link', { name, exact: true })).toBeHidden();
    await expect(today).toBeHidden();
    await context.close();
  });

test('the page, its data for machines, the calendar and the poster say the time and day of Viet Nam', async ({
  request,
  readAs,
}) => {
  const page = await readAs();
  const told = {
    night: [`23:30 – 00:30 (${shown(6).slice(0, 5)})`, `${day(5)}T23:30:00+07:00`],
    dawn: ['00:00 – 01:00', `${day(9)}T00:00:00+07:00`],
    fair: [`Cả ngày, đến hết ${shown(13)}`, day(12)],
  } as const;
  for (const name of ['night', 'dawn', 'fair'] as const) {
    await page.goto(`/tap-huan/${slugs[name]}`);
    await expect(page.getByText(told[name][0]).first()).toBeVisible();
    const event = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}');
    expect(event).toMatchObject({ startDate: told[name][1], eventStatus: 'https://schema.org/EventScheduled' });
    expect(event.offers).toMatchObject({ '@type': 'Offer', availability: 'https://schema.org/InStock' });
    expect(event.offers, 'the portal knows of no price').not.toHaveProperty('price');
    await page.getByRole('link', { name: 'Áp phích để in' }).click();
    await expect(page.getByText(told[name][0])).toBeVisible();
    await expect(page.getByRole('img', { name: /quét mã này/ })).toBeVisible();
    const href = await page.getByRole('link', { name: 'Tải bản in' }).getAttribute('href');
    const document = await request.get(href ?? '');
    expect(document.headers()['content-type']).toBe('application/pdf');
    expect((await document.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
  const lineOf = async (slug: string, name: string) =>
    new RegExp(`^${name}.*$`, 'm').exec(await (await request.get(`/lich.ics?session=${slug}`)).text())?.[0].trim();
  const plain = (date: number) => day(date).replaceAll('-', '');
  expect(await lineOf(slugs.night, 'DTSTART')).toBe(`DTSTART:${plain(5)}T163000Z`);
  expect(await lineOf(slugs.night, 'DTEND')).toBe(`DTEND:${plain(5)}T173000Z`);
  expect(await lineOf(slugs.dawn, 'DTSTART')).toBe(`DTSTART:${plain(8)}T170000Z`);
  expect(await lineOf(slugs.fair, 'DTEND')).toBe(`DTEND;VALUE=DATE:${plain(14)}`);

  const feed = `/lich.ics?commune=${COMMUNE}&topic=vneid`;
  const first = await request.get(feed);
  const [etag = '', since = ''] = ['etag', 'last-modified'].map((name) => first.headers()[name]);
  expect((await request.get(feed, { headers: { 'if-none-match': etag } })).status()).toBe(304);
  expect((await request.get(feed, { headers: { 'if-modified-since': since } })).status()).toBe(304);
  expect((await request.get('/lich.ics?commune=00000')).status()).toBe(404);
});

test('a ticket, printed too, and its calendar file say the time and day of Viet Nam', async ({ page, request }) => {
  const [text] = await read<Made>(
    database,
    `SELECT id FROM consent_text WHERE purpose = 'training' AND locale = 'vi' ORDER BY edition DESC LIMIT 1`,
  );
  const phone = `09${String(Date.now()).slice(-7)}`;
  const plain = (date: number) => day(date).replaceAll('-', '');
  for (const [at, name] of (['night', 'dawn', 'fair'] as const).entries()) {
    const said = {
      night: [`23:30 – 00:30 (${shown(6).slice(0, 5)})`, shown(5), `DTSTART:${plain(5)}T163000Z`],
      dawn: ['00:00 – 01:00', shown(9), `DTSTART:${plain(8)}T170000Z`],
      fair: ['Cả ngày', shown(12), `DTSTART;VALUE=DATE:${plain(12)}`],
    }[name];
    const answer = await request.post('/api/enrolments', {
      form: {
        session: slugs[name],
        locale: 'vi',
        name: 'Nguyễn Thị Sáu',
        phone: `${phone}${at}`,
        consent: 'yes',
        consentText: text?.id ?? '',
      },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    const ticket = `/ve/${await secretTold(database, `${phone}${at}`)}`;
    await page.goto(ticket);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      for (const words of said.slice(0, 2)) await expect(page.getByText(words).first()).toBeVisible();
    }
    expect(await (await request.get(`${ticket}/lich.ics`)).text()).toContain(said[2]);
  }
});

test('a trainer subscribes to her own calendar, nobody guesses it, and it ends at once', async ({
  request,
  readAs,
}) => {
  const trainer = await readAs('trainer');
  await trainer.goto('/admin/trainings?view=day&own=yes');
  await trainer.getByRole('link', { name: 'Đưa lịch vào điện thoại' }).click();
  await trainer.getByRole('button', { name: 'Tạo địa chỉ' }).click();
  const address = await trainer.getByLabel('Địa chỉ lịch').inputValue();
  const calendar = await request.get(address);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('BEGIN:VEVENT');
  const again = { headers: { 'if-none-match': calendar.headers().etag ?? '' } };
  expect((await request.get(address, again)).status()).toBe(304);
  const wrong = address.slice(0, -1) + (address.endsWith('a') ? 'b' : 'a');
  expect((await request.get(wrong)).status()).toBe(404);

  // somebody else's list does not know of it
  const official = await readAs('longhung');
  await official.goto('/admin/trainings/calendars');
  await expect(official.getByRole('button', { name: 'Kết thúc địa chỉ này' })).toHaveCount(0);

  await trainer.getByRole('button', { name: 'Kết thúc địa chỉ này' }).first().click();
  await expect(trainer).toHaveURL(/said=ended/);
  expect((await request.get(address)).status()).toBe(404);
});
