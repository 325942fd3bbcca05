import type { APIRequestContext, Page } from '@playwright/test';
import type { Locale } from '../../i18n/locales';
import { sheetOf, turnTo } from '../support/page/sheet';
import { expect } from '../support/reader/expect';
import { Reader } from '../support/reader/reader';
import { test } from '../support/test';

const field = (page: Pick<Page | Reader, 'locator'>, name: string) => page.locator(`[name="${name}"]`);

/** The same text by keys alone, on the sheet. */
async function writeOn(page: Page, locale: 'vi' | 'en') {
  await sheetOf(page, locale).press('Control+Home');
  await page.keyboard.type('## Buổi đầu');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Một chị ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('biết');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(', một chị học. <script>alert(1)</script>');
}

/** Writes a story in both languages and saves it as a draft; answers with its titles. */
async function draftStory(page: Page | Reader) {
  const stamp = Date.now();
  const titles = { vi: `Chuyện thử số ${stamp}`, en: `A story for trial ${stamp}` };
  await page.goto('/admin/articles/new');
  for (const is of [page.getByLabel('Câu chuyện', { exact: true }), field(page, 'wholeCity')]) await is.check();
  for (const [locale, part] of [['vi', 'Vi'] as const, ['en', 'En'] as const]) {
    if (locale === 'en' && !(page instanceof Reader)) await turnTo(page, 'Tiếng Anh');
    await field(page, `title${part}`).fill(titles[locale]);
    await field(page, `summary${part}`).fill(`Tóm tắt ${stamp}: các chị chỉ nhau từng bước.`);
    if (page instanceof Reader)
      await field(page, `body${part}`).fill('## Buổi đầu\n\nMột chị **biết**, một chị học. <script>alert(1)</script>');
    else await writeOn(page, locale);
  }
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page).toHaveURL(/said=drafted/);
  return titles;
}

/** A link of another text finds the story by its words, and whatever else is public, without marks; nobody but who writes may ask. */
async function findsPages(title: string, writer: Page, others: Reader[]) {
  const of = (q: string, locale = 'vi') => `/api/articles/pages?${new URLSearchParams({ locale, q })}`;
  const asked = of(title);
  expect(await (await writer.request.get(asked)).text()).toContain(JSON.stringify(title));
  for (const [q, kind, href] of [
    ['do phu', 'page', /^\/do-phu$/],
    ['ty le bao phu', 'page', /^\/chi-so\//],
    ['tap huan', 'session', /^\/tap-huan\//],
    ['vneid', 'topic', /^\/cam-nang\?topic=vneid$/],
  ] as const) {
    const pages: { kind: string; href: string }[] = await (await writer.request.get(of(q))).json();
    expect(pages.length, q).toBeLessThanOrEqual(12);
    expect(
      pages.filter((page) => page.kind === kind && href.test(page.href)),
      q,
    ).not.toEqual([]);
  }
  expect(await (await writer.request.get(of('?!'))).json()).toEqual([]);
  for (const other of others) expect((await other.request.get(asked)).status()).toBe(404);
}

/** The addresses of a story in both languages, as a reader comes to them from the lists and reads it there. */
async function readStory(reader: Reader, lists: Record<Locale, string>, titles: Record<Locale, string>) {
  const addresses: string[] = [];
  for (const [locale, path] of Object.entries(lists)) {
    const link = reader.getByRole('link', { name: titles[locale as Locale] }).first();
    await expect(async () => {
      await reader.goto(path);
      expect(await link.count()).toBe(1);
    }).toPass();
    await link.click();
    await expect(reader.getByRole('heading', { level: 1, name: titles[locale as Locale] })).toBeVisible();
    await expect(reader.getByText('<script>alert(1)</script>')).toBeVisible();
    await expect(reader.getByRole('heading', { level: 2, name: 'Buổi đầu' })).toBeVisible();
    await expect(reader.locator('strong').filter({ hasText: 'biết' })).toHaveCount(1);
    addresses.push(reader.url());
  }
  return addresses;
}

/** The cards that the heads of these pages name: two each, and all are there. */
async function cardsOf(request: APIRequestContext, addresses: string[]): Promise<string[]> {
  const cards: string[] = [];
  for (const each of addresses) {
    const html = await (await request.get(each)).text();
    cards.push(...[...html.matchAll(/<meta property="og:image" content="([^"]+)"/g)].map(([, url = '']) => url));
  }
  expect(cards).toHaveLength(2 * addresses.length);
  for (const card of cards) expect((await request.get(card)).headers()['content-type'], card).toBe('image/png');
  return cards;
}

test('a story approved by somebody else is public at once in both languages, within a second for everybody, and gone at once when it is withdrawn', async ({
  signInAs,
  readAs,
  request,
}) => {
  const page = await signInAs('editor');
  await page.setViewportSize({ width: 360, height: 740 });
  const titles = await draftStory(page);
  const address = new URL(page.url()).pathname;
  const reader = await readAs();
  const lists = { vi: '/cau-chuyen', en: '/en/stories' };
  for (const [locale, path] of Object.entries(lists)) {
    await reader.goto(path);
    await expect(reader.getByText(titles[locale as 'vi'])).toHaveCount(0);
  }

  // she wrote it, so somebody else approves it
  await page.getByRole('button', { name: 'Gửi duyệt', exact: true }).click();
  await expect(page).toHaveURL(/said=submitted/);
  await expect(page.getByText('chờ người khác duyệt')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Duyệt bài' })).toHaveCount(0);
  const province = await readAs('province');
  await province.goto(address);
  await province.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(province).toHaveURL(/said=published/);
  for (const [locale, path] of Object.entries(lists))
    expect(await (await page.request.get(path)).text(), path).toContain(titles[locale as 'vi']);
  const addresses = await readStory(reader, lists, titles);
  await findsPages(titles.vi, page, [reader, await readAs('viewer')]);
  const cards = await cardsOf(request, addresses);

  // with words for readers its addresses say them, and nothing of what stood there
  await province.goto(address);
  await province.getByLabel('Vì sao gỡ').fill('Có số liệu sai.');
  await province.locator('summary').filter({ hasText: 'Gỡ bài' }).click();
  await province.getByRole('button', { name: 'Gỡ bài', exact: true }).click();
  await expect(province).toHaveURL(/said=withdrawn/);
  for (const each of addresses) expect((await reader.goto(each)).status(), each).toBe(410);
  for (const card of cards) expect((await request.get(card)).status(), card).toBe(404);
  await expect(reader.getByText('This piece was withdrawn because')).toBeVisible();
  await expect(reader.getByText(titles.en)).toHaveCount(0);
  await reader.goto('/cau-chuyen');
  await expect(reader.getByText(titles.vi)).toHaveCount(0);
});

test('a draft of Trảng Dài does not exist for Long Hưng, and an official approves nothing that she wrote', async ({
  readAs,
}) => {
  const neighbour = await readAs('trangdai');
  await draftStory(neighbour);
  const address = new URL(neighbour.url()).pathname;
  await neighbour.getByRole('button', { name: 'Gửi duyệt' }).click();
  await expect(neighbour.getByText('chờ người khác duyệt')).toBeVisible();
  await expect(neighbour.getByRole('button', { name: 'Duyệt bài' })).toHaveCount(0);
  const page = await readAs('longhung');
  expect((await page.goto(address)).status()).toBe(404);
});

test('whoever approves a guide reads its needs, steps and troubles first, in each language and in its words', async ({
  readAs,
}) => {
  const page = await readAs('province');
  await page.goto('/admin/articles?kind=guide&q=vneid');
  await page.locator('main a[href^="/admin/articles/0"]').first().click();
  const address = new URL(page.url()).pathname;
  for (const [lang, words] of [
    ['vi', ['Chị cần có', 'Bước 1 trên', 'Khi không như ý']],
    ['en', ['What you need', 'Step 1 of', 'When it goes wrong']],
  ] as const) {
    await page.goto(`${address}?lang=${lang}`);
    const preview = page.locator(`[lang="${lang}"]`);
    for (const each of words) await expect(preview.getByText(each).first(), each).toBeVisible();
  }
});

test('whoever leaves the editor with words that were not sent is asked first', async ({ signInAs }) => {
  const page = await signInAs('editor');
  await page.goto('/admin/articles');
  await page.goto('/admin/articles/new');
  await field(page, 'titleVi').fill('Chưa lưu');
  const asked: string[] = [];
  let answer: 'accept' | 'dismiss' = 'dismiss';
  page.on('dialog', async (dialog) => {
    asked.push(dialog.message());
    await dialog[answer]();
  });
  const away = page.getByRole('link', { name: 'Tỷ lệ bao phủ', exact: true });
  await away.click();
  await expect.poll(() => asked.length).toBe(1);
  await expect(field(page, 'titleVi')).toHaveValue('Chưa lưu');
  expect(asked[0]).toContain('chưa được lưu');
  answer = 'accept';
  await away.click();
  await expect(page).toHaveURL(/\/admin\/coverage/);
  expect(asked.length).toBe(2);
});

/** Whether leaving would be asked about, without leaving. */
const untilGuarded = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))))
    .toBe(false);

