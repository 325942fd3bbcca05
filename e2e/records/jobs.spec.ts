import { expectRoomForLargeText } from '../support/page/large-text';
import { expect } from '../support/reader/expect';
import { test } from '../support/test';

test('the administrator sees what the portal does by itself, and has it done now; for an official there is no such page', async ({
  signInAs,
  readAs,
}) => {
  const page = await signInAs('admin');
  await page.goto('/admin');
  await page.getByRole('navigation', { name: 'Danh mục' }).getByRole('link', { name: 'Việc tự chạy' }).click();
  await expect(page).toHaveURL(/\/admin\/jobs$/);
  const row = page.getByRole('row').filter({ hasText: 'Chỗ giữ quá hạn' });
  await expect(row).toContainText(/Đúng giờ|Đang chạy/);
  await row.getByRole('button', { name: 'Chạy ngay' }).click();
  await expect(page.getByRole('status').or(page.getByText('cổng làm trong vài giây nữa')).first()).toBeVisible();
  await expectRoomForLargeText(page, '/admin/jobs');

  const official = await readAs('longhung');
  expect((await official.goto('/admin/jobs'))?.status()).toBe(404);
  await expect(official.getByRole('link', { name: 'Việc tự chạy' })).toHaveCount(0);
});
