import type { Page } from '@playwright/test';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const field = (reader: Reader, name: string) => reader.locator(`[name="${name}"]`);

const WORDS = 'Chị em tổ 7 kể lại, từng câu một.';
const BODY = `${WORDS}\n\n[[/xa-phuong/trang-dai]]`;

/** All that its own page shows: the easy version and the source in its language, the day in that of the page. */
async function expectWhole(reader: Reader, title: string) {
  const text = reader.locator('article[lang="vi"]');
  await expect(text.locator('#de-doc').filter({ hasText: 'Chị em kể chuyện.' })).toHaveCount(1);
  await expect(text.locator('.source').filter({ hasText: 'Viết lại từ bài của Sổ tay của tổ 7' })).toHaveCount(1);
  await expect(text.locator('[lang="en"] time').filter({ hasText: 'Published' })).toHaveCount(1);
  await expect(text.locator('[lang="en"] h1[lang="vi"]')).toHaveText(title);
  await expectSentOn(reader);
}

/** It goes on in its own words, at an address of its own language, and its place is kept. */
async function expectSentOn(reader: Reader) {
  const words = reader.locator('p[lang="vi"]');
  await expect(words.filter({ hasText: /\/b\/\d+$/ })).toHaveCount(1);
  await expect(words.filter({ hasText: /\/en\/b\// })).toHaveCount(0);
  await expect(reader.locator('[data-place="go"]')).toHaveCount(1);
}

/** Nothing at the address keeps anybody from reading it, on a phone or a computer. */
async function expectReadByAll(page: Page, address: string) {
  await page.goto(address);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violationsOf(page), `${address} at ${width}`).toEqual([]);
  }
}

/** A Vietnamese piece as its writer fills it in. */
async function fillIn(writer: Reader, title: string) {
  await field(writer, 'titleVi').fill(title);
  await field(writer, 'summaryVi').fill(`Một buổi tối ở tổ 7, các chị ngồi lại kể cho nhau nghe: ${title}.`);
  await field(writer, 'bodyVi').fill(BODY);
  await field(writer, 'easyReadVi').fill('Chị em ngồi lại.\nChị em kể chuyện.');
  await field(writer, 'sourceName').fill('Sổ tay của tổ 7');
}

test('a piece in Vietnamese alone is read under English as it is, and leads to English within a second once that is there', async ({
  readAs,
  request,
  page,
}) => {
  const title = `Chưa dịch ${Date.now().toString(36)}`;
  const writer = await readAs('trangdai');
  await writer.goto('/admin/articles/new?kind=news');
  await fillIn(writer, title);
  await writer.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const address = new URL(writer.url()).pathname;
  await writer.getByRole('button', { name: 'Gửi duyệt' }).click();
  const province = await readAs('province');
  await province.goto(address);
  await province.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(province).toHaveURL(/said=published/);

  const slug = title.toLowerCase().replace('chưa dịch', 'chua-dich').replace(' ', '-');
  const [vietnamese, english] = [`/tin-tuc/${slug}`, `/en/news/${slug}`];
  const reader = await readAs();
  await reader.goto(vietnamese);
  await reader.getByRole('link', { name: 'English' }).first().click();
  expect(new URL(reader.url()).pathname).toBe(english);
  expect((await reader.goto(english)).status()).toBe(200);
  await expect(reader.getByText('This piece is not in English yet')).toBeVisible();
  const text = reader.locator('article[lang="vi"]').filter({ hasText: WORDS });
  await expect(text).toHaveCount(1);
  await expectWhole(reader, title);
  // its cards speak the language of the text, for eyes and ears
  const card = text.locator('.portal-card').filter({ hasText: 'Phường Trảng Dài' });
  expect(await card.getAttribute('aria-label')).toBe('Xã, phường');
  await expect(reader.locator('[data-no-voice*="no Vietnamese voice"]')).toHaveCount(1);
  await expectReadByAll(page, english);
  const html = await (await request.get(english)).text();
  expect(html).toContain('<html lang="en"');
  expect(html).toMatch(new RegExp(`<link rel="canonical" href="[^"]*${vietnamese}"`));
  expect(html).not.toMatch(/<link rel="alternate" hreflang/i);
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(english);
  expect(await (await request.get('/en/news')).text()).not.toContain(slug);

  await writer.goto(`${address}/edit`);
  await field(writer, 'titleEn').fill(`Translated ${slug}`);
  await field(writer, 'summaryEn').fill(`In group 7 the women sat down and told one another: ${slug}.`);
  await field(writer, 'bodyEn').fill('The women of group 7 tell it, sentence by sentence.');
  await writer.getByRole('button', { name: 'Lưu' }).click();
  await writer.getByRole('button', { name: 'Gửi duyệt' }).click();
  await province.goto(address);
  await province.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(async () => {
    const answer = await request.get(english, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([308, `/en/news/translated-${slug}`]);
  }).toPass();
});
