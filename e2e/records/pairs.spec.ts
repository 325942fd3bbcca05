import type { Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import { dayFromNow } from '../support/stage/stage';
import { chooseUnit } from '../support/stage/units';
import { test } from '../support/test';

const TODAY = dayFromNow(0).split('-').reverse().join('/');

/** Pairs a learner of Tổ 1 with the instructor suggested first, to learn VNeID; answers with the pair's address. */
async function pairUp(page: Page): Promise<string> {
  await page.goto('/admin/pairs/new');
  await chooseUnit(page, 'Chi hội hoặc tổ', 'Tổ 1 · Chi hội Khu phố 5');
  await page
    .getByRole('link', { name: /Tổ 1, Chi hội Khu phố 5$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^Bước 2/ })).toBeVisible();
  await page.getByText('Chị muốn học gì, nói tiếng gì').click();
  await page.getByRole('checkbox', { name: 'VNeID và định danh điện tử' }).check();
  await page.getByRole('button', { name: 'Gợi ý người hướng dẫn' }).click();
  await expect(page.getByText('Mục tiêu: VNeID và định danh điện tử')).toBeVisible();
  const suggestions = page.getByRole('group', { name: /^Người hướng dẫn/ });
  await expect(suggestions).toContainText('Cùng tổ');
  await suggestions.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Ghép cặp', exact: true }).click();
  await page.waitForURL(/\/admin\/pairs\/[0-9a-f-]{36}\?said=paired/);
  return new URL(page.url()).pathname;
}

test('on a phone a head pairs two women by a suggestion, records a contact in three taps, marks a goal and ends the pair', async ({
  signInAs,
  readAs,
}) => {
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  const address = await pairUp(page);
  const chain = await page.getByRole('link', { name: /^Chuỗi lan tỏa/ }).getAttribute('href');

  const contact = page.locator('#contact');
  await contact.getByText('VNeID và định danh điện tử').click();
  await contact.getByText('30 phút').click();
  await contact.getByRole('button', { name: 'Ghi', exact: true }).click();
  await expect(page).toHaveURL(/said=met/);
  await expect(page.locator('#contacts').getByRole('listitem')).toHaveText([/VNeID và định danh điện tử\s*30 phút/]);

  await page.locator('#goals').getByRole('button', { name: 'Tự làm được' }).click();
  await expect(page).toHaveURL(/said=marked/);
  await page.getByRole('link', { name: 'Ghi kết thúc cặp' }).click();
  const end = page.locator('#end');
  await expect(end.getByLabel('Đạt mục tiêu')).toBeChecked();
  await end.getByLabel('Kết quả').fill('Tự đăng nhập VNeID');
  const last = end.getByLabel(/^Ngày cuối/);
  await expect(last).toHaveValue(TODAY);
  await last.fill('30/09/2027');
  await expect(last).toHaveAccessibleDescription(
    'Ghi 30/09/2027 thì ngày 30/09/2027 còn tính, ngày 01/10/2027 không còn.',
  );
  await last.fill(TODAY);
  await end.getByRole('button', { name: 'Ghi kết thúc' }).click();
  await expect(page).toHaveURL(/said=ended/);
  await expect(page.getByText('Tự đăng nhập VNeID')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  const neighbour = await readAs('trangdai');
  for (const theirs of [address, chain ?? '']) expect((await neighbour.goto(theirs))?.status(), theirs).toBe(404);
});

test('a contact is recorded without any script, from the list of quiet pairs too', async ({ readAs }) => {
  const page = await readAs('longhung');
  await page.goto('/admin/pairs/quiet');
  const count = async () =>
    Number((await page.getByText(/cặp, lâu nhất đứng trước$/).textContent())?.match(/\d+/)?.[0]);
  const quiet = await count();
  await page.getByRole('button', { name: 'Vừa gặp, 30 phút' }).first().click();
  await expect(page).toHaveURL(/said=met/);
  await expect(page.getByText('Đã ghi lần gặp hôm nay.')).toBeVisible();
  await expect(page.getByText(`${quiet - 1} cặp, lâu nhất đứng trước`)).toBeVisible();
});

test('a contact told in the list of quiet pairs is marked while it is on its way, and no other is sent meanwhile', async ({
  signInAs,
}) => {
  const page = await signInAs('trangdai');
  await page.goto('/admin/pairs/quiet');
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/admin/pairs/quiet', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  const buttons = page.getByRole('button', { name: 'Vừa gặp, 30 phút' });
  const many = await buttons.count();
  expect(many).toBeGreaterThan(1);
  await buttons.first().click();
  await expect(buttons.first()).toHaveAttribute('aria-busy', 'true');
  await expect(buttons.nth(1)).toHaveAttribute('aria-disabled', 'true');
  await buttons.nth(1).click({ force: true });
  answer();
  await expect(page.getByText('Đã ghi lần gặp hôm nay.')).toBeVisible();
  await page.goto('/admin/pairs/quiet');
  await expect(buttons).toHaveCount(many - 1);
});

test('the drawn chain, the chain in words, its steps and the list of instructors say one number', async ({
  readAs,
}) => {
  const page = await readAs('longhung');
  await page.goto('/admin/pairs/chains');
  const row = page.getByRole('row').nth(1);
  const reach = Number(await row.getByRole('cell').last().textContent());
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chuỗi lan tỏa của');
  await expect(page.getByRole('img', { name: `đã lan tới ${reach} chị` })).toBeVisible();
  const drawing = page.getByRole('img', { name: /^Chuỗi lan tỏa/ });
  const words = page.locator('main ul', { has: page.locator('a[href^="/admin/pairs/chains/"]') }).first();
  for (const [women, whole] of [
    [(await drawing.locator('polygon').count()) - 1, drawing],
    [await words.getByRole('link').count(), words],
  ] as const) {
    const more = ((await whole.textContent()) ?? '').matchAll(/và (\d+) chị nữa/g);
    expect([...more].reduce((sum, [, count]) => sum + Number(count), women)).toBe(reach);
  }
  const steps = await page.locator('main ol li').filter({ hasText: /^Bước/ }).allTextContents();
  expect(steps.reduce((sum, step) => sum + Number(step.match(/(\d+) chị/)?.[1]), 0)).toBe(reach);
});
