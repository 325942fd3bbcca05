import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { chooseUnit, confirmChange, dayBefore, foundUnit, openWard } from '../support/stage/units';
import { test } from '../support/test';

// One after the other: what one founds in a ward makes the preview of the other an old one.
test.describe.configure({ mode: 'default' });

/** A new sub-association of a ward with two groups; the first is merged into the second from a day. Answers with their addresses. */
async function mergeGroups(page: Reader, name: string, from: string) {
  const sub = await foundUnit(page, await openWard(), name, { from: dayBefore(8), kind: 'khu phố' });
  const one = await foundUnit(page, sub, 'Tổ 1', { from: dayBefore(7) });
  const two = await foundUnit(page, sub, 'Tổ 2', { from: dayBefore(7) });
  await page.goto(`${one}/change/merge`);
  await chooseUnit(page, 'Nhập vào', `Tổ 2 · ${name}`);
  await page.getByLabel('Có hiệu lực từ ngày').fill(from);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await confirmChange(page, 'Xác nhận nhập', 'merge');
  return { one, two };
}

test('a merger carried out by mistake is taken back after a preview, and the group is there again with its own page', async ({
  signInAs,
  readAs,
}) => {
  const page = await signInAs('province');
  const { one } = await mergeGroups(await readAs('province'), `Chi hội Thử ${Date.now()}`, dayBefore(1));
  await page.goto(one);
  await page.getByRole('link', { name: 'Hoàn tác' }).first().click();
  await page.waitForURL(/change\/undo/);
  const undo = new URL(page.url()).pathname;
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('heading', { level: 1, name: /^Hoàn tác thay đổi/ })).toBeVisible();
  await expect(page.getByText('Mọi người và mọi việc trở về đơn vị cũ')).toBeVisible();
  const units = page.getByRole('table', { name: 'Các đơn vị' });
  await expect(units).toContainText('hoạt động trở lại');
  await expect(units).not.toContainText('lập mới');
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect((await (await readAs('trangdai')).goto(undo))?.status()).toBe(404);

  await confirmChange(page, 'Hoàn tác', 'undone');
  await page.goto(one);
  await expect(page.getByText('Đang hoạt động').first()).toBeVisible();
  expect((await page.goto(undo))?.status()).toBe(404);
});

test('a merger whose day is still to come is withdrawn, and nothing changes on that day', async ({ readAs }) => {
  const page = await readAs('province');
  const { one } = await mergeGroups(page, `Chi hội Thử ${Date.now()}`, dayBefore(-30));
  await page.goto(one);
  await page.getByRole('link', { name: /^Rút lại/ }).click();
  await expect(page.getByText('Ngày thay đổi chưa đến.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Các đơn vị' })).toContainText('vẫn hoạt động');
  await page.getByRole('button', { name: 'Rút lại' }).click();
  await expect(page).toHaveURL(/said=withdrawn/);
  await page.goto(one);
  await expect(page.getByText('Đang hoạt động').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Nhập', exact: true })).toBeVisible();
});
