import type pg from 'pg';
import { createArticle } from '../../test/factories/articles';
import { type Made, newId, read, unique, write } from '../../test/factories/write';
import { gluedWords, jumpedHeadings } from '../support/page/reading';
import { expect } from '../support/reader/expect';
import { unfold } from '../support/stage/articles';
import { choosePlaces } from '../support/stage/stage';
import { openSession } from '../support/stage/trainings';
import { test } from '../support/test';

test('a slip of the keyboard leads to what was meant, and what an address narrows by stays for the question', async ({
  readAs,
}) => {
  const reader = await readAs();
  await reader.goto('/tim-kiem?q=lua+doa');
  await reader.getByRole('link', { name: 'Phòng lừa đảo, an toàn mạng' }).click();
  await expect(reader.getByRole('heading', { name: 'Lớp sắp tới' })).toBeVisible();
  await reader.goto('/tim-kiem?topic=vneid&commune=long-hung');
  await expect(reader.locator('main a[href="/xa-phuong/long-hung"]')).toHaveText('Long Hưng');
  await reader.getByRole('searchbox', { name: 'Chị muốn tìm gì?' }).fill('lop');
  await reader.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(reader).toHaveURL(/\?q=lop&commune=long-hung&topic=vneid$/);
});

// so it is held of every kind of public page that has an address of its own (public.spec.ts)
test('read without styles no word runs into the next one, and no heading jumps over a level, on a session, a story and a form', async ({
  page,
}) => {
  await page.goto('/tap-huan');
  const session = await page.locator('h3 a[href^="/tap-huan/"]').first().getAttribute('href');
  await page.goto('/cau-chuyen');
  const story = await page.locator('a[href^="/cau-chuyen/"]').first().getAttribute('href');
  for (const path of [session, story, '/bao-khi-co-lop']) {
    await page.goto(String(path));
    expect(await gluedWords(page), String(path)).toEqual([]);
    expect(await jumpedHeadings(page), String(path)).toEqual([]);
  }
});

