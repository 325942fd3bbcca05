import type { Locator, Page } from '@playwright/test';
import { createModel } from '../../test/factories/digital-models';
import { type Made, read } from '../../test/factories/write';
import { expectRoomForLargeText } from '../support/page/large-text';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** Taps are counted: what has to be effortless has few of them. */
function tapping() {
  let taps = 0;
  const tap = async (what: Locator) => {
    taps++;
    await what.click();
  };
  return { tap, taps: () => taps };
}

/** What a notice says that a deed moved: the figure before and after. */
async function movedIn(page: Page) {
  const text = (await page.locator('#moved').textContent()) ?? '';
  const [, before, after] = /(\d+)\/\d+ → (\d+)\/\d+/.exec(text) ?? [];
  return { text, before: Number(before), after: Number(after) };
}

test('an official comes from home to what is missing in three taps and mends it in one more, and sees the figure move', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin');
  const { tap, taps } = tapping();
  await tap(page.locator('main a[href^="/admin/coverage/"]').first());
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Long Hưng');
  await tap(page.getByRole('link', { name: /^Gắn nhau: \d/ }));
  await expect(page).toHaveURL(/lacks=tie/);
  const deeds = page.getByRole('table').getByRole('button', { name: /^Gắn cặp/ });
  await expect(deeds.first()).toBeVisible();
  expect(taps()).toBeLessThanOrEqual(3);
  const waiting = await deeds.count();
  await tap(deeds.first());
  await expect(page.locator('#moved')).toBeFocused();
  const moved = await movedIn(page);
  expect(moved.text).toContain('0 → 1');
  expect(moved.after).toBe(moved.before + 1);
  await expect(page).toHaveURL(/lacks=tie/);
  expect(taps()).toBeLessThanOrEqual(4);

  await expect(deeds).toHaveCount(waiting - 1);
  await expect(page.locator('#moved')).toContainText('Tiếp theo: ');
  await expect(page.locator('#moved').locator('a, button')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectRoomForLargeText(page, 'the matrix');
});

/** The address of all that her commune has, as a link of her first page begins. */
async function wholeMatrix(page: Page | Reader): Promise<string> {
  await page.goto('/admin');
  const narrowed = await page.locator('main a[href^="/admin/coverage/"]').first().getAttribute('href');
  return narrowed?.split('?')[0] ?? '';
}

test('without any script a row unfolds by keyboard, ticked groups become a class in their sub-association and a sheet', async ({
  signInAs,
  browser,
}) => {
  const signedIn = await signInAs('longhung');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(await wholeMatrix(signedIn));
  const row = page.getByRole('row', { name: /Khu phố 5/ }).first();
  const group = page.getByRole('checkbox', { name: 'Chọn Tổ 1, Chi hội Khu phố 5' });
  await expect(group).toBeHidden();
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await group.check();
  await page.getByRole('checkbox', { name: 'Chọn Tổ 2, Chi hội Khu phố 5' }).check();

  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải CSV' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toMatch(/^tung-chi-hoi-.*\.csv$/);
  await page.getByRole('button', { name: 'Mở lớp ở đó' }).click();
  await expect(page).toHaveURL(/\/admin\/trainings\/new\?/);
  await expect(page.getByLabel('Lời nhắn cho người học')).toHaveValue('Mời hội viên: Chi hội Khu phố 5 (Tổ 1, Tổ 2)');
  await context.close();
});

const askedOn = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: 'Chị được nhắc' }) });

/** The official asks for what is missing at a unit by one tap, and reads so in its row. */
async function remind(official: Page, { unitId, address }: { unitId: string; address: string }) {
  await official.goto(`/admin/reminders/new?units=${unitId}`);
  await official.getByRole('button', { name: /^Nhắc \d/ }).click();
  await expect(official.getByText(/^Đã nhắc 1 nơi/)).toBeVisible();
  await expect(official.getByRole('button', { name: /^Nhắc \d/ })).toHaveCount(0);
  await official.goto(`${address}?lacks=family`);
  await expect(official.locator(`tr:has(#unit-${unitId})`)).toContainText('được nhắc');
}

test('a head in a meeting makes a planned family active and adds a pair in six taps, and her group counts', async ({
  signInAs,
  database,
  readAs,
}) => {
  const official = await readAs('longhung');
  const address = await wholeMatrix(official);
  const page = await signInAs('khupho5');
  await page.setViewportSize({ width: 360, height: 740 });
  const [group] = await read<Made>(
    database,
    `SELECT u.unit_id AS id FROM app.coverage_units_of('${address.split('/').at(-1)}', app.today()) u
     JOIN unit_name n ON n.unit_id = u.sub_association_id AND n.name = 'Chi hội Khu phố 5'
     WHERE u.level = 'group' AND NOT u.has_family AND NOT u.has_pair LIMIT 1`,
  );
  await createModel(database, group ?? { id: '' }, { status: 'planned', name: 'Gia đình số mới', demo: true });

  await remind(await signInAs('longhung'), { unitId: group?.id ?? '', address });
  await page.goto('/admin');
  const asked = askedOn(page);
  await expect(asked.getByRole('button', { name: /^Cho hoạt động/ })).toHaveCount(1);

  await page.goto(address);
  const { tap, taps } = tapping();
  await expect(page.getByRole('table').locator('tbody')).toHaveCount(1);
  await tap(page.locator('summary', { hasText: 'mở từng tổ' }));
  await tap(page.locator(`tr:has(#unit-${group?.id})`).getByRole('button', { name: /^Cho hoạt động/ }));
  await tap(page.locator('#moved').getByRole('link', { name: /^Ghép cặp 1\+1/ }));
  await tap(page.getByRole('link', { name: /, Chi hội Khu phố 5$/ }).first());
  await tap(
    page
      .getByRole('group', { name: /^Người hướng dẫn/ })
      .getByRole('radio')
      .first(),
  );
  await tap(page.getByRole('button', { name: 'Ghép cặp', exact: true }));
  await expect(page).toHaveURL(/said=paired/);
  const moved = await movedIn(page);
  expect(moved.text).toContain('0 → 1');
  expect(moved.after).toBe(moved.before + 1);
  expect(taps()).toBeLessThanOrEqual(6);
  await page.goto('/admin');
  await expect(asked).toHaveCount(0);

  const neighbour = await readAs('trangdai');
  for (const theirs of ['', '/train', '/export?format=csv'])
    expect((await neighbour.goto(`${address}${theirs}`))?.status(), theirs).toBe(404);
  expect((await neighbour.goto(`/admin/reminders/new?units=${group?.id}`))?.status()).toBe(404);
  const reader = await readAs('viewer');
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Long Hưng');
  await expect(reader.getByRole('table').getByRole('button')).toHaveCount(0);
});
