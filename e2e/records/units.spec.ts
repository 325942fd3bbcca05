import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { chooseUnit, confirmChange, dayBefore, foundUnit, monthOver, openWard } from '../support/stage/units';
import { test } from '../support/test';

/** The figures of groups in Long Hưng on a day, as the public page of coverage tells them. */
async function groupsOn(page: Reader, day: string) {
  await page.goto(`/do-phu?level=group&on=${day}`);
  await page.getByText('Xem cả 95 xã, phường').click();
  const row = page.getByRole('row', { name: /Phường Long Hưng/ });
  return (await row.locator('td').allTextContents()).map((text) => text.trim());
}

test('the province merges two groups and splits a sub-association from a day: previews, old addresses, figures of last month', async ({
  readAs,
}) => {
  const page = await readAs('province');
  const lastMonth = monthOver();
  const [before, stamp] = [await groupsOn(page, lastMonth), String(Date.now()).slice(-5)];
  await page.goto('/admin/units?q=long+hung&level=commune');
  await page.getByRole('link', { name: 'Long Hưng', exact: true }).click();
  await expect(page).toHaveURL(/units\/[0-9a-f-]{36}/);
  const commune = new URL(page.url()).pathname;
  const sub = await foundUnit(page, commune, `Chi hội Thử ${stamp}`, { from: dayBefore(8), kind: 'khu phố' });
  const one = await foundUnit(page, sub, 'Tổ 1', { from: dayBefore(7) });
  const two = await foundUnit(page, sub, 'Tổ 2', { from: dayBefore(7) });

  await page.goto(one);
  await page.getByRole('link', { name: 'Nhập', exact: true }).click();
  await chooseUnit(page, 'Nhập vào', `Tổ 2 · Chi hội Thử ${stamp}`);
  await page.getByLabel('Có hiệu lực từ ngày').fill(dayBefore(1));
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText('Báo cáo và số liệu đã nộp giữ nguyên')).toBeVisible();
  await expect(page.getByRole('row', { name: /Tổ 1/ }).getByText('thôi hoạt động')).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Tỷ lệ bao phủ' })
      .getByText(/^\d+ → \d+$/)
      .first(),
  ).toBeVisible();
  const preview = page.url();
  await page.goto(one);
  await expect(page.getByText('Đang hoạt động').first()).toBeVisible();

  await page.goto(preview);
  await confirmChange(page, 'Xác nhận nhập', 'merge');
  expect(new URL(page.url()).pathname).toBe(two);
  await page.goto(one);
  await page.getByRole('main').getByRole('status').getByRole('link', { name: 'Tổ 2' }).click();
  await expect(page).toHaveURL(two);

  await page.goto(`${sub}/change/split`);
  await page.getByLabel('Đơn vị mới 1').fill(`Chi hội Thử ${stamp} A`);
  await page.getByLabel('Đơn vị mới 2').fill(`Chi hội Thử ${stamp} B`);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByLabel('Tổ 2 về').selectOption({ label: `Chi hội Thử ${stamp} B` });
  await page.getByRole('button', { name: 'Lưu và tính lại' }).click();
  await expect(page.getByText('Đã chuyển riêng như chị chọn')).toBeVisible();
  await confirmChange(page, 'Xác nhận tách', 'split');
  await page.goto(two);
  await expect(page.getByRole('navigation', { name: 'Đường dẫn' }).getByText(`Chi hội Thử ${stamp} B`)).toBeVisible();

  expect(await groupsOn(page, lastMonth)).toEqual(before);

  const neighbour = await readAs('trangdai');
  for (const path of [one, two, commune, `${two}/change/merge`])
    expect((await neighbour.goto(path)).status()).toBe(404);
});

/** Of a commune its page in both languages, and its feed. */
const addressesOf = (slug: string) => [`/xa-phuong/${slug}`, `/en/communes/${slug}`, `/feed.xml?commune=${slug}`];

test('before a unit is merged, split or closed its form says which day still counts in it and which does not', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/units?q=long+hung&level=commune');
  const longHung = await page.getByRole('link', { name: 'Long Hưng', exact: true }).getAttribute('href');
  for (const kind of ['merge', 'split', 'close']) {
    await page.goto(`${longHung}/change/${kind}`);
    const said = 'đến hết ngày (\\d\\d/\\d\\d/\\d{4}) còn tính ở đơn vị cũ, từ ngày (\\d\\d/\\d\\d/\\d{4}) không còn';
    const text = (await page.locator('main').textContent()) ?? '';
    const [last, from] = (new RegExp(said).exec(text) ?? [])
      .slice(1)
      .map((day) => Date.parse(day.split('/').reverse().join('-')));
    expect(from, kind).toBe((last ?? 0) + 86_400_000);
  }
});

