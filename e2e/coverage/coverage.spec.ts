import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const whole =
  '/admin/coverage?level=group&on=2026-09-30&with=2026-08-31&kind=ward&lacking=pair&place=tri-an&sort=percent';

/** The place that is projected, as the room reads it. */
const placeOn = (page: Page | Reader) => page.locator('.projector-places h2');

test('from the map on the wall to a class for the units of the lowest place in four clicks, arrow keys between places', async ({
  signInAs,
}) => {
  const page = await signInAs('province');
  await page.goto('/admin/coverage');
  await page.getByRole('link', { name: 'Chiếu toàn màn hình' }).click();
  await expect(page.getByRole('navigation', { name: 'Bản đồ tổ ong' })).toBeVisible();
  await expect(page.locator('header')).toBeHidden();
  await expect(page.getByText('Dữ liệu minh họa').last()).toBeVisible();

  await page.getByRole('link', { name: 'Nơi thấp nhất' }).click();
  await expect(page).toHaveURL(/place=/);
  await expect(page.getByRole('heading', { name: 'Ai cần gì' })).toBeVisible();
  const lowest = await placeOn(page).textContent();
  await expect(page.getByText(/^0%$/).last()).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(placeOn(page)).not.toHaveText(lowest ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(placeOn(page)).toHaveText(lowest ?? '');

  const boxes = page.getByRole('checkbox');
  const ticked = await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).checked).length);
  await boxes.first().uncheck();
  await page.getByRole('button', { name: `Mở lớp cho ${ticked - 1} chi hội` }).click();
  await expect(page).toHaveURL(/\/admin\/trainings\/new\?commune=/);
  await expect(page.getByLabel('Lời nhắn cho người học')).toHaveValue(/^Mời hội viên: /);
  for (const field of ['courseId', 'audience', 'language', 'mode', 'seats'])
    expect(await page.locator(`[name=${field}]`).first().inputValue(), field).not.toBe('');
});

test('without a script the projector goes on by links, in a bright and in a dark room, and a class is opened all the same', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/coverage/projector');
  await page.getByRole('link', { name: 'Nơi sau →' }).click();
  const first = await placeOn(page).textContent();
  await page.getByRole('link', { name: 'Phòng tối' }).click();
  await expect(page.locator('.projector')).toHaveAttribute('data-room', 'dark');
  await expect(placeOn(page)).toHaveText(first ?? '');
  await page.getByRole('link', { name: 'Nơi sau →' }).click();
  await expect(page.locator('.projector')).toHaveAttribute('data-room', 'dark');
  await page.getByRole('button', { name: /^Mở lớp/ }).click();
  await expect(page).toHaveURL(/\/admin\/trainings\/new\?commune=/);
});