test('the address of a card leads on to the card of today, once its guide has moved', async ({ database, request }) => {
  const [guide] = await read<{ id: string; slug: string }>(
    database,
    `SELECT a.id, s.slug FROM article a JOIN article_slug s ON s.article_id = a.id AND s.locale = 'vi' AND s.retired_at IS NULL
      JOIN publication p ON p.article_id = a.id AND p.locale = 'vi' AND p.published_at IS NOT NULL AND p.ended_at IS NULL
     WHERE a.kind = 'guide' LIMIT 1`,
  );
  const [old, at] = [`cam-nang-cu-${unique()}`, new Date().toISOString()];
  const moved = { article_id: guide?.id, locale: 'vi', slug: old, since_at: at, retired_at: at };
  await write(database, [['article_slug', { id: newId(), ...moved }]]);
  for (const page of ['', '/the']) {
    const answer = await request.get(`/cam-nang/${old}${page}`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([308, `/cam-nang/${guide?.slug}${page}`]);
  }
});

// on a portal of its own: a guide without steps is none that machines may find
test('a guide in Vietnamese alone has its card under English too, in the language in which it is written', async ({
  quiet,
}) => {
  const { database } = quiet;
  const [unit = { id: '' }] = await read<{ id: string }>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const [author, approver] = [
    { id: (await quiet.come('editor', unit)).accountId },
    { id: (await quiet.come('editor', unit)).accountId },
  ];
  const title = `Thẻ chưa dịch ${unique()}`;
  const { id, slugs } = await createArticle(database, { unit, author, approver, kind: 'guide', title });
  for (const table of ['publication', 'article_slug'])
    await database.query(`DELETE FROM ${table} WHERE article_id = $1 AND locale = 'en'`, [id]);

  const page = await quiet.read();
  expect((await page.goto(`/en/guides/${slugs.vi}/card`)).status()).toBe(200);
  await expect(page.getByText('This piece is not in English yet')).toBeVisible();
  await expect(page.locator('[lang="vi"] h1')).toHaveText(title);
  await expect(page.locator(`a[href="/cam-nang/${slugs.vi}/the"]`).first()).toBeVisible();
  await page.goto(`/cam-nang/${slugs.vi}/the`);
  await page.getByRole('link', { name: 'English' }).first().click();
  expect(new URL(page.url()).pathname).toBe(`/en/guides/${slugs.vi}/card`);
  expect((await page.goto(`/en/guides/khong-co-${slugs.vi}/card`)).status()).toBe(404);
});

test('no choice is offered without a word for it', async ({ readAs }) => {
  const page = await readAs();
  for (const path of ['/bao-khi-co-lop', '/en/tell-me', '/', '/tap-huan']) {
    await page.goto(path);
    expect((await page.locator('option').allTextContents()).filter((words) => !words.trim())).toEqual([]);
  }
});

/** A piece of news of Long Hưng about VNeID in March, and a story of Trảng Dài of today; both have the mark in their titles. */
async function twoPieces(database: pg.Client, mark: string) {
  const idOf = async (from: string) => (await read<Made>(database, `SELECT id FROM ${from} LIMIT 1`))[0] ?? { id: '' };
  const account = (name: string) => idOf(`account WHERE email = '${name}@demo.invalid'`);
  const [author, approver] = [await account('editor'), await account('province')];
  const [here, there] = [await idOf(`unit WHERE slug = 'long-hung'`), await idOf(`unit WHERE slug = 'trang-dai'`)];
  const topics = [await idOf(`skill WHERE code = 'vneid'`)];
  const by = { author, approver, summary: `Một bài để thử việc tìm, có dấu ${mark} ở đầu đề.` };
  const news = { title: `Tin ${mark}`, titleEn: `News of ${mark}`, publishedAt: '2026-03-05T07:00:00+07:00' };
  await createArticle(database, { ...by, ...news, unit: here, communes: [here], topics });
  const told = { summary: `Một chuyện để thử việc tìm, có dấu ${mark} ở đầu đề.` };
  const story = {
    ...told,
    title: `Chuyện ${mark}`,
    titleEn: `Story of ${mark}`,
    publishedAt: new Date().toISOString(),
  };
  await createArticle(database, { ...by, ...story, kind: 'story', unit: there, communes: [there] });
}

test('what was found is narrowed by kind, place, topic, days and language, each of them in the address; nothing found leads on', async ({
  readAs,
  database,
}) => {
  const mark = `tracuu${unique()}`;
  await twoPieces(database, mark);
  const reader = await readAs();
  const found = () => reader.locator('main h3').allTextContents();
  const [news, story] = [`Tin ${mark}`, `Chuyện ${mark}`];
  const asked = `/tim-kiem?q=${mark}`;
  for (const [label, choice, query, left] of [
    ['Xã, phường', 'Long Hưng', 'commune=long-hung', news],
    ['Việc muốn học', null, 'topic=vneid', news],
    ['Từ ngày', '01/04/2026', 'from=', story],
    ['Đến ngày', '31/03/2026', 'to=', news],
    ['Ngôn ngữ', 'Tiếng Anh', 'language=en', null],
  ] as const) {
    await reader.goto(asked);
    expect(new Set(await found())).toEqual(new Set([news, story]));
    await unfold(reader, 'Thu hẹp kết quả');
    const bar = reader.locator('[aria-label="Thu hẹp kết quả tìm kiếm"]');
    const field = bar.getByLabel(label, { exact: true });
    if (label.endsWith('ngày')) await field.fill(choice ?? '');
    else await field.selectOption(choice ? { label: choice } : { value: 'vneid' });
    await bar.getByRole('button', { name: 'Lọc' }).click();
    expect(reader.url()).toContain(query);
    if (left) expect(await found(), label).toEqual([left]);
  }
  // of another language each leads to its own page
  await expect(reader.locator('h3[lang="en"] a[href^="/en/news/"]')).toHaveText(`News of ${mark}`);
  await reader.goto(asked);
  await reader.getByRole('link', { name: 'Câu chuyện (1)' }).click();
  await expect(reader).toHaveURL(/[?&]kind=story/);
  expect(await found()).toEqual([story]);

  await reader.goto(`${asked}&kind=story&commune=long-hung&topic=vneid`);
  await expect(reader.getByRole('status').filter({ hasText: 'Chưa thấy gì' })).toHaveCount(1);
  await expect(reader.getByText('Có thể điều kiện thu hẹp đã bỏ qua điều chị tìm.')).toBeVisible();
  for (const name of ['Tìm xã, phường của chị', 'Báo cho tôi khi có lớp']) {
    const href = await reader.getByRole('link', { name }).getAttribute('href');
    expect((await reader.request.get(href ?? '')).status(), name).toBe(200);
  }
  await reader.getByRole('link', { name: 'Bỏ mọi điều kiện' }).click();
  expect(await found()).toEqual([story]);
  await reader.goto(`/en/search?q=${mark}&commune=trang-dai`);
  expect(await found()).toEqual([`Story of ${mark}`]);
});

test('the map is passed by one key, and then comes what stands behind it', async ({ page }) => {
  for (const path of ['/', '/do-phu']) {
    await page.goto(path);
    const past = page.getByRole('link', { name: 'Qua khỏi bản đồ' });
    await past.focus();
    await expect(past).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inMap = await page.evaluate(() => document.activeElement?.closest('svg') !== null);
    expect(inMap, path).toBe(false);
    expect(await past.evaluate((link) => link.compareDocumentPosition(document.activeElement as Node) & 4)).toBe(4);
  }
});

/*
 * Tried in Chromium, since no WebKit is at hand where these tests run; WebKit needs to be told that the words take what the figure
 * leaves, and broke them after each one before.
 */
test('how many seats are free stands in two lines beside its figure, however narrow the page', async ({
  page,
  database,
}) => {
  const { slug } = await openSession(database, (await choosePlaces(database)).commune, 40);
  for (const path of [`/tap-huan/${slug}`, `/en/trainings/${slug}`]) {
    await page.goto(path);
    const figure = page.locator('#giu-cho p b');
    const words = page.locator('#giu-cho p b + span');
    await expect(figure).toHaveText('40');
    await expect(words).toHaveCSS('flex-grow', '1');
    for (const width of [320, 360, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await words.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const boxes = Array.from(range.getClientRects()).filter((box) => box.width > 0);
        return new Set(boxes.map(({ top }) => Math.round(top))).size;
      });
      expect(lines, `${path} at ${width}`).toBe(2);
      const [left, right] = await Promise.all([figure.boundingBox(), words.boundingBox()]);
      expect((left?.x ?? 0) + (left?.width ?? 0), `${path} at ${width}`).toBeLessThan(right?.x ?? 0);
    }
  }
});

test('on paper the steps of a guide stay whole and lie apart, and no sheet ends with the head of a section', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/cam-nang/mo-vneid-va-cho-xem-giay-to');
  const steps = await page.locator('main ol > li:has(h3)').evaluateAll((all) =>
    all.map((step) => ({
      whole: getComputedStyle(step).breakInside === 'avoid',
      // what ends a step would tie it to the next one, and all of them into one piece that no sheet holds
      tied: Array.from(step.querySelectorAll('p:last-child')).some(
        (last) => getComputedStyle(last).breakAfter !== 'auto',
      ),
    })),
  );
  expect(steps.length).toBeGreaterThan(3);
  expect(new Set(steps.map(({ whole, tied }) => `${whole} ${tied}`))).toEqual(new Set(['true false']));
  await page.goto('/');
  const heads = await page
    .locator('main .section div:has(> h2 + a)')
    .evaluateAll((all) => all.map((head) => getComputedStyle(head).breakAfter));
  expect(heads.length).toBeGreaterThan(1);
  expect(new Set(heads)).toEqual(new Set(['avoid']));
});
