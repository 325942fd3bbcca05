import sharp from 'sharp';
import { read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { unfold } from '../support/stage/articles';
import { test } from '../support/test';

const SHOWS = 'Chị em học gọi video';

/** Somebody whom the official of Long Hưng asks. */
const WOMAN = `SELECT p.id, p.full_name AS name FROM person p JOIN unit_span s ON s.unit_id = p.keeper_unit_id AND s.is_last
  JOIN unit_name n ON n.unit_id = s.commune_id AND n.valid_to IS NULL AND n.name = 'Long Hưng' WHERE p.merged_into_id IS NULL AND p.erased_on IS NULL ORDER BY p.id LIMIT 1`;

const unmarked = (words: string) =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd');

/** A picture of the library; says its number. */
async function addPicture(keeper: Reader, shows = SHOWS): Promise<string> {
  const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#876' } })
    .jpeg()
    .toBuffer();
  await keeper.goto('/admin/pictures/new');
  await keeper.locator('input[type=file]').setInputFiles({ name: 'lop.jpg', mimeType: 'image/jpeg', buffer });
  await keeper.getByLabel('Trong ảnh có gì').fill(shows);
  await keeper.getByRole('button', { name: 'Đưa vào kho' }).click();
  return new URL(keeper.url()).pathname.split('/').at(-1) ?? '';
}

test('a picture is told by what it shows: between the languages, to who remarks, and once it was taken away', async ({
  readAs,
}) => {
  const picture = `[[/admin/pictures/${await addPicture(await readAs('khupho5'))}]]`;
  const official = await readAs('longhung');
  await official.goto('/admin/articles/new');
  for (const [field, words] of Object.entries({
    titleVi: 'Bài có ảnh',
    summaryVi: 'Một chị biết, một chị học.',
    bodyVi: `Một chị học.\n\n${picture}\n\nHai chị học.`,
    titleEn: 'A piece with a picture',
    summaryEn: 'One knows, one learns.',
    bodyEn: 'One learns.\n\nTwo learn.',
  }))
    await official.locator(`[name="${field}"]`).fill(words);
  await official.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const address = new URL(official.url()).pathname;
  const missing = official.locator('details').filter({ hasText: '1 chỗ hai bản không khớp' });
  await expect(missing.getByText(`Ảnh ${SHOWS}`)).toHaveCount(1);
  await expect(official.getByText('Theo kịp bản tiếng Việt')).toBeVisible();

  await official.goto(`${address}?lang=vi&remark=2`);
  await expect(official.getByText('Góp ý cho ảnh này')).toBeVisible();
  await official.getByLabel('Chị thấy cần sửa gì').fill('Ảnh này mờ');
  await official.getByRole('button', { name: 'Gửi góp ý' }).click();
  await expect(official.locator('#doan-2').getByText('Ảnh này mờ', { exact: true })).toBeVisible();

  await official.goto(`${address}/edit`);
  await expect(official.getByText(`Ảnh: ${SHOWS}`)).toBeVisible();
  await official.locator('[name="bodyVi"]').fill('Một chị học.\n\nHai chị học.');
  await official.getByRole('button', { name: 'Lưu' }).click();
  await expect(official.getByText('Bản dịch cũ').first()).toBeVisible();
  await expect(official.locator('#gone').getByText('Một ảnh không còn trong bài')).toBeVisible();

  for (const page of [`${address}/edit`, `${address}/versions`]) {
    await official.goto(page);
    await expect(official.locator('[aria-labelledby="difference"]').getByText(`Bỏ ${SHOWS}`)).toBeVisible();
  }
});

test('a picture is found in the library without marks, says where it is used and who is in it, and to a neighbour it is not there', async ({
  readAs,
  database,
}) => {
  const shows = `Tổ đan lưới nghe máy ${Date.now()}`;
  const keeper = await readAs('khupho5');
  const picture = await addPicture(keeper, shows);
  const official = await readAs('longhung');
  await official.goto('/admin/articles/new');
  await official.locator('[name="titleVi"]').fill('Bài dùng ảnh');
  await official.locator('[name="summaryVi"]').fill('Một chị biết, một chị học.');
  await official.locator('[name="bodyVi"]').fill(`Một chị học.\n\n[[/admin/pictures/${picture}]]`);
  await official.getByRole('button', { name: 'Lưu bản nháp' }).click();

  await official.goto(`/admin/pictures?q=${encodeURIComponent(unmarked(shows).toUpperCase())}`);
  await official.getByRole('link', { name: shows }).click();
  const used = official.locator('li').filter({ hasText: 'Bài dùng ảnh' });
  await expect(used.getByText('Chưa đăng')).toBeVisible();
  await expect(official.getByText('Chưa ghi ai.')).toBeVisible();
  const [her] = await read<{ id: string; name: string }>(database, WOMAN);
  await official.goto(`/admin/pictures/${picture}?person=${her?.id}`);
  await official.getByLabel('Không đồng ý', { exact: true }).check();
  await official.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await official.goto(`/admin/pictures/${picture}`);
  await expect(
    official
      .locator('#women')
      .getByRole('link', { name: her?.name ?? '' })
      .first(),
  ).toBeVisible();

  const neighbour = await readAs('trangdai');
  await neighbour.goto(`/admin/pictures?q=${encodeURIComponent(unmarked(shows))}`);
  await expect(neighbour.getByRole('link', { name: shows })).toHaveCount(0);
  expect((await neighbour.goto(`/admin/pictures/${picture}`))?.status()).toBe(404);
});

test('a picture that a course hands out says who is in it, a no takes it off, and who keeps no answers does not find the page', async ({
  readAs,
  database,
}) => {
  const buffer = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#678' } })
    .jpeg()
    .toBuffer();
  const title = `Ảnh buổi học ${Date.now()}`;
  const [course] = await read<{ id: string }>(database, 'SELECT id FROM course ORDER BY code LIMIT 1');
  const province = await readAs('province');
  await province.goto(`/admin/courses/${course?.id}`);
  await province.locator('summary').filter({ hasText: 'Thêm tệp' }).click();
  const form = province.locator('form').filter({ has: province.locator('[name="materialFile"]') });
  await form.locator('[name="title"]').fill(title);
  await form.locator('[name="materialFile"]').setInputFiles({ name: 'hoc.jpg', mimeType: 'image/jpeg', buffer });
  await form.getByRole('button', { name: 'Thêm tệp' }).click();
  const handed = province.locator('li').filter({ hasText: title });
  await handed.getByRole('link', { name: 'Ai trong ảnh' }).click();
  const address = new URL(province.url()).pathname;
  const [her] = await read<{ id: string; name: string }>(database, WOMAN);
  await province.goto(`${address}?person=${her?.id}`);
  await province.getByLabel('Không đồng ý', { exact: true }).check();
  await province.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(province).toHaveURL(/said=taken/);
  await expect(
    province
      .locator('#women')
      .getByRole('link', { name: her?.name ?? '' })
      .first(),
  ).toBeVisible();
  await expect(province.getByText('Ảnh đã gỡ xuống vì có người trong ảnh không đồng ý.')).toBeVisible();
  const neighbour = await readAs('trangdai');
  await neighbour.goto(address);
  await expect(neighbour.getByText('1 người khác mà chị không phụ trách.')).toBeVisible();
  for (const account of ['trainer', 'editor', 'viewer'] as const)
    expect([account, (await (await readAs(account)).goto(address)).status()]).toEqual([account, 404]);
});

test('why words of a picture are given back is told with the refusal, where somebody else has decided on them meanwhile', async ({
  readAs,
  database,
}) => {
  const picture = await addPicture(await readAs('khupho5'));
  await database.query(
    `INSERT INTO media_text_waiting (asset_id, locale, alt, written_by_ids)
      SELECT $1, 'vi', 'Chị em học gọi điện', ARRAY[id] FROM account WHERE email = 'khupho5@demo.invalid'`,
    [picture],
  );
  const [first, second] = [await readAs('longhung'), await readAs('province')];
  await Promise.all([first, second].map((by) => by.goto(`/admin/pictures/${picture}`)));
  await unfold(second, 'Trả lại người viết');
  await second.getByLabel('Cần sửa gì').fill('Chị ghi rõ lớp nào giúp em.');
  await first.getByRole('button', { name: 'Duyệt lời mới' }).click();
  await expect(first.getByRole('button', { name: 'Duyệt lời mới' })).toHaveCount(0);
  await second.getByRole('button', { name: 'Trả lại', exact: true }).click();
  await expect(second.getByRole('alert')).toBeVisible();
  await expect(second.getByLabel('Cần sửa gì')).toHaveCount(0);
  await expect(second.locator('blockquote').filter({ hasText: 'Chị ghi rõ lớp nào giúp em.' })).toBeVisible();
});