test('a link carries the whole view, and whoever may not see a place is not shown it by its address', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto(whole);
  await expect(page.getByLabel('Tính theo')).toHaveValue('coverage_group');
  await expect(page.getByLabel('Tại ngày')).toHaveValue('30/09/2026');
  await expect(page.getByLabel('So với ngày')).toHaveValue('31/08/2026');
  await expect(page.getByLabel('Loại nơi')).toHaveValue('ward');
  await expect(page.getByLabel('Thiếu gì')).toHaveValue('pair');
  await expect(page.getByRole('heading', { name: 'Phường Trị An' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Từ 31/08/2026 đến 30/09/2026' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Tỷ lệ.*xếp từ cao xuống/ })).toBeVisible();

  const official = await readAs('longhung');
  await official.goto(whole);
  await expect(official.getByRole('heading', { name: 'Phường Long Hưng' })).toBeVisible();
  await expect(official.getByText('Trị An')).toHaveCount(0);
  await official.goto('/admin/coverage/projector?place=tri-an');
  await expect(placeOn(official)).toHaveText('Phường Long Hưng');
});

test('a chart is taken along as it is seen: with its title, its day, its source and the mark', async ({ signInAs }) => {
  const page = await signInAs('province');
  await page.goto('/admin/coverage?on=2026-09-30');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải hình SVG' }).first().click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('ty-le-bao-phu-ban-do-2026-09-30.svg');
  const text = await readFile(await file.path(), 'utf8');
  for (const said of [
    'Tỷ lệ chi hội đạt, đến 30/09/2026',
    'Tính đến 30/09/2026',
    'Nguồn: ',
    'Dữ liệu minh họa',
    'Long Hưng',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('href="/admin');
  // its letters go with it, so that it looks the same where they are not there
  expect(text.match(/@font-face\{font-family:"Be Vietnam Pro"[^}]*url\(data:font\/woff2;base64,/g)).toHaveLength(2);
  // tiles are drawn from one shape, each in its colour
  expect(text).toMatch(/<use [^>]*fill="rgb/);
  expect(text).not.toMatch(/<polygon id="[^"]*-tile"[^>]* fill="(none|rgb)/);

  const drawn = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải hình PNG' }).first().click();
  const picture = await readFile(await (await drawn).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(20_000);
});

test('a reader opens the figure of the day, looks at a place beside the map, keeps it on another level, and goes on to its page', async ({
  readAs,
}) => {
  const page = await readAs();
  await page.goto('/do-phu');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d[\d,]*% chi hội đã có /);
  const panel = page.locator('#place');
  await expect(panel).toContainText('Cả thành phố');
  await panel.getByText('Chọn xã, phường').click();
  await panel.getByRole('link', { name: 'Phường Trảng Dài' }).click();
  await expect(page).toHaveURL(/\/do-phu\?place=trang-dai$/);
  await expect(panel.getByRole('heading', { name: 'Phường Trảng Dài' })).toBeVisible();
  const told = (await panel.textContent()) ?? '';
  const [, covered, units] = /(\d+) trên (\d+) chi hội/.exec(told) ?? [];
  await page.getByRole('link', { name: 'Tổ', exact: true }).click();
  await expect(page).toHaveURL(/level=group/);
  await expect(panel.getByRole('heading', { name: 'Phường Trảng Dài' })).toBeVisible();
  await panel.getByRole('link', { name: 'Xem phường Trảng Dài' }).click();
  await expect(page).toHaveURL(/\/xa-phuong\/trang-dai$/);
  await expect(page.locator('main')).toContainText(`${covered}/${units}`);
  await page.goto('/do-phu?place=khong-co');
  await expect(panel).toContainText('Cả thành phố');
});

test('the city sees where most is missing how far the report of the month has come, as the list of reports tells it', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/coverage');
  const heading = page.locator('#most').getByRole('link', { name: /^Báo cáo tháng/ });
  const [places, states] = [
    await page.locator('#most tbody th').allTextContents(),
    await page.locator('#most tbody td[data-l="Kỳ báo cáo"] .badge:first-child').allTextContents(),
  ];
  expect([places.length, states.length]).toEqual([8, 8]);
  await heading.click();
  await expect(page).toHaveURL(/\/admin\/reports\?.*period=/);
  for (const [at, place] of places.entries()) {
    const row = page
      .locator('main table')
      .first()
      .locator('tbody tr', { has: page.getByText(place, { exact: true }) });
    await expect(row, place).toContainText(states[at] ?? '?');
  }
  const official = await readAs('longhung');
  await official.goto('/admin/coverage');
  await expect(official.getByText(/^Báo cáo tháng/)).toHaveCount(0);
});

test('from the page of her commune a reader is at a class in one tap, and at whom to ask in a second', async ({
  readAs,
}) => {
  const page = await readAs();
  await page.goto('/xa-phuong/long-hung');
  const call = page.locator('#ask a[href^="tel:"]');
  await expect(call).toContainText('Long Hưng');
  await page.locator('main a[href^="/tap-huan/"]').first().click();
  await expect(page).toHaveURL(/\/tap-huan\/[a-z0-9-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main')).toContainText('Long Hưng');
});

test('places side by side, how places are spread, lessons by month and a chain are taken along too, a chain without a name', async ({
  signInAs,
}) => {
  const page = await signInAs('province');
  const saved = async (id: string) => {
    const file = page.waitForEvent('download');
    await page.locator(`#${id} ~ p`).getByRole('button', { name: 'Tải hình SVG' }).first().click();
    return readFile(await (await file).path(), 'utf8');
  };
  await page.goto('/admin/coverage?on=2026-09-30&places=long-hung,trang-dai');
  const [compared, spread] = [await saved('compared'), await saved('spread')];
  for (const said of ['Long Hưng', 'Trảng Dài', 'Tính đến 30/09/2026', 'Nguồn: ', 'Dữ liệu minh họa'])
    expect(compared).toContain(said);
  for (const said of ['90–100%', 'Tính đến 30/09/2026', 'Nguồn: ', 'Dữ liệu minh họa']) expect(spread).toContain(said);
  expect(await saved('trend')).toContain(', toàn thành phố');
  expect(spread).toMatch(/<rect [^>]*fill="rgb/);

  await page.goto('/admin/peer-lessons');
  const months = await saved('lesson-months');
  for (const said of ['Nguồn: ', 'Dữ liệu minh họa']) expect(months).toContain(said);

  await page.goto('/admin/pairs/chains');
  await page.locator('main a[href^="/admin/pairs/chains/"]').first().click();
  await expect(page.locator('#chain svg')).toBeVisible();
  const names = await page.locator('#chain text[data-saved]').allTextContents();
  const chain = await saved('chain');
  expect(chain).toContain('>Chị 1</text>');
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(chain).not.toContain(name);
});

test('a trend of one commune that is taken along says whose it is, and a picture of one kind of place which kind', async ({
  signInAs,
}) => {
  const saved = async (page: Page, id: string) => {
    const file = page.waitForEvent('download');
    await page.locator(`#${id} ~ p`).getByRole('button', { name: 'Tải hình SVG' }).first().click();
    return readFile(await (await file).path(), 'utf8');
  };
  const official = await signInAs('longhung');
  await official.goto('/admin/coverage?on=2026-09-30');
  for (const id of ['trend', 'models']) expect(await saved(official, id)).toContain(', Phường Long Hưng');
  const units = await saved(official, 'sub-associations');
  for (const said of [
    'So các chi hội với nhau, Phường Long Hưng',
    'Chi hội Khu phố ',
    'Tính đến 30/09/2026',
    'Nguồn: ',
  ])
    expect(units).toContain(said);
  const trend = await saved(official, 'trend');
  expect(trend.match(/Nét đứt: chỉ tiêu (\d+)%/)?.[1] ?? null).toBe(
    (await official.locator('#trend').textContent())?.match(/Chỉ tiêu (\d+)%/)?.[1] ?? null,
  );
  const province = await signInAs('province');
  await province.goto('/admin/coverage?on=2026-09-30&kind=ward');
  for (const id of ['map', 'spread']) expect(await saved(province, id)).toContain('Chỉ phường.');
});
