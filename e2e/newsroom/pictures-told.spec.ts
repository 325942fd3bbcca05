import sharp from 'sharp';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const SHOWS = 'Chị em học gọi video';

/** A picture of the library; says its number. */
async function addPicture(keeper: Reader): Promise<string> {
  const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#876' } })
    .jpeg()
    .toBuffer();
  await keeper.goto('/admin/pictures/new');
  await keeper.locator('input[type=file]').setInputFiles({ name: 'lop.jpg', mimeType: 'image/jpeg', buffer });
  await keeper.getByLabel('Trong ảnh có gì').fill(SHOWS);
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