test('words that were typed before the scripts of the page came are asked about as well, and stay', async ({
  signInAs,
}) => {
  const page = await signInAs('editor');
  let come = () => {};
  const scripts = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(/[.]js(\?|$)/, async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto('/admin/articles/new', { waitUntil: 'commit' });
  await field(page, 'titleVi').fill('Gõ trước');
  come();
  await untilGuarded(page);
  await expect(field(page, 'titleVi')).toHaveValue('Gõ trước');
});

test('the step back of the browser asks first too, from wherever one came; dismissed, every word stands as typed', async ({
  signInAs,
}) => {
  const page = await signInAs('editor');
  const asked: string[] = [];
  let answer: 'accept' | 'dismiss' = 'dismiss';
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog[answer]();
  });
  // a page of the portal, opened by its link: the step back changes the page without leaving the document
  await page.goto('/admin/articles');
  await page.getByRole('link', { name: 'Viết bài mới' }).click();
  await expect(page).toHaveURL(/\/admin\/articles\/new/);
  await field(page, 'titleVi').fill('Chưa lưu');
  await page.evaluate(() => history.back());
  await expect.poll(() => asked).toEqual(['confirm']);
  await expect(page).toHaveURL(/\/admin\/articles\/new/);
  await expect(field(page, 'titleVi')).toHaveValue('Chưa lưu');
  // the first answer holds for that step alone
  await page.locator('[name="titleVi"]').pressSequentially(' hẳn');
  answer = 'accept';
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/admin\/articles$/);
  expect(asked).toEqual(['confirm', 'confirm']);

  // opened by its address: the step back leaves the document
  answer = 'dismiss';
  await page.goto('/admin/articles/new');
  await field(page, 'titleVi').fill('Chưa lưu');
  await untilGuarded(page);
  await page.evaluate(() => history.back());
  await expect.poll(() => asked.length).toBe(3);
  await expect(field(page, 'titleVi')).toHaveValue('Chưa lưu');
});
