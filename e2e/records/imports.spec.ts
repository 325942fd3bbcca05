import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const HEADINGS = ['STT', 'Họ và tên', 'Năm sinh', 'Số điện thoại', 'Số CCCD', 'Chi hội', 'Địa chỉ', 'Ngày vào Hội'];
/** The patience for several steps of an import. */
const inSteps = { timeout: 60_000 };
const letters = (at: number) => [...String(at)].map((digit) => 'abcdeghikl'[Number(digit)]).join('');

/** A list as it comes from a sub-association: titles above, a column of identity cards; every rows with a slip are `bad`. */
function list(size: number, bad: number, stamp: number): CellValue[][] {
  const rows = Array.from({ length: size }, (_, at): CellValue[] => {
    const wrong = at < bad;
    const phone = `09${String((stamp + at) % 100_000_000).padStart(8, '0')}`;
    const born = wrong && at % 3 === 0 ? 2980 : 1950 + (at % 50);
    return [
      at + 1,
      wrong && at % 3 === 1 ? '' : `Nguyễn Thị Thử ${letters(stamp)} ${letters(at)}`,
      born,
      Number(phone),
      `0751${String(at).padStart(8, '0')}`,
      wrong && at % 3 === 2 ? 'Khu phố 999' : 'KP 4',
      'Phường Long Hưng',
      '24/11/2015',
    ];
  });
  return [['HỘI LHPN PHƯỜNG LONG HƯNG'], ['DANH SÁCH HỘI VIÊN'], HEADINGS, ...rows];
}

const workbook = async (rows: CellValue[][]) => Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] }));

async function upload(page: Page | Reader, name: string, buffer: Buffer) {
  await page.goto('/admin/imports/new');
  await expect(page.getByText('Tệp không ghi sự đồng ý nào')).toBeVisible();
  await page.getByLabel('Nhập vào đơn vị').fill('Long Hưng');
  if (!(page instanceof Reader)) await page.keyboard.press('Tab');
  await page.getByLabel('Tệp danh sách').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  await expect(page).toHaveURL(/admin\/imports\/[0-9a-f-]{36}/);
}

test('200 rows with 12 bad ones: seen, corrected, imported and taken back; the neighbour knows nothing of it', async ({
  signInAs,
  readAs,
}) => {
  test.slow();
  const stamp = Date.now() % 1_000_000;
  const page = await signInAs('longhung');
  await upload(page, `hoi-vien-${stamp}.xlsx`, await workbook(list(200, 12, stamp)));
  await expect(page.getByRole('link', { name: 'Có lỗi (12)' })).toBeVisible(inSteps);
  await expect(page.getByRole('link', { name: 'Mới (188)' })).toBeVisible(inSteps);
  await expect(page.getByText('Cột “Số CCCD” có số căn cước')).toBeVisible();
  await expect(page.getByText('Không tìm thấy “Khu phố 999”').first()).toBeVisible();
  const address = new URL(page.url()).pathname;

  const neighbour = await readAs('trangdai');
  expect((await neighbour.goto(address))?.status()).toBe(404);
  expect((await neighbour.request.get(`${address}/bad-rows`)).status()).toBe(404);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải các dòng có lỗi' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const [headings, ...bad] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  expect(headings).toEqual([...HEADINGS.filter((heading) => heading !== 'Số CCCD'), 'Lý do']);
  expect(bad).toHaveLength(12);

  await page.getByRole('button', { name: 'Nhập 188 dòng' }).click();
  await expect(page.getByText('188 dòng đã ghi vào hồ sơ.')).toBeVisible(inSteps);
  await expect(page.getByText('Lần nhập này chưa ghi sự đồng ý của ai.')).toBeVisible();

  const corrected = bad.map(
    ([no, name, , phone, , ...rest], at): CellValue[] =>
      [no, name || `Nguyễn Thị Sửa ${letters(stamp)} ${letters(at)}`, 1980, phone, 'Khu phố 4', ...rest] as CellValue[],
  );
  const mended = await workbook([headings ?? [], ...corrected]);
  await upload(page, `da-sua-${stamp}.xlsx`, mended);
  await page.getByRole('button', { name: 'Nhập 12 dòng' }).click();
  await expect(page.getByText('12 dòng đã ghi vào hồ sơ.')).toBeVisible(inSteps);
  await upload(page, `lan-nua-${stamp}.xlsx`, mended);
  await expect(page.getByText('Tệp này đã nhập trước đây')).toBeVisible();

  await page.goto(address);
  await page.getByRole('button', { name: 'Rút lại cả lần nhập' }).click();
  // more than fifty records are taken back by two
  await expect(page.getByText('Đã gửi cho người thứ hai, chưa làm gì cả.')).toBeVisible();
  const second = await signInAs('province');
  await second.goto('/admin/second-pairs');
  const request = second.locator('#waiting li[id]').filter({ hasText: `hoi-vien-${stamp}.xlsx` });
  await request.getByRole('button', { name: 'Đồng ý, bắt đầu rút lại' }).click();
  await expect(second.getByText('Đã rút lại lần nhập này.')).toBeVisible(inSteps);
});

test('without a script each press of the button is a step, to the same end', async ({ readAs }) => {
  const stamp = Date.now() % 1_000_000;
  const page = await readAs('longhung');
  await upload(page, `khong-script-${stamp}.xlsx`, await workbook(list(20, 3, stamp)));
  await page.getByRole('button', { name: 'Làm tiếp' }).click();
  await expect(page.getByRole('link', { name: 'Mới (17)' })).toBeVisible();
  await page.getByRole('button', { name: 'Nhập 17 dòng' }).click();
  await page.getByRole('button', { name: 'Làm tiếp' }).click();
  await expect(page.getByText('17 dòng đã ghi vào hồ sơ.')).toBeVisible();
  await page.getByRole('button', { name: 'Rút lại cả lần nhập' }).click();
  await page.getByRole('button', { name: 'Làm tiếp' }).click();
  await expect(page.getByText('Đã rút lại lần nhập này.')).toBeVisible();
});

test('a list is taken away as it is narrowed; who may not see members takes none', async ({ readAs }) => {
  const page = await readAs('longhung');
  await page.goto('/admin/digital-models?status=active');
  const href = (await page.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')) ?? '';
  const rows = (await readXlsx(await (await page.request.get(href)).body())).sheets[0]?.rows ?? [];
  expect(rows[0]?.[0]).toBe('Danh sách mô hình số');
  expect(new Set(rows.slice(3).map((row) => row[5]))).toEqual(new Set(['Đang hoạt động']));

  const reader = await readAs('viewer');
  expect((await reader.request.get('/admin/people/export?format=csv')).status()).toBe(404);
  const members = await page.request.get('/admin/people/export?format=csv&q=Lan');
  expect(members.headers()['content-disposition']).toContain('hoi-vien-');
  expect((await members.text()).startsWith('\ufeffDanh sách hội viên')).toBe(true);
});
