import { ONE_LOOK, soon } from '../support/page/soon';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

const YEAR = new Date().getFullYear();

test('the province asks less of a commune, with a reason: its pages say so within a second, its official pledges more, her neighbour cannot', async ({
  readAs,
}) => {
  const reader = await readAs();
  await reader.goto('/xa-phuong/trang-dai');
  await expect(reader.getByText(`Chỉ tiêu năm ${YEAR}`)).toContainText('100% chi hội');

  const province = await readAs('province');
  await province.goto('/admin/targets');
  await province.getByRole('link', { name: 'Trảng Dài', exact: true }).click();
  const form = province.locator('#set');
  await expect(form.getByRole('heading')).toHaveText(`Giao chỉ tiêu cho Trảng Dài, năm ${YEAR}`);
  await form.getByLabel('Chỉ tiêu (%)').fill('101');
  await form.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
  const wrong = form.getByRole('alert').getByRole('listitem');
  await expect(wrong).toHaveText([/Còn chỗ chưa điền/, /Tỷ lệ cao nhất là 100%/]);
  await form.getByLabel('Lý do').fill('Phường mới lập thêm nhiều chi hội');
  await form.getByLabel('Chỉ tiêu (%)').fill('5,5');
  await form.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
  await expect(province.getByText('Đã ghi chỉ tiêu.')).toBeVisible();
  await expect(province.getByText(`Chỉ tiêu năm ${YEAR}: 5,5%, thành phố giao.`)).toBeVisible();
  const address = province.url().replace(/&said=.*/, '');

  await soon(reader, () => expect(reader.getByText(`Chỉ tiêu năm ${YEAR}`)).toContainText('5,5% chi hội', ONE_LOOK));

  const official = await readAs('trangdai');
  await official.goto('/admin/coverage');
  await official.getByRole('link', { name: 'Đặt chỉ tiêu' }).click();
  await official.getByLabel('Chỉ tiêu (%)').fill('5');
  await official.getByLabel('Lý do').fill('Chị em quyết tâm');
  await official.getByRole('button', { name: 'Đăng ký chỉ tiêu' }).click();
  await expect(official.getByRole('alert')).toContainText('Thành phố giao mức cao hơn số này.');
  await official.getByLabel('Chỉ tiêu (%)').fill('90');
  await official.getByRole('button', { name: 'Đăng ký chỉ tiêu' }).click();
  await expect(official.getByText(`Chỉ tiêu năm ${YEAR}: 90%, nơi này đăng ký.`)).toBeVisible();
  await official.getByText('2 lần').click();
  await expect(official.getByText('Phường mới lập thêm nhiều chi hội')).toBeVisible();

  const neighbour = await readAs('longhung');
  expect((await neighbour.goto(address)).status()).toBe(404);
});
