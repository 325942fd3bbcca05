import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import { membersOf, type Woman } from '../support/stage/members';
import { test } from '../support/test';

test.setTimeout(300_000);

/** Members of Khu phố 5, Long Hưng, from the end of the register; one for each test. */
async function memberOf(at: number): Promise<Woman> {
  const woman = (await membersOf('long-hung', 'Chi hội Khu phố 5')).at(-1 - at);
  if (!woman) throw new Error('Khu phố 5 has too few members');
  return woman;
}

const pageOf = (id: string, name: string) => `/admin/people/${id}/${name}`;

/** No violation of WCAG 2.2 AA with everything opened, and no sideways scrolling on a phone. */
async function holdsOnAPhone(page: Page) {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('main').evaluate((main) => {
    for (const fold of main.querySelectorAll('details')) fold.open = true;
  });
  expect(await violationsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('consent is taken, a sensitive field written and read with a line in the trail, and gone when she withdraws', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  const notAsked = page.getByText('Hội viên chưa đồng ý cho lưu thông tin nhạy cảm');
  let { id, name } = await memberOf(3);
  for (let at = 4; at < 12; at++) {
    await page.goto(pageOf(id, 'sensitive'));
    if (await notAsked.isVisible()) break;
    ({ id, name } = await memberOf(at));
  }
  await expect(notAsked).toBeVisible();
  await page.getByRole('link', { name: 'Đến trang Sự đồng ý' }).click();

  const panel = page.locator('#sensitive_data');
  await panel.getByText('Ghi câu trả lời').click();
  await expect(panel.getByText(/dưới dạng mã hóa/).first()).toBeVisible();
  await panel.getByLabel('Đồng ý', { exact: true }).check();
  await panel.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page).toHaveURL(/said=taken/);
  await expect(panel.getByText('Đã đồng ý', { exact: true })).toBeVisible();

  await page.goto(pageOf(id, 'sensitive'));
  await page.getByText('Ghi nhóm ưu tiên').click();
  await page.getByLabel('Người cao tuổi').check();
  await page.locator('details[open]').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page).toHaveURL(/said=written/);
  await page.getByText('Ghi dân tộc').click();
  await page.getByLabel('Dân tộc', { exact: true }).fill('Chơ Ro');
  await page.locator('details[open]').getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.locator('dl').getByText('Đang có')).toHaveCount(2);
  await expect(page.getByText('Chơ Ro')).toHaveCount(0);
  await page.getByRole('button', { name: 'Xem nội dung' }).click();
  await expect(page.getByText('Chơ Ro')).toBeVisible();
  await holdsOnAPhone(page);
  await expect(page.getByText('Người cao tuổi', { exact: true }).first()).toBeVisible();

  await page.goto(pageOf(id, 'own-data'));
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(name) })).toBeVisible();
  await expect(page.locator('#readings')).toContainText('Xem thông tin nhạy cảm (Dân tộc, Nhóm ưu tiên)');
  await expect(page.getByText('Chơ Ro')).toHaveCount(0);

  await holdsOnAPhone(page);

  await page.goto(pageOf(id, 'consents'));
  await holdsOnAPhone(page);
  await page.reload();
  await panel.getByText('Rút lại sự đồng ý').click();
  await panel.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
  await expect(page).toHaveURL(/said=withdrawn/);
  await page.goto(pageOf(id, 'sensitive'));
  await expect(notAsked).toBeVisible();
});

