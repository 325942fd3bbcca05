import type { Page } from '@playwright/test';
import { createMember } from '../../test/factories/people';
import { createEnrolment, createSession } from '../../test/factories/trainings';
import { type Made, read } from '../../test/factories/write';
import { expect } from '../support/reader/expect';
import { openDatabase } from '../support/stage/stage';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const names = ['Đỗ Thị Nhắn Một', 'Đỗ Thị Nhắn Hai', 'Đỗ Thị Nhắn Ba'];

/** A session of Long Hưng far ahead, at a moment of its own, with three women enrolled; answers with its address. */
async function makeSession(): Promise<string> {
  const database = await openDatabase();
  const [unit] = await read<Made>(
    database,
    `SELECT s.unit_id AS id FROM unit_span s JOIN unit c ON c.id = s.commune_id AND c.slug = 'long-hung'
     WHERE s.level = 'sub_association' AND s.is_last ORDER BY s.path LIMIT 1`,
  );
  const [course] = await read<Made>(database, `SELECT id FROM course WHERE code = 'vneid'`);
  if (!unit || !course) throw new Error('the demonstration data has no Long Hưng or no course on VNeID');
  const day = new Date(Date.now() + (400 + Math.floor(Math.random() * 300)) * 86_400_000).toISOString().slice(0, 10);
  const session = await createSession(database, {
    course,
    unit,
    startsAt: `${day}T08:00:00+07:00`,
    endsAt: `${day}T10:00:00+07:00`,
  });
  for (const [at, name] of names.entries()) {
    const woman = await createMember(database, unit, { name, phone: `+8490000010${at}` });
    await createEnrolment(database, session, woman, at + 1);
  }
  await database.end();
  return `/admin/trainings/${session.id}`;
}

test('on a phone an official cancels a session with three enrolled, reads what to tell them, asks a number and marks them told', async ({
  signInAs,
  readAs,
}) => {
  const address = await makeSession();
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  await page.locator('summary', { hasText: 'Hủy buổi này' }).click();
  await page.getByLabel('Lý do').last().fill('Hội trường đang sửa chữa');
  await page.getByRole('button', { name: 'Hủy buổi này' }).click();
  await expect(page).toHaveURL(/said=cancelled/);
  await page.getByRole('link', { name: 'Xem và nhắn' }).click();
  await expect(page).toHaveURL(/\/messages$/);

  const main = page.getByRole('main');
  await expect(
    main.getByText(/^Chào các chị, Hội LHPN phường Long Hưng nhắn: .* đã hủy.* Lý do: Hội trường đang sửa chữa\./),
  ).toBeVisible();
  await expect(main.getByText(/gửi SMS tính \d tin/).first()).toBeVisible();
  const women = main.getByRole('listitem').filter({ hasText: /Nhắn (Một|Hai|Ba)/ });
  await expect(women).toHaveCount(3);
  const one = women.filter({ hasText: 'Nhắn Một' });
  await expect(one).toContainText('09•• ••• 100');
  // her own words are there to be copied or read before anybody looked at her number
  await expect(one.getByRole('button', { name: 'Chép lời cho chị Một' })).toBeVisible();
  await one.locator('summary', { hasText: 'Xem lời nhắn cho chị Một' }).click();
  await expect(one.getByText(/^Chào chị Một, Hội LHPN phường Long Hưng nhắn: .* đã hủy/)).toBeVisible();
  await expect(one.getByRole('link')).toHaveCount(0);
  await one.getByRole('button', { name: 'Hiện số' }).click();
  await expect(one.getByRole('link', { name: 'Zalo' })).toHaveAttribute('href', 'https://zalo.me/0900000100');
  await expect(one.getByRole('link', { name: 'SMS', exact: true })).toHaveAttribute(
    'href',
    /^sms:0900000100\?body=Ch%C3%A0o%20ch%E1%BB%8B%20M%E1%BB%99t%2C%20H%E1%BB%99i/,
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await one.getByRole('button', { name: 'Đã nhắn' }).click();
  await expect(page).toHaveURL(/said=told/);
  await expect(women).toHaveCount(2);
  await page.getByRole('button', { name: 'Đã nhắn cả 2 chị' }).click();
  await expect(main.getByText('Không còn ai chờ nhắn')).toBeVisible();
  await page.getByRole('link', { name: 'Đã nhắn', exact: true }).click();
  await page.getByRole('button', { name: 'Bỏ đánh dấu Đỗ Thị Nhắn Hai' }).click();
  await expect(page).toHaveURL(/said=taken-back/);
  await expect(main.getByRole('link', { name: 'Chờ nhắn (1)' })).toBeVisible();

  const neighbour = await readAs('trangdai');
  expect((await neighbour.goto(`${address}/messages`))?.status()).toBe(404);
  const reader = await readAs('viewer');
  expect((await reader.goto(`${address}/messages`))?.status()).toBe(404);
  expect((await reader.goto('/admin/messages'))?.status()).toBe(404);
});

test('without any script the words can be read, a number asked for and a woman marked', async ({ readAs }) => {
  const page = await readAs('trangdai');
  await page.goto('/admin/messages');
  const waiting = async () =>
    Number((await page.getByRole('link', { name: /^Chờ nhắn/ }).textContent())?.match(/\((\d+)\)/)?.[1] ?? 0);
  const before = await waiting();
  await expect(page.getByRole('button', { name: /^Chép/ })).toHaveCount(0);
  // her words unfold and are selected by a tap, with no number beside them yet
  const own = page.getByText(/^Chào chị \S+, Hội LHPN/).first();
  const fold = page.locator('summary', { hasText: 'Xem lời nhắn cho chị' }).first();
  if ((await fold.count()) > 0) await fold.click();
  await expect(own).toBeVisible();
  await page
    .getByRole('button', { name: /^Hiện số/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'Zalo' })).toBeVisible();
  await page
    .getByRole('button', { name: /^Đã nhắn/ })
    .first()
    .click();
  await expect(page).toHaveURL(/said=told/);
  expect(await waiting()).toBe(before - 1);
});

/** Taps the button, is told that the words are copied, and answers with what is on the clipboard then. */
async function copiedBy(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name, exact: true });
  await button.click();
  await expect(button.locator('xpath=following-sibling::*[@role="status"]')).toHaveText('Đã chép.');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Makes an invitation by words, whose link is shown once. */
async function invite(page: Page): Promise<string> {
  await page.goto('/admin/accounts/new');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill(`chep${Date.now()}@demo.invalid`);
  await page.getByLabel('Vai trò').selectOption({ label: 'Cán bộ Hội xã, phường' });
  await chooseUnit(page, 'Đơn vị', 'Long Hưng');
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  return page.getByLabel('Đường dẫn để gửi').inputValue();
}

test('a link that is shown once is copied by a tap, alone or with the words that are ready to be sent', async ({
  signInAs,
}) => {
  const page = await signInAs('province');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const link = await invite(page);
  expect(await copiedBy(page, 'Chép đường dẫn')).toBe(link);
  const ready = await copiedBy(page, 'Chép lời gửi');
  expect(ready).toMatch(/mời/);
  expect(ready).toContain(link);
});

test('where a browser refuses to copy, she is told to select the words by hand', async ({ signInAs }) => {
  const page = await signInAs('province');
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
  });
  await invite(page);
  const button = page.getByRole('button', { name: 'Chép đường dẫn' });
  await button.click();
  await expect(button.locator('xpath=following-sibling::*[@role="status"]')).toContainText('chạm vào chữ');
});
