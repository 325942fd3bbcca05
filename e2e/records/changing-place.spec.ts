import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

/** On the page of a new club: what was typed stays when another place is chosen; the name, where it was the first one, is that of the place. */
async function changesPlace(page: Page | Reader, choose: (unit: string) => Promise<void>) {
  const [name, decision] = [page.getByLabel('Tên mô hình'), page.getByLabel('Số quyết định')];
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await choose('Chi hội Khu phố 5');
  await expect(name).toHaveValue('Câu lạc bộ Phụ nữ số Khu phố 5');
  await decision.fill('12/QĐ-HPN');
  await page.getByLabel('Ngày thành lập').fill('03/11/2026');
  await page.getByLabel('Là mô hình điểm').check();
  await page.getByLabel('Đang hoạt động').check();
  await choose('Chi hội Khu phố 6');
  await expect(name).toHaveValue('Câu lạc bộ Phụ nữ số Khu phố 6');
  await expect(decision).toHaveValue('12/QĐ-HPN');
  await expect(page.getByLabel('Ngày thành lập')).toHaveValue('03/11/2026');
  await expect(page.getByLabel('Là mô hình điểm')).toBeChecked();
  await expect(page.getByLabel('Đang hoạt động')).toBeChecked();
  await name.fill('Câu lạc bộ Sông Buông');
  await choose('Chi hội Khu phố 5');
  await expect(page.locator('input[name=unitId]')).not.toHaveValue('');
  await expect(name).toHaveValue('Câu lạc bộ Sông Buông');
  await expect(decision).toHaveValue('12/QĐ-HPN');
}

test('another place for a new model keeps what was typed', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await changesPlace(page, async (unit) => {
    await chooseUnit(page, 'Chi hội', unit);
    await page.waitForURL(/unit=[0-9a-f-]{36}/);
    await expect(page.getByRole('combobox', { name: 'Chi hội', exact: true })).toHaveValue(new RegExp(`^${unit}`));
  });
});

test('without JavaScript too another place for a new model keeps what was typed', async ({ readAs }) => {
  const page = await readAs('longhung');
  await changesPlace(page, async (unit) => {
    await page.getByLabel('Chi hội', { exact: true }).fill(unit);
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    const offered = page.getByRole('button', { name: new RegExp(`^${unit}`) });
    if (await offered.count()) await offered.first().click();
  });
});

test('who changes the commune of a series keeps what she typed', async ({ signInAs }) => {
  const page = await signInAs('province');
  await page.goto('/admin/trainings/series/new');
  await chooseUnit(page, 'Buổi này ở xã, phường nào?', 'Long Hưng');
  await page.getByLabel('Bắt đầu').fill('17:00');
  await page.getByLabel('Số chỗ').fill('21');
  await page.getByRole('radio', { name: 'Hằng tháng, vào ngày ấy' }).check();
  await page.getByLabel('Bỏ qua Tết, ngày nghỉ lễ và ngày của Hội').uncheck();
  await page.getByLabel('Lời nhắn cho người học').fill('Mang theo điện thoại');
  await chooseUnit(page, 'Buổi này ở xã, phường nào?', 'Trảng Dài');
  await page.waitForURL(/commune=/);
  await expect(page.getByRole('combobox', { name: 'Buổi này ở xã, phường nào?' })).toHaveValue('Trảng Dài · phường');
  await expect(page.getByLabel('Bắt đầu')).toHaveValue('17:00');
  await expect(page.getByLabel('Số chỗ')).toHaveValue('21');
  await expect(page.getByRole('radio', { name: 'Hằng tháng, vào ngày ấy' })).toBeChecked();
  await expect(page.getByLabel('Bỏ qua Tết, ngày nghỉ lễ và ngày của Hội')).not.toBeChecked();
  await expect(page.getByLabel('Lời nhắn cho người học')).toHaveValue('Mang theo điện thoại');
});