test('on a phone all purposes are asked on one sheet: what is wrong keeps what was tapped, and one saving keeps all', async ({
  signInAs,
  readAs,
}) => {
  const page = await signInAs('longhung');
  const { id } = await memberOf(1);
  await page.goto(pageOf(id, 'consents'));
  await page.getByRole('link', { name: 'Ghi cả phiếu' }).click();
  await page.waitForURL(/\/consents\/sheet$/);
  await holdsOnAPhone(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const of = (purpose: string) => page.getByRole('group', { name: purpose });
  const save = () => page.getByRole('button', { name: 'Lưu cả phiếu' }).click();
  await save();
  await expect(page.locator('.problem-box')).toContainText('ít nhất một mục');

  await of('Gọi điện, nhắn tin').getByText('Đồng ý', { exact: true }).click();
  await of('Đăng hình ảnh').getByText('Không đồng ý', { exact: true }).click();
  await page.getByLabel('Trả lời bằng cách nào').selectOption('paper');
  await page.getByLabel('Ngày trả lời').fill('2099-01-01');
  await save();
  await expect(page.locator('.problem-box')).toContainText('Ngày này chưa đến');
  await expect(of('Gọi điện, nhắn tin').getByRole('radio', { name: 'Đồng ý', exact: true })).toBeChecked();
  await expect(of('Đăng hình ảnh').getByRole('radio', { name: 'Không đồng ý' })).toBeChecked();
  await expect(of('Nêu tên trong bài viết').getByRole('radio', { name: 'Để nguyên' })).toBeChecked();
  await expect(page.getByLabel('Trả lời bằng cách nào')).toHaveValue('paper');

  await page.getByLabel('Ngày trả lời').fill(new Date().toISOString().slice(0, 10));
  await save();
  await expect(page).toHaveURL(/said=sheet/);
  await expect(
    page
      .locator('#contact')
      .getByText(/^Đã đồng ý ngày .*, trên giấy/)
      .first(),
  ).toBeVisible();
  await expect(
    page
      .locator('#image')
      .getByText(/^Không đồng ý ngày .*, trên giấy/)
      .first(),
  ).toBeVisible();

  for (const account of ['trangdai', 'viewer'] as const)
    expect((await (await readAs(account)).request.get(pageOf(id, 'consents/sheet'))).status(), account).toBe(404);
});

test('asked about one picture she agrees, then withdraws, and the picture is off its address', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  const [{ id }, words] = [await memberOf(2), `Chị em quanh bàn, ${Date.now()}`];
  await page.goto('/admin/digital-models?kind=digital_family&status=active');
  await page.locator('main table a[href^="/admin/digital-models/"]').first().click();
  const activity = page.locator('#activity');
  await activity.getByLabel('Nội dung').fill('Cùng học gọi video');
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3c6e71' } })
    .jpeg()
    .toBuffer();
  await activity.locator('input[type=file]').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer });
  await activity.getByLabel('Trong ảnh có gì').fill(words);
  await activity.getByRole('button', { name: 'Ghi hoạt động' }).click();
  const address = (await page.getByRole('img', { name: words }).getAttribute('src')) ?? '';
  expect((await page.request.get(address)).status()).toBe(200);

  await page.goto(pageOf(id, 'consents'));
  await page.getByRole('link', { name: 'Thêm ảnh có hội viên này' }).click();
  await expect(page).toHaveURL(/\/pictures$/);
  await holdsOnAPhone(page);
  await page.reload();
  const near = page.getByRole('listitem').filter({ hasText: words });
  await near.getByText('Hội viên này có trong ảnh này').click();
  await near.getByLabel('Đồng ý', { exact: true }).check();
  await near.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page).toHaveURL(/said=taken/);
  const asked = page.locator('#pictures li').filter({ hasText: words });
  await expect(asked.getByText('Đã đồng ý', { exact: true })).toBeVisible();
  await asked.getByText('Rút lại sự đồng ý').click();
  await asked.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
  await expect(asked.getByText('Ảnh đã gỡ xuống.')).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);
});

test('what is held on her is handed out as a document and a file, and the neighbour finds nothing', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  const [{ id, name } = { id: '', name: '' }] = await membersOf('long-hung', 'Chi hội Khu phố 5', { busy: true });
  await page.goto(pageOf(id, 'own-data'));
  const readings = page.locator('#readings li');
  const before = await readings.count();
  const download = async (button: string) => {
    const href = (await page.getByRole('link', { name: button }).getAttribute('href')) ?? '';
    return (await page.request.get(href)).body();
  };
  const json = JSON.parse((await download('Tải bản cho máy đọc (JSON)')).toString());
  expect(json).toMatchObject({ format: 3, person: { name } });
  const pdf = await download('Tải bản in (PDF)');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('BeVietnamPro');
  await page.reload();
  await expect(readings).toHaveCount(before + 2);

  const neighbour = await readAs('trangdai');
  for (const path of ['consents', 'sensitive', 'own-data', 'own-data/export?format=json'])
    expect((await neighbour.request.get(pageOf(id, path))).status(), path).toBe(404);
  const head = await readAs('khupho5');
  for (const [path, status] of [
    ['consents', 200],
    ['sensitive', 404],
    ['own-data', 404],
  ] as const)
    expect((await head.request.get(pageOf(id, path))).status(), path).toBe(status);
  const reader = await readAs('viewer');
  expect((await reader.request.get(pageOf(id, 'consents'))).status()).toBe(404);
});

test('a woman is erased only when her name is typed and a second official agrees, and then she is nowhere', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  let at = 5;
  let member = await memberOf(at);
  const form = page.locator('#erase form');
  for (; at < 14; at++) {
    member = await memberOf(at);
    await page.goto(pageOf(member.id, 'own-data'));
    if ((await form.count()) > 0) break;
  }
  await page.getByLabel('Vì sao xóa').selectOption({ label: 'Hội viên yêu cầu xóa' });
  await page.getByLabel('Gõ đúng họ tên của hội viên để xác nhận').fill('Không Phải Chị');
  await page.getByRole('button', { name: 'Xóa hẳn dữ liệu của hội viên này' }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await page.getByLabel('Gõ đúng họ tên của hội viên để xác nhận').fill(member.name);
  await page.getByRole('button', { name: 'Xóa hẳn dữ liệu của hội viên này' }).click();
  await expect(page).toHaveURL(/own-data\?said=asked/);
  await expect(page.getByText('Đã gửi cho người thứ hai, chưa làm gì cả.')).toBeVisible();
  const second = await readAs('province');
  await second.goto('/admin/second-pairs');
  await expect(second.locator('#waiting').getByText(member.name)).toBeVisible();
  const request = second.locator('#waiting li').filter({ hasText: member.name });
  await request.getByRole('button', { name: 'Đồng ý, làm ngay' }).click();
  await expect(second).toHaveURL(/said=done/);
  for (const path of ['consents', 'sensitive', 'own-data'])
    expect((await page.request.get(pageOf(member.id, path))).status(), path).toBe(404);
});
