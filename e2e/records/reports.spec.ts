import { expect, type Page } from '@playwright/test';
import mammoth from 'mammoth';
import readWorkbook from 'read-excel-file/node';
import { test } from '../support/test';

/** What goes out as a file says what the page says, by whom and with which figures it was signed. */
async function expectFiles(official: Page, address: string) {
  const row = official
    .getByRole('row')
    .filter({ has: official.getByRole('rowheader', { name: 'Chi hội', exact: true }) });
  const share = (await row.first().getByRole('cell').first().textContent())?.trim();
  const [, sum = 'none'] = /Mã số liệu ([0-9a-f]{16})/.exec((await official.locator('main').textContent()) ?? '') ?? [];
  const file = async (format: string) => {
    const answer = await official.request.get(`${address}/file?format=${format}`);
    expect(answer.status(), format).toBe(200);
    return answer.body();
  };
  const book = await readWorkbook(await file('xlsx'));
  const told = book.flatMap(({ data }) => data).find(([first]) => first === 'Chi hội');
  expect(`${String(told?.[1]).replace('.', ',')}%`).toBe(share);
  const { value } = await mammoth.extractRawText({ buffer: await file('docx') });
  for (const text of ['HỘI LHPN PHƯỜNG LONG HƯNG', ', phường Long Hưng', 'Dương Thị Ngọc Sương', sum])
    expect(value).toContain(text);
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await official.request.get(`${address}/file?format=odt`)).status()).toBe(404);
}

test('at the month’s end the report is filled in: she signs it in three taps, the city accepts it, the month closes, and is opened again when she asks', async ({
  signInAs,
}) => {
  // one: what waits leads to the report; two: she signs it; nothing is typed
  const official = await signInAs('longhung');
  await official.goto('/admin');
  await official.getByRole('link', { name: 'Xem và ký' }).first().click();
  await expect(official.getByRole('heading', { level: 1 })).toContainText('Báo cáo tháng');
  await expect(official.getByRole('heading', { name: 'Tỷ lệ bao phủ' })).toBeVisible();
  const address = new URL(official.url()).pathname;
  await official.getByRole('button', { name: 'Ký và gửi báo cáo' }).click();
  await expect(official.getByText('Đã ký và gửi báo cáo.')).toBeVisible();
  await expect(official.getByText('Chờ nhận')).toBeVisible();

  const city = await signInAs('province');
  await city.goto('/admin/reports?state=submitted');
  await city.getByRole('link', { name: 'Phường Long Hưng', exact: true }).first().click();
  await city.getByRole('button', { name: 'Nhận báo cáo, chốt kỳ' }).click();
  await expect(city.getByText('Đã nhận báo cáo. Kỳ này đã chốt.')).toBeVisible();

  await official.goto(address);
  await official.getByText('Xin mở lại', { exact: true }).click();
  await official.getByLabel('Vì sao cần mở lại').fill('Ghi nhầm ngày của một Gia đình số');
  await official.getByRole('button', { name: 'Gửi lời xin mở lại' }).click();
  await expect(official.getByText('Đã gửi lời xin mở lại.')).toBeVisible();

  await city.goto(address);
  await expect(city.getByText('Xã, phường xin mở lại: Ghi nhầm ngày của một Gia đình số')).toBeVisible();
  await city.getByLabel('Lý do').first().fill('Đồng ý cho sửa');
  await city.getByRole('button', { name: 'Mở lại báo cáo' }).click();
  await expect(city.getByText('Đã mở lại.')).toBeVisible();

  // signed anew, both signings stay in its history
  await official.goto(address);
  await expect(official.getByText('Đồng ý cho sửa').first()).toBeVisible();
  await official.getByRole('button', { name: 'Ký và gửi báo cáo' }).click();
  await expect(official.getByText('Đã ký và gửi báo cáo.')).toBeVisible();
  await expect(official.getByText('Ký và gửi', { exact: true })).toHaveCount(2);

  await expectFiles(official, address);
});

test('the neighbour finds nothing of a report, and who has no part in reports finds no page of them', async ({
  signInAs,
}) => {
  const official = await signInAs('longhung');
  await official.goto('/admin/reports');
  const address = (await official.getByRole('row').nth(1).getByRole('link').first().getAttribute('href')) ?? '';
  const neighbour = await signInAs('trangdai');
  expect((await neighbour.goto(address))?.status()).toBe(404);
  expect((await neighbour.request.get(`${address}/file?format=docx`)).status()).toBe(404);
  const trainer = await signInAs('trainer');
  expect((await trainer.goto('/admin/reports'))?.status()).toBe(404);
});
