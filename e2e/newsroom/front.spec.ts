import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { publishPieces } from '../support/stage/pieces';
import type { Visitor } from '../support/stage/stage';
import { test } from '../support/test';

// one portal of their own for both
test.describe.configure({ mode: 'default' });

/** Whatever an earlier try left there goes. */
async function cleared(editor: Reader, page: string) {
  await editor.goto(page);
  const removals = editor.getByRole('button', { name: /^Bỏ / });
  while ((await removals.count()) > 0) await removals.first().click();
}

/** A title is drawn with blanks at which it may not be torn apart. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('without a script pieces are put first, moved and taken out, and readers see them so at once', async ({
  quiet,
}) => {
  const { editors, titles } = await publishPieces(quiet, 'news', 2);
  const [newer = '', older = ''] = titles;
  const [editor, reader] = [await quiet.read(editors[0]), await quiet.read()];
  await cleared(editor, '/admin/articles/front?spot=home_news');
  for (const title of [older, newer]) {
    await editor.getByRole('button', { name: `Đưa lên đầu ${title}` }).click();
    await expect(editor).toHaveURL(/said=put/);
  }
  await editor.getByRole('button', { name: `Lên ${newer}` }).click();
  await expect(editor).toHaveURL(/said=arranged/);
  const stands = async () => {
    await reader.goto('/');
    const text = plain(await reader.locator('main').textContent());
    return text.indexOf(newer) >= 0 && text.indexOf(newer) < text.indexOf(older);
  };
  await expect.poll(stands).toBe(true);

  // a mistyped day says in which line it stands, and takes nothing away
  await editor.locator('[name="to[line-1]"]').fill('30/2/2027');
  await editor.getByRole('button', { name: 'Lưu thứ tự và ngày' }).click();
  await expect(editor.locator('[name="to[line-1]"][aria-invalid]')).toHaveValue('30/2/2027');
  await expect(editor.locator('[name="to[line-0]"][aria-invalid]')).toHaveCount(0);

  await editor.goto('/admin/articles/front?spot=home_news');
  for (const title of [older, newer]) await editor.getByRole('button', { name: `Bỏ ${title}` }).click();
  await expect(editor.getByText('Chưa chọn bài nào')).toBeVisible();
});

/** The titles of the lines in their order. */
const lines = (page: Page) => page.locator('legend');
const standAs = async (page: Page, ...titles: string[]) => {
  for (const [at, title] of titles.entries()) await expect(lines(page).nth(at)).toContainText(title);
  await expect(lines(page)).toHaveCount(titles.length);
};

/** The page of what stands first among the stories, in a window of her own. */
async function open(browser: Browser, origin: string, { cookie }: Visitor): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1200 } });
  await context.addCookies([{ ...cookie, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}/admin/articles/front?spot=list_stories`);
  return page;
}

/** The middle of a part of the page. */
async function middleOf(part: Locator) {
  const { x, y, width, height } = (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return [x + width / 2, y + height / 2] as const;
}

test('lines follow keys and the pointer, the focus stays with them, and what was moved is asked about and saved with one more', async ({
  quiet,
  browser,
}) => {
  const { editors, titles } = await publishPieces(quiet, 'story', 3);
  const [a = '', b = '', c = ''] = titles;
  await cleared(await quiet.read(editors[0]), '/admin/articles/front?spot=list_stories');
  const page = await open(browser, quiet.origin, editors[0]);
  const put = (title: string) => page.getByRole('button', { name: `Đưa lên đầu ${title}` }).click();
  for (const [at, title] of [a, b].entries()) {
    await put(title);
    await expect(lines(page)).toHaveCount(at + 1);
  }

  const down = page.getByRole('button', { name: `Xuống ${a}` });
  await down.press('Enter');
  await standAs(page, b, a);
  await expect(down).toBeFocused();
  await expect(page.getByText(`“${a}” giờ đứng thứ 2 trên 2`)).toBeVisible();

  const grip = page.getByTitle('Kéo để đổi chỗ');
  const [[x, top], [, bottom]] = [await middleOf(grip.first()), await middleOf(lines(page).nth(1).locator('..'))];
  await page.mouse.move(x, top);
  await page.mouse.down();
  for (const [y, ...order] of [
    [bottom + 40, a, b],
    [top - 20, b, a],
  ] as const) {
    await page.mouse.move(x, y, { steps: 6 });
    await standAs(page, ...order);
  }
  await page.mouse.up();

  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.message());
    await dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Tỷ lệ bao phủ', exact: true }).click();
  await expect.poll(() => asked.length).toBe(1);
  await put(c);
  await expect(page).toHaveURL(/said=put/);
  await standAs(page, b, a, c);

  for (const title of [a, b, c]) {
    await page.getByRole('button', { name: `Bỏ ${title}` }).press('Enter');
    await expect(page.locator('form#front-order > div[tabindex="-1"]').last()).toBeFocused();
  }
  await page.getByRole('button', { name: 'Lưu thứ tự và ngày' }).click();
  await expect(page).toHaveURL(/said=arranged/);
  await standAs(page);
  await page.context().close();
});
