import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const field = (reader: Reader, name: string) => reader.locator(`[name="${name}"]`);

const WORDS = 'Chị em tổ 7 kể lại, từng câu một.';
const BODY = `${WORDS}\n\n[[/xa-phuong/trang-dai]]`;

test('a piece in Vietnamese alone is read under English as it is, and leads to English within a second once that is there', async ({
  readAs,
  request,
}) => {
  const title = `Chưa dịch ${Date.now().toString(36)}`;
  const writer = await readAs('trangdai');
  await writer.goto('/admin/articles/new?kind=news');
  await field(writer, 'titleVi').fill(title);
  await field(writer, 'summaryVi').fill(`Một buổi tối ở tổ 7, các chị ngồi lại kể cho nhau nghe: ${title}.`);
  await field(writer, 'bodyVi').fill(BODY);
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
  // its cards speak the language of the text, for eyes and ears
  const card = text.locator('.portal-card').filter({ hasText: 'Phường Trảng Dài' });
  expect(await card.getAttribute('aria-label')).toBe('Xã, phường');
  await expect(reader.locator('[data-no-voice*="no Vietnamese voice"]')).toHaveCount(1);
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
