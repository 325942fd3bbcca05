import { createModel } from '../../test/factories/digital-models';
import { type Made, read } from '../../test/factories/write';
import { ONE_LOOK, soon } from '../support/page/soon';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { monthBegan } from '../support/stage/stage';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

/** The figure of sub-associations as three pages say it: "14/19". */
async function figures(page: Reader) {
  await page.goto('/admin');
  const [, covered, units] = /(\d+) trên (\d+) chi hội/.exec((await page.getByRole('main').textContent()) ?? '') ?? [];
  await page.goto('/xa-phuong/long-hung');
  const figure = page.locator('p', { hasText: 'chi hội có Gia đình số' }).locator('b').first();
  const commune = await figure.textContent();
  await page.goto('/do-phu');
  await page.getByText(/^Xem cả \d+ xã, phường$/).click();
  const row = page.getByRole('row', { name: /Phường Long Hưng/ });
  const cells = await row.locator('td').allTextContents();
  return {
    admin: `${covered}/${units}`,
    commune: commune?.trim(),
    coverage: `${cells[1]?.trim()}/${cells[0]?.trim()}`,
  };
}

test('a club founded by an official of Long Hưng stands on the public page of Long Hưng within a second', async ({
  signInAs,
  readAs,
}) => {
  const name = `Câu lạc bộ Phụ nữ số thử ${Date.now()}`;
  const reader = await readAs();
  await reader.goto('/xa-phuong/long-hung');
  await expect(reader.getByText(name)).toHaveCount(0);

  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await chooseUnit(page, 'Chi hội', 'Chi hội Khu phố 5');
  await page.getByLabel('Tên mô hình').fill(name);
  await page.getByLabel('Đang hoạt động').check();
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page).toHaveURL(/said=founded/);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await soon(reader, () => expect(reader.getByText(name)).toBeVisible(ONE_LOOK));
});

test('a planned family with a tied pair set active moves coverage by one, the same figure on three pages', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  const before = await figures(page);
  expect(new Set(Object.values(before)).size).toBe(1);

  await page.goto('/admin/digital-models?kind=digital_family&status=planned&q=khu+pho+3');
  await page.getByRole('link', { name: 'Gia đình số Khu phố 3', exact: true }).click();
  const panel = page.locator('#status form', { hasText: 'Ghi trạng thái' });
  await panel.getByLabel('Đang hoạt động').check();
  await panel.getByRole('button', { name: 'Ghi trạng thái' }).click();
  await expect(page).toHaveURL(/said=changed/);

  const after = await figures(page);
  const [covered, units] = (before.admin ?? '').split('/').map(Number);
  expect(after).toEqual({
    admin: `${Number(covered) + 1}/${units}`,
    commune: `${Number(covered) + 1}/${units}`,
    coverage: `${Number(covered) + 1}/${units}`,
  });
});

test('what is wrong is said beside the field, and what was typed stays', async ({ signInAs }) => {
  const page = await signInAs('longhung');
  await page.goto('/admin/digital-models/new?kind=digital_womens_club');
  await chooseUnit(page, 'Chi hội', 'Chi hội Khu phố 5');
  await page.getByLabel('Tên mô hình').fill('x');
  await page.getByLabel('Ngày thành lập').fill('2199-01-01');
  await page.getByRole('button', { name: 'Thành lập', exact: true }).click();
  await expect(page.locator('[aria-invalid="true"]').first()).toBeVisible();
  await expect(page.getByLabel('Ngày thành lập')).toHaveValue('01/01/2199');
  await expect(page.getByLabel('Tên mô hình')).toHaveValue('x');
});

test('a form that names a record of the neighbour is answered as if it did not exist, and changes nothing', async ({
  readAs,
}) => {
  const neighbour = await readAs('trangdai');
  await neighbour.goto('/admin/digital-models?kind=digital_family&status=active');
  const link = neighbour.locator('main table a[href^="/admin/digital-models/"]').first();
  const theirs = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';

  const page = await readAs('longhung');
  await page.goto('/admin/digital-models?kind=digital_family&status=active');
  await page.locator('main table a[href^="/admin/digital-models/"]').first().click();
  const panel = page.locator('#status form', { hasText: 'Ghi ngày cuối' });
  await expect(panel).toBeVisible();
  panel.locator('input[name="modelId"]').one().setAttribute('value', theirs);
  await panel.getByRole('button', { name: 'Ghi ngày cuối' }).click();
  await expect(panel.getByRole('alert')).toBeVisible();

  await neighbour.goto(`/admin/digital-models/${theirs}`);
  await expect(neighbour.getByText('Đang hoạt động').first()).toBeVisible();
});

