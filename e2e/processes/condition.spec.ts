import { violationsOf } from '../support/page/axe';
import { expectRoomForLargeText } from '../support/page/large-text';
import { expect } from '../support/reader/expect';
import { openDatabase } from '../support/stage/stage';
import { test } from '../support/test';

test('the administrator reads how the portal stands and what to do next, in both languages; for an official there is no such page', async ({
  signInAs,
  readAs,
}) => {
  const page = await signInAs('admin');
  await page.goto('/admin');
  await page.getByRole('navigation', { name: 'Danh mục' }).getByRole('link', { name: 'Tình trạng' }).click();
  await expect(page).toHaveURL(/\/admin\/condition$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tình trạng');
  await expect(page.getByText('PostgreSQL').first()).toBeAttached();
  expect(await violationsOf(page)).toEqual([]);
  await expectRoomForLargeText(page, '/admin/condition');

  const official = await readAs('province');
  expect((await official.goto('/admin/condition'))?.status()).toBe(404);
  await expect(official.getByRole('link', { name: 'Tình trạng' })).toHaveCount(0);
});

test('an alarm stands above it until the administrator writes down what she found, also without a script', async ({
  readAs,
}) => {
  const db = await openDatabase();
  const network = `198.51.100.${Math.floor(Math.random() * 250)}`;
  await db.query(`INSERT INTO alarm (id, kind, network, count) VALUES (app.uuid7(), 'spraying', $1, 12)`, [network]);
  const page = await readAs('admin');
  await page.goto('/admin/condition');
  await expect(page.getByText(`Mạng ${network}`).first()).toBeVisible();
  await page.getByLabel('Chị thấy gì').first().fill('Trường học ở Long Hưng, đã gọi hỏi');
  await page.getByRole('button', { name: 'Đã xem xét' }).first().click();
  await expect(page).toHaveURL(/said=seen/);
  await expect(page.getByText(`Mạng ${network}`)).toHaveCount(0);
  await db.end();
});
