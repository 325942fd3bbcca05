import { read } from '../../test/factories/write';
import { violationsOf } from '../support/page/axe';
import { ONE_LOOK } from '../support/page/soon';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

test.describe('a reader without scripts', () => {
  test('goes from a figure to its definition, to a day behind, to the order by value, and to the same in English', async ({
    readAs,
  }) => {
    const page = await readAs();
    // others move figures of the city meanwhile: both pages are read again where one of them was older
    await expect(async () => {
      await page.goto('/do-phu');
      const sentence = (await page.locator('h1 + p').textContent())?.match(/([\d.]+) trong ([\d.]+)/);
      await page.getByRole('link', { name: /Cách tính ?: Chi hội/ }).click();
      await expect(page).toHaveURL(/\/chi-so\/ty-le-bao-phu-chi-hoi$/);
      await expect(page.getByText(`${sentence?.[1]} trên ${sentence?.[2]}`)).toBeVisible(ONE_LOOK);
    }).toPass();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chi hội đạt chỉ tiêu bao phủ');
    await expect(page.getByText('Bản 1, từ 01/07/2025')).toBeVisible();
    // on paper, where nobody follows a link to it
    await expect(page.locator('main')).toContainText('cổng Phụ nữ số. Giấy phép CC BY 4.0.');

    await page.getByRole('link', { name: 'Giá trị' }).click();
    const shares = page.getByRole('table', { name: 'Từng xã, phường' }).first().locator('tbody tr');
    await expect(shares.nth(1)).toContainText('100%');

    await page.getByLabel('Tính đến ngày').fill('31/03/2026');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await expect(page).toHaveURL(/on=31%2F03%2F2026|on=2026-03-31/);
    await expect(page.getByText('Ngày 31/03/2026')).toBeVisible();

    await page.goto('/chi-so/ty-le-bao-phu-chi-hoi');
    await page.getByRole('link', { name: 'English' }).first().click();
    await expect(page).toHaveURL(/\/en\/indicators\/sub-association-coverage$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sub-associations covered');
  });

  test('looks back over years, from a day behind, and takes the drawing along as a picture that explains itself', async ({
    readAs,
  }) => {
    const page = await readAs();
    await page.goto('/chi-so/gia-dinh-so?on=2026-09-30');
    await expect(page.getByRole('heading', { name: '12 tháng qua' })).toBeVisible();
    await page.getByRole('link', { name: '3 năm' }).click();
    await expect(page).toHaveURL(/on=2026-09-30&years=3/);
    await expect(page.getByRole('heading', { name: /^3 năm qua/ })).toBeVisible();
    const drawing = page.locator('a[href*="/chi-so/hinh/gia-dinh-so.svg"]');
    const address = (await drawing.getAttribute('href')) ?? '';
    expect(address).toContain('years=3');
    const svg = await page.request.get(address);
    expect(svg.headers()['content-type']).toContain('image/svg+xml');
    const text = await svg.text();
    for (const said of [
      'Gia đình số',
      'Tính đến 30/09/2026.',
      'Nguồn: ',
      'Trích dẫn: ',
      '/so-lieu/gia-dinh-so/',
      'Dữ liệu minh họa',
    ])
      expect(text).toContain(said);
    const png = await page.request.get('/en/indicators/pictures/digital-families.png');
    expect(png.headers()['content-type']).toBe('image/png');
    // what is kept has one spelling, and no address of people
    for (const path of [
      'gia-dinh-so.svg?years=1',
      'gia-dinh-so.svg?years=2',
      'gia-dinh-so.svg?on=2099-01-01',
      'hoi-vien.svg',
    ])
      expect((await page.request.get(`/chi-so/hinh/${path}`)).status(), path).toBe(404);

    await page.goto('/do-phu?level=group&years=3');
    await expect(page.locator('#trend [aria-current="page"]')).toHaveText('3 năm');
    const trend = await page.request.get((await page.locator('#trend a[href*=".svg"]').getAttribute('href')) ?? '');
    expect([trend.status(), (await trend.text()).includes('Tiến độ theo quý, 3 năm')]).toEqual([200, true]);
    expect((await page.request.get('/do-phu/hinh/ban-do.svg?years=3')).status()).toBe(404);
  });

  test('finds no figure of people, and nothing under an address that is none', async ({ readAs }) => {
    const page = await readAs();
    await page.goto('/chi-so');
    await expect(page.getByRole('link', { name: 'Giờ dạy' })).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Hội viên đã được tới');
    expect((await page.goto('/chi-so/hoi-vien')).status()).toBe(404);
    expect((await page.goto('/chi-so/hoi-vien?on=2026-03-31')).status()).toBe(404);
  });
});

test('at work each finds the number of her own place, the province signs in words, and nobody reads of a neighbour', async ({
  signInAs,
  database,
  readAs,
}) => {
  const province = await signInAs('province');
  await province.goto('/admin/indicators');
  await province.getByRole('link', { name: 'Chi hội đạt chỉ tiêu bao phủ' }).click();
  await expect(province.getByRole('link', { name: 'Xem từng dòng đứng sau con số này' })).toBeVisible();
  expect(await violationsOf(province)).toEqual([]);

  // nothing is written: the day lies before the record, and what was typed stays
  await province.getByLabel('Cả Gia đình số và cặp 1+1, không cần gắn với nhau').check();
  await province.getByLabel('Tính từ ngày').fill('31/07/2025');
  await province.getByLabel('Văn bản quyết định').fill('Quyết định số 12/QĐ-BTV');
  await province.getByRole('button', { name: 'Ký cách tính này' }).click();
  await expect(province.getByRole('alert').first()).toBeVisible();
  await expect(province.getByLabel('Văn bản quyết định')).toHaveValue('Quyết định số 12/QĐ-BTV');

  const head = await readAs('khupho5');
  await head.goto('/admin/indicators/members');
  await expect(head.getByText(/^Khu phố 5|Chi hội Khu phố 5/).first()).toBeVisible();
  await expect(head.getByRole('button', { name: 'Ký cách tính này' })).toHaveCount(0);
  const [neighbour] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'trang-dai'`);
  expect((await head.goto(`/admin/indicators/members?unit=${neighbour?.id}`))?.status()).toBe(404);
});

test('people trained are told by course, a course place by place with its year and a sheet, and an indicator says its pace', async ({
  readAs,
}) => {
  const province = await readAs('province');
  await province.goto('/admin/indicators/people_trained');
  await expect(province.getByRole('heading', { name: '12 tháng qua' })).toBeVisible();
  await expect(
    province.getByRole('img', { name: /^Người đã dự tập huấn: từ [\d.]+ cuối tháng/ }).first(),
  ).toBeVisible();
  const courses = province.getByRole('table', { name: 'Khóa học' });
  const first = courses.locator('tbody tr').first();
  const [name, people] = [await first.getByRole('link').textContent(), await first.locator('b').textContent()];
  await first.getByRole('link').click();
  await expect(province).toHaveURL(/topic=/);
  await expect(province.getByRole('heading', { level: 1 })).toHaveText(`Người đã dự tập huấn: ${name}`);
  const places = province.getByRole('table', { name: 'Người đã dự tập huấn: Từng xã, phường' }).first();
  await expect(places.locator('tbody tr').first()).toContainText(people ?? '');
  await expect(province.locator('a[download][href*="topic="]').first()).toBeVisible();

  await province.goto('/admin/indicators/coverage_group');
  await expect(province.getByRole('heading', { name: /^Nhịp độ: / })).toBeVisible();
  const neighbour = await readAs('longhung');
  expect(
    (await neighbour.goto('/admin/indicators/people_trained?topic=00000000-0000-4000-8000-000000000000')).status(),
  ).toBe(404);
});

test('behind a count of women of the whole city on a day stand its communes, behind each its rows of that day; a list of today is called so', async ({
  readAs,
}) => {
  const province = await readAs('province');
  await province.goto('/admin/indicators/pairs_active?on=2026-03-31');
  await province.getByRole('link', { name: 'Xem từng dòng đứng sau con số này' }).click();
  await expect(province).toHaveURL(/pairs_active\/rows\?.*on=2026-03-31/);
  const row = province.locator('main table tbody tr').filter({ hasText: 'Phường Long Hưng' }).first();
  const [counted] = /\d+/.exec((await row.locator('b').textContent()) ?? '') ?? [];
  expect(Number(counted)).toBeGreaterThan(0);
  await row.locator('a').click();
  await expect(province).toHaveURL(/unit=.*on=2026-03-31/);
  await expect(province.getByText(`tính đến 31/03/2026: ${counted} dòng`)).toBeVisible();
  await province.goto('/admin/indicators/women_waiting?on=2026-03-31');
  await expect(province.getByRole('link', { name: 'Xem danh sách của hôm nay' })).toBeVisible();
  await province.goto('/admin/indicators/women_waiting');
  await expect(province.getByRole('link', { name: 'Xem từng dòng đứng sau con số này' })).toBeVisible();
});

test('the sheet of priority groups goes to who may see such data at the place, to nobody else, and to no reader', async ({
  readAs,
  database,
}) => {
  const SHEET = '/admin/indicators/priority_groups_reached/export?format=csv';
  const [neighbour] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE slug = 'trang-dai'`);
  const official = await readAs('longhung');
  const sheet = await official.request.get(SHEET);
  expect(sheet.status()).toBe(200);
  const text = await sheet.text();
  for (const said of ['Long Hưng', 'Dữ liệu minh họa']) expect(text).toContain(said);
  expect(text).not.toContain('Trảng Dài');
  expect((await official.request.get(`${SHEET}&unit=${neighbour?.id}`)).status()).toBe(404);
  for (const who of ['khupho5', 'editor'] as const)
    expect((await (await readAs(who)).request.get(SHEET)).status(), who).toBe(404);

  const reader = await readAs();
  const refused = await reader.request.get(SHEET, { maxRedirects: 0 });
  expect(await refused.text()).not.toContain('Long Hưng');
  expect(refused.status()).not.toBe(200);
  for (const address of ['/api/v1/indicators', '/api/v1/indicators?format=csv', '/chi-so'])
    expect(await (await reader.request.get(address)).text(), address).not.toMatch(/priority_groups|nhóm ưu tiên/i);
});