test('a unit that closes says beforehand how many need a place and asks who takes over; an empty one asks for nobody', async ({
  readAs,
}) => {
  const page = await readAs('province');
  const ward = await openWard();
  await page.goto(`${ward}/change/close`);
  const form = page.locator('main form', { hasText: 'Có hiệu lực từ ngày' });
  await expect(form).toContainText(/Từ ngày [0-9/]{10}, nơi này còn .*\d+ đơn vị bên dưới/);
  await form.getByRole('button', { name: 'Xem trước' }).click();
  await expect(form.getByRole('alert')).toContainText('Còn chỗ chưa điền.');

  const empty = await foundUnit(page, ward, `Chi hội Trống ${Date.now()}`, { from: dayBefore(2), kind: 'khu phố' });
  await page.goto(`${empty}/change/close`);
  await expect(form).toContainText('nên không cần nơi tiếp nhận');
  await expect(form.getByLabel('Ai tiếp nhận')).toHaveCount(0);
  await form.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByRole('button', { name: 'Xác nhận giải thể' })).toBeVisible();
});

test('a commune gets its code when it comes; the old address of one that was merged leads readers on, until that is taken back', async ({
  request,
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/units');
  const province = (await page.getByRole('link', { name: /^Mở trang của/ }).getAttribute('href')) ?? '';
  const stamp = String(Date.now()).slice(-5);
  for (const name of ['Phước Cũ', 'Phước Mới']) {
    await page.goto(`/admin/units/new?parent=${province.split('/').at(-1)}`);
    await page.getByLabel('Tên', { exact: true }).fill(`${name} ${stamp}`);
    if (name === 'Phước Cũ') await page.getByLabel('Mã đơn vị hành chính').fill(`8${stamp.slice(-4)}`);
    await page.getByLabel('Phường', { exact: true }).check();
    await page.getByLabel('Có hiệu lực từ ngày').fill(dayBefore(3));
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await confirmChange(page, 'Xác nhận lập', 'found');
  }
  const code = page.locator('#code');
  await code.getByLabel('Mã đơn vị hành chính').fill(`8${stamp.slice(-4)}`);
  await code.getByRole('button', { name: 'Ghi mã' }).click();
  await expect(code.getByRole('alert')).toContainText(`đã thuộc Phước Cũ ${stamp}`);
  await code.getByLabel('Mã đơn vị hành chính').fill(`9${stamp.slice(-4)}`);
  await code.getByRole('button', { name: 'Ghi mã' }).click();
  await expect(page.getByText(`mã 9${stamp.slice(-4)}`)).toBeVisible();
  expect((await request.get(`/xa-phuong/phuoc-cu-${stamp}`)).status()).toBe(200);
  await page.goto(`/admin/units?q=phuoc+cu+${stamp}`);
  await page.getByRole('link', { name: `Phước Cũ ${stamp}`, exact: true }).click();
  await expect(page).toHaveURL(/units\/[0-9a-f-]{36}/);
  const merged = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Nhập', exact: true }).click();
  await chooseUnit(page, 'Nhập vào', `Phước Mới ${stamp}`);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.getByText(`/xa-phuong/phuoc-cu-${stamp} dẫn đến /xa-phuong/phuoc-moi-${stamp}`)).toBeVisible();
  await confirmChange(page, 'Xác nhận nhập', 'merge');
  const led = addressesOf(`phuoc-moi-${stamp}`);
  for (const [at, old] of addressesOf(`phuoc-cu-${stamp}`).entries()) {
    const answer = () => request.get(old, { maxRedirects: 0 });
    const said = async () => [(await answer()).status(), (await answer()).headers().location];
    await expect.poll(said).toEqual([308, led[at]]);
  }
  // and so does its code on paper
  const short = await request.get(`/x/8${stamp.slice(-4)}`, { maxRedirects: 0 });
  expect([short.status(), short.headers().location]).toEqual([307, `/xa-phuong/phuoc-cu-${stamp}`]);

  await page.goto(merged);
  await page.getByRole('link', { name: 'Hoàn tác' }).first().click();
  await expect(page).toHaveURL(/change\/undo/);
  await confirmChange(page, 'Hoàn tác', 'undone');
  for (const own of addressesOf(`phuoc-cu-${stamp}`))
    await expect.poll(async () => (await request.get(own, { maxRedirects: 0 })).status()).toBe(200);
});
