import { expect } from '@playwright/test';
import { read } from '../../test/factories/write';
import { sheetOf } from '../support/page/sheet';
import { test } from '../support/test';
import { WORD, ZALO } from '../support/vectors/vectors';
import { Watch } from '../support/vectors/watching';

/** What a text that is kept may hold; written beside the list of the portal. */
const KEPT =
  /^(doc|paragraph|text|heading|level|bullet_list|tight|list_item|table|table_row|table_cell|table_header|link|href|strong|em|type|attrs|content|marks|hard_break|card|of|ref|words)$/;

test('what Word and Zalo put on the clipboard leaves words on the sheet and in what is kept, runs nothing and asks nobody', async ({
  quiet,
  browser,
}) => {
  const official = await quiet.come('commune_official', quiet.places.commune);
  const context = await browser.newContext();
  const watch = await Watch.open(context, quiet.origin, official.cookie);
  const { page } = watch;
  await page.goto(`${quiet.origin}/admin/articles/new?kind=news`);
  const sheet = sheetOf(page, 'vi');
  const title = `Dán từ Word ${Date.now()}`;
  await page.locator('[name="titleVi"]').fill(title);
  await page.locator('[name="summaryVi"]').fill('Một đoạn dán.');
  for (const html of [WORD, ZALO]) {
    await sheet.press('Control+End');
    await sheet.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);
  }
  await expect(sheet).toContainText('Chị Lan kể');
  await expect(sheet).toContainText('lớp học');
  await watch.look();
  const drawn = await sheet.evaluate((element) =>
    Array.from(element.querySelectorAll('*'), ({ tagName, attributes }) =>
      [tagName, ...Array.from(attributes, ({ name }) => name)].join(' '),
    ),
  );
  for (const part of new Set(drawn))
    expect(part).toMatch(
      /^(P|H[234]|UL|LI|STRONG|BR( class)?|TABLE|TBODY|TR|T[DH]|A href rel|ASIDE( (data-\w+|class|contenteditable))*|DIV( class)?)$/,
    );
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.waitForURL(/said=drafted/);
  await watch.look();
  const [kept] = await read<{ body: string; words: string[] }>(
    quiet.database,
    `SELECT body::text, ARRAY(SELECT DISTINCT x[1] FROM regexp_matches(body::text, '"(\\w+)":', 'g') x) AS words FROM edition_text WHERE title = '${title}'`,
  );
  expect(kept?.words.filter((word) => !KEPT.test(word))).toEqual([]);
  expect(kept?.body).not.toMatch(/vector|evil|javascript|onclick|onerror|mso|style|data:/);
  expect(kept?.body).toContain('https://chi-em.example/x');
  // a document that only is read has its handlers refused before they are taken out
  expect(watch.noted.filter((noted) => !/^violation /.test(noted))).toEqual([]);
  await context.close();
});
