import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** Writes a story in Vietnamese and hands it in; answers with its address and its title. */
async function submitStory(writer: Reader) {
  const title = `Chuyện xem trước số ${Date.now()}`;
  await writer.goto('/admin/articles/new');
  await writer.getByLabel('Câu chuyện', { exact: true }).check();
  await writer.locator('[name="titleVi"]').fill(title);
  await writer.locator('[name="summaryVi"]').fill(`Các chị trong khu phố chỉ nhau từng bước một, ${Date.now()}.`);
  await writer.locator('[name="bodyVi"]').fill('## Buổi đầu\n\nMột chị biết, một chị học.');
  await writer.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(writer).toHaveURL(/said=drafted/);
  const address = new URL(writer.url()).pathname;
  await writer.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await expect(writer).toHaveURL(/said=submitted/);
  return { address, title };
}

test('a colleague remarks on a passage and who wrote says it is done; a preview link opens it for anybody until it is public', async ({
  readAs,
}) => {
  const [writer, colleague, stranger] = [await readAs('longhung'), await readAs('province'), await readAs()];
  const { address, title } = await submitStory(writer);

  await colleague.goto(`${address}?lang=vi&remark=2`);
  await colleague.getByLabel('Chị thấy cần sửa gì').fill('Chị nào? <script>alert(1)</script>');
  await colleague.getByRole('button', { name: 'Gửi góp ý' }).click();
  await expect(colleague).toHaveURL(/said=remarked/);
  await expect(colleague.getByText('Bài còn 1 góp ý chưa xong')).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Duyệt bài' })).toBeVisible();
  await writer.goto(`${address}/edit`);
  await expect(writer.getByText('Chị nào? <script>alert(1)</script>').first()).toBeVisible();
  await writer.goto(address);
  await writer.getByRole('button', { name: /^Đã xong/ }).click();
  await expect(writer).toHaveURL(/said=resolved/);

  await writer.goto(`${address}/preview`);
  await writer.getByRole('button', { name: 'Tạo đường dẫn' }).click();
  const link = new URL(await writer.locator('label').filter({ hasText: 'Đường dẫn' }).locator('input').inputValue())
    .pathname;
  const { status, headers } = await stranger.goto(link).then((answer) => ({
    status: answer.status(),
    headers: answer.headers(),
  }));
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'x-frame-options': 'DENY',
  });
  expect(headers['cache-control']).toContain('no-store');
  await expect(stranger.getByText('Bản xem trước – chưa công khai')).toBeVisible();
  await expect(stranger.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(await stranger.content()).not.toMatch(/og:image|ld\+json|<base|data-place/);

  await colleague.goto(address);
  await expect(colleague.getByText('góp ý chưa xong')).toHaveCount(0);
  await colleague.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(colleague).toHaveURL(/said=published/);
  expect((await stranger.goto(link)).status()).toBe(404);
});
