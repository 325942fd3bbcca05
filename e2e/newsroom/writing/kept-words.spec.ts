import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '../../support/reader/expect';
import { draft, handIn, wordsIn } from '../../support/stage/articles';
import { type Account, signInByForm, test } from '../../support/test';
import { kept, kill, rowsOf, untilKept } from '../../support/writing/kept';

const offered = (page: Page) => page.getByText('Lời đang viết dở lúc');
const take = (page: Page) => page.getByRole('button', { name: 'Lấy lại' }).click();

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(address);
  return page;
}

/** Types into a field of a form and waits until the device has it. */
async function typed(page: Page, name: string, words: string) {
  const before = (await page.evaluate(() => indexedDB.databases())).some((each) => each.name === 'articles')
    ? await kept(page)
    : '';
  await page.locator(`[name="${name}"]`).fill(words);
  await expect(page.getByText(/^Đã giữ trên máy này/)).toBeVisible();
  await untilKept(page, before);
}

/** The session has ended, and somebody signs in on this device. */
async function signedInAgain(context: BrowserContext, account: Account): Promise<Page> {
  await context.clearCookies();
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await signInByForm(page, account);
  return page;
}

test('a remark and the reason for giving back are kept as they are typed: tab killed and session over, they are offered to her who typed them, and to nobody else on the device', async ({
  signInAs,
  readAs,
}) => {
  const writer = await readAs('longhung');
  const article = await draft(
    writer,
    'story',
    wordsIn([`Lời giữ lại ${Date.now()}`, 'Một chị biết.'], ['Kept words', 'One knows.']),
  );
  const first = await signInAs('province');
  const context = first.context();
  const remark = 'Chị nào biết, biết từ bao giờ?';
  let page = await opened(context, `${article}?lang=vi&remark=1`);
  await typed(page, 'text', remark);
  await kill(page);

  // whoever is back reads on the list that something is left, and goes where she wrote it
  page = await signedInAgain(context, 'province');
  await page.goto('/admin/articles');
  await expect(page.locator('blockquote').filter({ hasText: remark })).toBeVisible();
  await page.getByRole('link', { name: 'Mở lại chỗ viết' }).click();
  await take(page);
  await expect(page.locator('[name="text"]')).toHaveValue(remark);
  await page.getByRole('button', { name: 'Gửi góp ý' }).click();
  await expect(page).toHaveURL(/said=remarked/);
  await expect.poll(() => rowsOf(page, 'queue')).toEqual([]);
  await expect(offered(page)).toHaveCount(0);

  await handIn(writer, article);
  await page.goto(article);
  const fold = page.locator('summary').filter({ hasText: 'Trả lại để sửa' });
  await fold.click();
  await typed(page, 'remark', 'Chị viết rõ ngày giúp em.');
  await kill(page);

  page = await signedInAgain(context, 'longhung');
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/admin/articles');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(offered(page)).toHaveCount(0);
  expect(await rowsOf(page, 'queue')).toHaveLength(1);

  page = await signedInAgain(context, 'province');
  await page.goto(article);
  await take(page);
  await expect(page.locator('[name="remark"]')).toHaveValue('Chị viết rõ ngày giúp em.');
  await page.getByRole('button', { name: 'Trả lại người viết' }).click();
  await expect(page).toHaveURL(/said=returned/);
  await expect.poll(() => rowsOf(page, 'queue')).toEqual([]);
});
