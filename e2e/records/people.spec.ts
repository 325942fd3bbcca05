import type { Page } from '@playwright/test';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { instructorOf } from '../support/stage/members';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const PHONE_WIDE = { width: 360, height: 740 };

/** A name nobody bears: letters for the digits of the time, since names have none. */
const nameOfNow = () =>
  `Đỗ Thị Thử ${[...String(Date.now())].map((digit) => 'abcdefghij'[Number(digit)]).join('')} Hòa`;
/** A mobile number nobody has. */
const phoneOfNow = () => `09${String(Date.now()).slice(-8)}`;

async function openNewMember(page: Page | Reader) {
  await page.goto('/admin/people/new');
  await chooseUnit(page, 'Chi hội hoặc tổ', 'Chi hội Khu phố 1');
  await expect(page.getByLabel('Họ và tên')).toBeVisible();
}

async function write(page: Page | Reader, { name, year, phone }: { name: string; year: string; phone: string }) {
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Năm sinh').fill(year);
  await page.getByLabel('Số di động').fill(phone);
}

const fits = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('on a phone an official adds a woman, is shown her when she is written otherwise or corrected, and goes on', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.setViewportSize(PHONE_WIDE);
  const [name, phone] = [nameOfNow(), phoneOfNow()];
  await openNewMember(page);
  await fits(page);
  await write(page, { name, year: '1984', phone });
  await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await page.waitForURL(/said=recorded/);
  const record = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^Chi hội Khu phố 1 (đang|chưa) đạt/)).toBeVisible();
  await expect(page.getByText(/^Long Hưng: \d+\/\d+ chi hội$/)).toBeVisible();
  await expect(page.getByText(`09•• ••• ${phone.slice(-3)}`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ghi sự đồng ý' })).toHaveAttribute('href', `${record}/consents/sheet`);
  await fits(page);

  // the same woman: words turned, the tone mark on the other letter, the phone with +84 and dots
  const turned = `Hoà ${name.replace(/ Hòa$/, '')}`;
  const spelled = `+84 ${phone.slice(1, 3)}.${phone.slice(3, 6)}.${phone.slice(6)}`;
  await openNewMember(page);
  await write(page, { name: turned, year: '1984', phone: spelled });
  await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await expect(page.getByRole('heading', { name: 'Có thể chị ấy đã có hồ sơ' })).toBeVisible();
  await expect(page.getByText('trùng số điện thoại, họ tên viết đảo thứ tự, trùng năm sinh')).toBeVisible();
  await expect(page.getByRole('link', { name: /Đúng là chị ấy/ })).toHaveAttribute('href', record);
  await fits(page);
  await page.getByRole('button', { name: 'Không phải, lưu người mới' }).click();
  await page.waitForURL(/said=recorded/);
  const other = new URL(page.url()).pathname;
  expect(other).not.toBe(record);

  // corrected so that the two are alike anew, it is asked again
  await page.getByRole('link', { name: 'Sửa hồ sơ' }).click();
  await page.getByLabel('Năm sinh').fill('1985');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Có thể chị ấy còn một hồ sơ khác' })).toBeVisible();
  const merge = page.getByRole('link', { name: /gộp hồ sơ/ });
  await expect(merge).toHaveAttribute('href', `${other}/merge?with=${record.split('/').at(-1)}`);
  await fits(page);
  await page.getByRole('button', { name: 'Không phải, vẫn lưu thay đổi' }).click();
  await page.waitForURL(/said=edited/);
});

test('an official corrects a member’s record and gives her an office', async ({ readAs }) => {
  const page = await readAs('longhung');
  await openNewMember(page);
  await write(page, { name: nameOfNow(), year: '1990', phone: phoneOfNow() });
  await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await expect(page).toHaveURL(/said=recorded/);

  await page.getByRole('link', { name: 'Sửa hồ sơ' }).click();
  await page.getByLabel('Địa chỉ').fill('Khu phố 5');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page).toHaveURL(/said=edited/);
  await expect(page.getByText('Khu phố 5', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: /Thay đổi Chức danh/ }).click();
  await page.getByLabel('Chức danh và nơi giữ').selectOption({ label: 'Ủy viên Ban Chấp hành, Long Hưng' });
  await page.getByRole('button', { name: 'Ghi chức danh', exact: true }).click();
  await expect(page).toHaveURL(/said=appointed/);
  await expect(page.locator('#offices').getByText('Ủy viên Ban Chấp hành, Long Hưng')).toBeVisible();
});

