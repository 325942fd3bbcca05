import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { createBoundaryFile } from '../../test/factories/boundaries';
import { ONE_LOOK, soon } from '../support/page/soon';
import { test } from '../support/test';

async function takenMap(page: Page): Promise<string> {
  const file = page.waitForEvent('download');
  await page.locator('#map ~ p').getByRole('button', { name: 'Tải hình SVG' }).click();
  return readFile(await (await file).path(), 'utf8');
}

test('the province brings boundaries, looks, shows and removes them; readers find the second map as long as it is shown', async ({
  page: reader,
  signInAs,
}) => {
  const sheet = await (await reader.request.get('/ty-le-bao-phu.csv')).text();
  const codes = [...sheet.matchAll(/^"?(\d{5})"?[,;]/gm)].map(([, code]) => code ?? '');
  expect(codes.length).toBeGreaterThan(90);
  expect((await reader.request.get('/do-phu/ranh-gioi')).status()).toBe(404);

  const province = await signInAs('province');
  await province.goto('/admin/coverage');
  await province.getByRole('link', { name: 'Bản đồ ranh giới' }).click();
  const bring = async (these: readonly string[]) => {
    const buffer = Buffer.from(await createBoundaryFile(these).arrayBuffer());
    await province
      .getByLabel('Tệp ranh giới')
      .setInputFiles({ name: 'thu.geojson', mimeType: 'application/json', buffer });
    await province.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  };
  await province.getByLabel('Tên bản').fill('Bàn cờ để thử');
  await province.getByLabel('Nguồn', { exact: true }).fill('Tự vẽ');
  await province.getByLabel('Điều kiện sử dụng').fill('Tùy ý sử dụng');
  await bring([...codes.slice(1), codes[1] ?? '']);
  await expect(province.getByText('Tệp chưa khớp với danh sách xã, phường.')).toContainText(codes[0] ?? '');
  await bring(codes);
  await expect(province.getByText('Đã đọc tệp.')).toBeVisible();
  await expect(province.getByRole('img', { name: `Bản đồ ranh giới ${codes.length} xã, phường` })).toBeVisible();
  expect((await reader.request.get('/do-phu/ranh-gioi')).status()).toBe(404);

  await province.getByRole('button', { name: 'Cho hiện bản này' }).click();
  await expect(province.getByText('Đang hiện')).toBeVisible();
  await province.goto('/admin/coverage?level=group');
  await province.getByRole('link', { name: 'Ranh giới thật' }).click();
  await expect(province).toHaveURL(/map=boundaries/);
  await expect(province).toHaveURL(/indicator=coverage_group/);
  const map = province.getByRole('navigation', { name: 'Bản đồ ranh giới' });
  await expect(map.getByRole('link', { name: 'Trảng Dài' })).toHaveCount(1);

  await reader.goto('/do-phu');
  await soon(reader, () => expect(reader.getByRole('link', { name: 'Ranh giới thật' })).toBeVisible(ONE_LOOK));
  await reader.getByRole('link', { name: 'Ranh giới thật' }).click();
  await expect(reader.getByText('Nguồn: Tự vẽ.')).toBeVisible();
  const picture = await reader.request.get('/do-phu/hinh/ranh-gioi.png');
  expect([picture.status(), picture.headers()['content-type']]).toEqual([200, 'image/png']);
  // whoever drew the lines is named in what is taken along, by readers and at work
  const credit = 'Ranh giới: Bàn cờ để thử';
  expect(await (await reader.request.get('/do-phu/hinh/ranh-gioi.svg')).text()).toContain(credit);
  const taken = await takenMap(province);
  for (const said of [credit, 'nguồn: Tự vẽ; Tùy ý sử dụng', 'Mảng càng đậm']) expect(taken).toContain(said);

  await province.goto('/admin/boundaries');
  await province.getByRole('button', { name: 'Gỡ bản đồ này' }).click();
  await expect(province.getByText('Đã gỡ.')).toBeVisible();
  await expect.poll(async () => (await reader.request.get('/do-phu/ranh-gioi')).status()).toBe(404);
});
