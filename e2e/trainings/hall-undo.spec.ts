import { expect } from '@playwright/test';
import { violationsOf } from '../support/page/axe';
import { makeHall, registerOf, say, TestPhone, takeAlong, tile } from '../support/stage/hall';
import { test } from '../support/test';

test('a group marked by one stray tap, and a run of taps in a pocket, are each undone in one go, also without signal', async ({
  baseURL,
  launchOptions,
  database,
}) => {
  const stage = await makeHall(database, 12);
  const names = stage.women.map(({ name }) => name);
  const [a = '', b = '', c = ''] = names;
  const phone = new TestPhone(String(baseURL), launchOptions);
  const page = await phone.open();
  await takeAlong(page, stage.trainer, stage);
  await say(page, a, 'Muộn');
  await expect(page.getByText(`Đã ghi ${a}: muộn`).last()).toBeVisible();
  await phone.signal(false);

  await page.getByRole('button', { name: /^Còn lại có mặt/ }).click();
  await expect(page.getByText('Cả loạt: 11 chị có mặt').last()).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Đã hoàn tác 11 chị').last()).toBeVisible();
  for (const name of [b, c]) await expect(tile(page, name).locator('[aria-pressed=true]')).toHaveCount(0);
  await expect(tile(page, a).getByRole('button', { name: 'Muộn' })).toHaveAttribute('aria-pressed', 'true');

  for (const name of names) await tile(page, name).getByRole('button', { name: 'Vắng' }).click();
  await expect(page.getByText('12 chị, bấm liền nhau')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('button', { name: 'Xem các việc trước' }).click();
  const sheet = page.getByRole('dialog', { name: 'Đã ghi trên máy này' });
  await expect(sheet.getByRole('listitem').first()).toContainText(`${b}: vắng`);
  expect(await violationsOf(page)).toEqual([]);
  await sheet.getByRole('listitem').first().getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Đã hoàn tác 12 chị').last()).toBeVisible();

  await phone.signal(true);
  await expect(page.getByText('Mọi lượt đã gửi')).toBeVisible();
  const register = await registerOf(database, stage.session);
  expect(register).toEqual(Object.fromEntries(names.map((name) => [name, name === a ? 'late' : '-'])));
  await phone.close();
});

test('a locked screen takes sixty taps and marks nobody, through a reload too; its three figures open it by keyboard', async ({
  baseURL,
  launchOptions,
  database,
}) => {
  const stage = await makeHall(database, 6);
  const phone = new TestPhone(String(baseURL), launchOptions);
  const page = await phone.open();
  await takeAlong(page, stage.trainer, stage);
  await page.getByRole('button', { name: 'Khóa màn hình khi cất máy' }).click();
  const lock = page.getByRole('dialog', { name: 'Màn hình đang khóa' });
  await expect(lock).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  // everywhere but on the lock's own keys, which are held against their chances beside the rule
  for (let tap = 0; tap < 60; tap++) await page.mouse.click(6 + (tap % 2) * 347, 10 + tap * 12);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(lock).toBeVisible();
  const code = (await lock.locator('b').textContent()) ?? '';
  for (const figure of code.split(' ')) await page.keyboard.press(figure);
  await expect(lock).toBeHidden();
  expect(Object.values(await registerOf(database, stage.session))).toEqual(Array(6).fill('-'));
  await say(page, stage.women[0]?.name ?? '', 'Có mặt');
  await expect.poll(async () => Object.values(await registerOf(database, stage.session))[0]).toBe('present');
  await phone.close();
});