test('a phone is shown when it is asked for, the trail says who asked, and the neighbour finds nobody', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  const [name, phone] = [nameOfNow(), phoneOfNow()];
  await openNewMember(page);
  await write(page, { name, year: '1979', phone });
  await page.getByRole('button', { name: 'Lưu hồ sơ' }).click();
  await expect(page).toHaveURL(/said=recorded/);
  const record = new URL(page.url()).pathname;
  const shown = `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  await expect(page.getByText(shown)).toHaveCount(0);
  await page.getByRole('button', { name: 'Xem số' }).click();
  await expect(page.getByText(shown)).toBeVisible();

  await page.goto(`/admin/people?q=${encodeURIComponent(phone)}`);
  await expect(page.getByRole('link', { name })).toBeVisible();

  const province = await readAs('province');
  await province.goto('/admin/audit');
  await expect(province.locator('main table').getByText('Xem số điện thoại').first()).toBeVisible();
  // in words: no name of a column or value as the database spells it
  await expect(province.locator('main table')).not.toContainText(/[a-z]_[a-z]/);

  const neighbour = await readAs('trangdai');
  for (const address of [record, `${record}/edit`, `${record}/memberships`, `${record}/offices`]) {
    const answer = await neighbour.goto(address);
    expect(answer?.status(), address).toBe(404);
  }
  await neighbour.goto(`/admin/people?q=${encodeURIComponent(phone)}`);
  await expect(neighbour.getByText(name)).toHaveCount(0);
});

test('who still guides a pair is handed over before her membership ends', async ({ readAs }) => {
  const page = await readAs('longhung');
  await page.goto('/admin/people?office=group_head');
  await page.locator('main table th[scope="row"] a').first().click();
  await expect(page).toHaveURL(/people\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: /Thay đổi Nơi sinh hoạt/ }).click();
  const ending = page.locator('section', { has: page.getByRole('heading', { name: 'Kết thúc sinh hoạt' }) }).last();
  await ending.getByLabel('Lý do').fill('Chuyển nơi ở');
  await ending.getByRole('button', { name: 'Ghi kết thúc' }).click();
  await expect(ending.getByRole('alert')).toContainText('Bàn giao trước');
  await expect(ending.getByRole('link', { name: 'Sang trang bàn giao' })).toBeVisible();
});

test('on a phone a record begins with who she is and what is true of her; its other parts are one line, opened by a tap', async ({
  signInAs,
  readAs,
}) => {
  const her = await instructorOf('long-hung');
  const page = await signInAs('longhung');
  await page.setViewportSize(PHONE_WIDE);
  await page.goto(`/admin/people/${her.id}`);
  const onFirstScreen = async (text: string) => {
    const box = await page.getByRole('main').getByText(text).first().boundingBox();
    expect(box && box.y + box.height, text).toBeLessThanOrEqual(PHONE_WIDE.height);
  };
  for (const fact of [her.name, her.unit, `Kèm ${her.learner}`]) await onFirstScreen(fact);
  const parts = page.getByRole('navigation', { name: 'Các phần của hồ sơ' });
  await expect(parts).toHaveCount(0);
  await fits(page);

  await page.locator('summary', { hasText: 'Các phần của hồ sơ: Hồ sơ' }).click();
  await fits(page);
  expect(await violationsOf(page)).toEqual([]);
  await parts.getByRole('link', { name: 'Sổ kỹ năng' }).click();
  await page.waitForURL(/\/passport$/);
  await page.goBack();

  await page
    .locator('#pairs')
    .getByRole('link', { name: `Kèm ${her.learner}` })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${her.name} kèm ${her.learner}`);
  const neighbour = await readAs('trangdai');
  expect((await neighbour.goto(`/admin/people/${her.id}`))?.status()).toBe(404);
});

test('on a phone the province reads in two taps from a record who looked at her; an official of the commune is offered no trail', async ({
  signInAs,
  readAs,
}) => {
  const her = await instructorOf('long-hung');
  const record = `/admin/people/${her.id}`;
  const official = await signInAs('longhung');
  await official.goto(record);
  await expect(official.getByRole('heading', { level: 1, name: her.name })).toBeVisible();
  await official.getByRole('button', { name: 'Xem số' }).click();
  await expect(official.getByRole('link', { name: /^Gọi/ })).toBeVisible();
  await expect(official.getByRole('link', { name: 'Ai đã xem' })).toHaveCount(0);
  const looks = `/admin/audit?person=${her.id}&kind=looks`;
  expect((await official.goto(looks))?.status()).toBe(404);

  const page = await signInAs('province');
  await page.setViewportSize(PHONE_WIDE);
  await page.goto(record);
  await page.getByRole('link', { name: 'Ai đã xem' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Ai đã xem ${her.name}` })).toBeVisible();
  const newest = page.getByRole('row').filter({ hasText: 'Xem số điện thoại' }).first();
  await expect(newest).toBeInViewport();
  await expect(newest).toContainText('Dương Thị Ngọc Sương');
  await fits(page);
  expect(await violationsOf(page)).toEqual([]);
  await newest.getByRole('link', { name: 'Dương Thị Ngọc Sương' }).click();
  await expect(page).toHaveURL(/account=/);
  await expect(page.getByRole('row').filter({ hasText: her.name }).first()).toBeVisible();

  // who keeps the accounts knows no woman: the same address names nobody and shows no line
  const administrator = await readAs('admin');
  await administrator.goto(looks);
  await expect(administrator.getByRole('main').getByText(her.name)).toHaveCount(0);
  await expect(administrator.getByRole('row')).toHaveCount(0);
});
