import type { Page } from '@playwright/test';
import { read } from '../../test/factories/write';
import { sheetOf } from '../support/page/sheet';
import { expect } from '../support/reader/expect';
import { draft, send, wordsIn } from '../support/stage/articles';
import { test } from '../support/test';

const [HERS, THEIRS] = ['Chị Hoa kể thêm.', 'Chị Lan nhớ khác.'];
const present = (page: Page, name: string) => page.getByText(`${name} đang mở bài này`);
const save = (page: Page) => page.getByRole('button', { name: 'Lưu bản nháp' }).click();

/** Writes on at the end of the Vietnamese text. */
async function writeOn(page: Page, words: string) {
  await sheetOf(page, 'vi').press('Control+End');
  await page.keyboard.type(` ${words}`);
}

test('two who write on one text see each other; who saves second overwrites nothing, reads both texts beside each other, and each can be had back', async ({
  signInAs,
  readAs,
  database,
}) => {
  const names = await read<{ name: string }>(
    database,
    `SELECT display_name AS name FROM account WHERE email IN ('longhung@demo.invalid', 'province@demo.invalid') ORDER BY email`,
  );
  const [her = '', their = ''] = names.map(({ name }) => name);
  const writer = await readAs('longhung');
  const title = `Hai người viết ${Date.now()}`;
  const article = await draft(writer, 'story', wordsIn([title, 'Một chị biết.'], ['Two write', 'One knows.']));

  const [first, second] = [await signInAs('longhung'), await signInAs('province')];
  await first.setViewportSize({ width: 360, height: 740 });
  await first.goto(`${article}/edit`);
  await expect(sheetOf(first, 'vi')).toBeVisible();
  await second.goto(`${article}/edit`);
  await expect(present(second, her)).toBeVisible();
  // she comes back to her tab, and is told at once
  await expect(async () => {
    await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(present(first, their)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await first.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await writeOn(second, THEIRS);
  await writeOn(first, HERS);
  await save(first);
  await expect(first).toHaveURL(/said=edited/);
  await save(second);
  await expect(second.getByText('Có người vừa lưu bài này trong lúc chị đang viết.')).toBeVisible();
  await expect(sheetOf(second, 'vi')).toHaveText(`Một chị biết. ${THEIRS}`);
  await expect(second.getByText(`Một chị biết. ${HERS}`).first()).toBeVisible();
  await writer.goto(article);
  await expect(writer.getByText(`Một chị biết. ${HERS}`).first()).toBeVisible();
  await save(second);
  await expect(second).toHaveURL(/said=edited/);

  await writer.goto(`${article}/versions`);
  await expect(writer.locator('del').filter({ hasText: 'Hoa' })).toHaveCount(1);
  await expect(writer.locator('ins').filter({ hasText: 'Lan' })).toHaveCount(1);
  await expect(writer.getByRole('listitem').filter({ hasText: `${their} lưu` })).toHaveCount(1);
  await send(writer, 'Lấy lại bản này');
  await expect(writer).toHaveURL(/said=restored/);
  await expect(writer.getByText(`Một chị biết. ${HERS}`).first()).toBeVisible();
  // what it took the place of can be had back as well
  await writer.goto(`${article}/versions`);
  await expect(writer.locator('del').filter({ hasText: 'Lan' })).toHaveCount(1);
});