test('two who change the same record: the second sees the newer text beside hers and nothing is overwritten unawares', async ({
  signInAs,
  readAs,
  database,
}) => {
  const [one, other] = [await readAs('longhung'), await signInAs('longhung')];
  // one of her own: others found and change clubs meanwhile
  const [longHung = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE slug = 'long-hung'`);
  const planned = { kind: 'digital_womens_club', status: 'planned', from: monthBegan() } as const;
  const { id } = await createModel(database, longHung, { ...planned, name: 'Câu lạc bộ hai chị cùng sửa' });
  const address = `/admin/digital-models/${id}/edit`;
  await Promise.all([one.goto(address), other.goto(address)]);
  const stamp = Date.now();
  await one.getByLabel('Số quyết định').fill(`A-${stamp}`);
  await one.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(one).toHaveURL(/said=edited/);
  await other.getByLabel('Số quyết định').fill(`B-${stamp}`);
  await other.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(other.getByText(`A-${stamp}`)).toBeVisible();
  await expect(other.getByLabel('Số quyết định')).toHaveValue(`B-${stamp}`);
});

test('the province prepares a new checklist; what was judged by the one in force stays as it is', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/digital-models?kind=one_plus_one_instructor&status=active');
  await page.locator('main table a[href^="/admin/digital-models/"]').first().click();
  await expect(page).toHaveURL(/digital-models\/[0-9a-f-]{36}/);
  const criteria = `${new URL(page.url()).pathname}/criteria`;
  await page.goto(criteria);
  const judged = await page.locator('main ul, main ol').allTextContents();

  await page.goto('/admin/criteria/one_plus_one_instructor');
  await page.getByRole('button', { name: 'Soạn bộ mới' }).click();
  const planned = page.locator('#planned');
  await planned.getByLabel('Tiêu chí, tiếng Việt').fill('Mỗi cặp ghi sổ sau mỗi buổi');
  await planned.getByLabel('Tiêu chí, tiếng Anh').fill('Every pair notes each meeting');
  await planned.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(planned.getByRole('listitem').last()).toContainText('Every pair notes each meeting');
  await planned.getByRole('button', { name: 'Lên Mỗi cặp ghi sổ sau mỗi buổi' }).click();
  await expect(planned.getByRole('listitem').last()).not.toContainText('Every pair notes each meeting');

  await page.goto(criteria);
  expect(await page.locator('main ul, main ol').allTextContents()).toEqual(judged);
  const commune = await readAs('longhung');
  await commune.goto('/admin/criteria/one_plus_one_instructor');
  await expect(commune.getByText('Mỗi cặp ghi sổ sau mỗi buổi')).toBeVisible();
  await expect(commune.getByRole('button', { name: 'Thêm', exact: true })).toHaveCount(0);

  await page.goto('/admin/criteria/one_plus_one_instructor');
  await planned.getByRole('button', { name: 'Bỏ bộ mới này' }).click();
  await expect(page.getByText('Bộ đang có tiếp tục dùng')).toBeVisible();
});

test('a club shares how it works, and a club of the next commune takes it over and says where it came from', async ({
  readAs,
}) => {
  const stamp = Date.now();
  const clubOf = async (page: Reader) => {
    await page.goto('/admin/digital-models?kind=digital_womens_club&status=active');
    const link = page.locator('main table a[href^="/admin/digital-models/"]').first();
    return { path: (await link.getAttribute('href')) ?? '', name: (await link.textContent())?.trim() ?? '' };
  };
  const owner = await readAs('longhung');
  const club = await clubOf(owner);
  await owner.goto(`${club.path}/practice/edit`);
  await owner.getByLabel('Quy chế hoạt động').fill(`Sinh hoạt ngày 5 hằng tháng, lần ${stamp}`);
  await owner.getByLabel('Danh mục bài hướng dẫn').fill('Cài VNeID\nQuét mã QR');
  await owner.getByLabel('Cho các nơi khác xem và chép').check();
  await owner.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(owner.getByText('Đang chia sẻ')).toBeVisible();

  const other = await readAs('trangdai');
  const target = await clubOf(other);
  await other.goto(`${target.path}/practice`);
  await other.getByRole('link', { name: 'Chép cách làm hay' }).click();
  await expect(other).toHaveURL(/practices/);
  await other.getByRole('searchbox').fill(club.name);
  await other.getByRole('searchbox').press('Enter');
  // clubs of several communes bear one name
  await other.locator(`main a[href*="/practices/${club.path.split('/').at(-1)}"]`).click();
  await expect(other.getByText(`lần ${stamp}`)).toBeVisible();
  const replace = other.getByLabel('Thay bản đang có');
  if (await replace.isVisible()) await replace.check();
  await other.getByRole('button', { name: `Chép về ${target.name}` }).click();
  await expect(other).toHaveURL(/said=practice-copied/);
  await expect(other.getByText(`Chép từ ${club.name}, Long Hưng`)).toBeVisible();
  expect((await other.request.get(club.path)).status()).toBe(404);
  await owner.goto(`${club.path}/practice`);
  await expect(owner.getByText(`${target.name}, Trảng Dài`).first()).toBeVisible();
});

test('the commune answers what the records ask, and the province reads question and answer', async ({ readAs }) => {
  const answer = `Đang mùa gặt, tháng sau sinh hoạt lại (${Date.now()})`;
  const commune = await readAs('longhung');
  await commune.goto('/admin/digital-models/hints?hint=quiet&state=waiting');
  await commune.locator('main li a[href^="/admin/digital-models/"]').first().click();
  const panel = commune.locator('#hints');
  await panel.locator('summary').first().click();
  await panel.getByLabel('Trả lời').first().fill(answer);
  await panel.getByRole('button', { name: 'Gửi trả lời' }).first().click();
  await expect(panel.getByText(answer)).toBeVisible();

  const province = await readAs('province');
  await province.goto('/admin/digital-models/hints?state=answered');
  await expect(province.getByText(answer)).toBeVisible();
  const head = await readAs('khupho5');
  expect((await head.request.get('/admin/digital-models/hints')).status()).toBe(404);
});
