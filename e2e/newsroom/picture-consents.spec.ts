import { expect as expectPage, type Page } from '@playwright/test';
import sharp from 'sharp';
import { createMember } from '../../test/factories/people';
import { type Made, read } from '../../test/factories/write';
import { loadsOnATap } from '../support/pictures/asked-for';
import { answers, cardOf, isOnCard } from '../support/pictures/served';
import { startBehindNginx } from '../support/processes/nginx';
import type { QuietPortal } from '../support/processes/quiet-portal';
import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** As long as anybody may still see a face after its woman took her yes back. */
const A_MINUTE = { timeout: 60_000, intervals: [500] };

// a picture is made in eight sizes, by two processes on a busy machine
test.describe.configure({ timeout: 300_000 });

/** A photograph, as unquiet as one. */
async function photograph() {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const buffer = await sharp({ create: { width: 1700, height: 1100, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer();
  return { name: 'lop-hoc.jpg', mimeType: 'image/jpeg', buffer };
}

/** Puts a picture into the library, says in both languages what is on it, and that this woman is, who agrees to each use. */
async function addPicture(official: Reader, unit: Made, woman: string): Promise<string> {
  await official.goto('/admin/pictures/new');
  await official.locator('[name="unitId"]').selectOption(unit.id);
  await official.locator('input[type=file]').setInputFiles(await photograph());
  await official.getByLabel('Trong ảnh có gì').fill('Chị em học gọi video');
  await official.getByRole('button', { name: 'Đưa vào kho' }).click();
  const address = new URL(official.url()).pathname;
  await official.getByLabel('Trong ảnh có gì, tiếng Anh').fill('Women learn to call by video');
  await official.getByRole('button', { name: 'Lưu lời của ảnh' }).click();
  await official.goto(`${address}?who=${encodeURIComponent(woman)}`);
  await official.getByRole('link', { name: woman }).click();
  await official.getByLabel('Đồng ý', { exact: true }).check();
  // no use is taken for agreed to
  await official.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await expect(official.getByText('Chị chọn ít nhất một mục').first()).toBeVisible();
  for (const use of ['Đăng trên cổng', 'Thẻ chia sẻ', 'In ra giấy']) await official.getByLabel(use).check();
  await official.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await official.getByLabel('Ai nhận ra được thì đã có tên ở trên').check();
  await official.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(async () => {
    await official.goto(address);
    await expect(official.getByText('Đủ lời tả')).toBeVisible();
  }).toPass({ timeout: 180_000 });
  return address.split('/').at(-1) ?? '';
}

/** Finds her for a story, and chooses her as the one it tells of. */
async function chooseWoman(official: Reader, address: string, woman: string): Promise<void> {
  await official.goto(`${address}/subject-person?q=${encodeURIComponent(woman)}`);
  await official.getByLabel(woman).check();
  await official.getByRole('button', { name: 'Chọn người này' }).click();
  await expect(official).toHaveURL(/said=chosen/);
  await official.getByRole('link', { name: 'Hỏi và ghi câu trả lời' }).click();
  const asked = official.locator('#name_in_story');
  await asked.locator('summary').filter({ hasText: 'Ghi câu trả lời' }).click();
  await asked.getByLabel('Đồng ý', { exact: true }).check();
  await asked.getByRole('button', { name: 'Lưu câu trả lời' }).click();
}

/** A story on this woman in both languages with this picture at its head and within its text, which the neighbour does not see before; approved by the city; its addresses. */
async function publishStory(
  [official, neighbour, province]: [Reader, Reader, Reader],
  { picture, woman }: { picture: string; woman: string },
): Promise<string[]> {
  await official.goto('/admin/articles/new');
  await official.getByLabel('Câu chuyện', { exact: true }).check();
  for (const [part, title] of [
    ['Vi', 'Chuyện có ảnh'],
    ['En', 'A story with a picture'],
  ] as const) {
    await official.locator(`[name="title${part}"]`).fill(title);
    await official.locator(`[name="summary${part}"]`).fill(`${title}: phone by phone.`);
    await official
      .locator(`[name="body${part}"]`)
      .fill(`Một chị **biết**, một chị học.\n\n[[/admin/pictures/${picture}]]`);
  }
  await official.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const address = new URL(official.url()).pathname;
  await official.goto(`${address}/picture`);
  const choice = official.locator('li').filter({ has: official.locator(`img[src*="${picture}"]`) });
  await choice.getByRole('button', { name: 'Chọn hình này' }).click();
  const preview = `/xem-truoc/bai/${address.split('/').at(-1)}/hinh/${picture}-480.avif`;
  const seenBy = async ({ request }: Reader) => (await request.get(preview)).status();
  expect([await seenBy(official), await seenBy(neighbour)]).toEqual([200, 404]);
  await chooseWoman(official, address, woman);
  await official.goto(address);
  await official.getByRole('button', { name: 'Gửi duyệt' }).click();
  await province.goto(address);
  await province.getByRole('button', { name: 'Duyệt bài' }).click();
  await expect(province).toHaveURL(/said=published/);
  const published = await province.locator('main a[href*="/cau-chuyen/"], main a[href*="/en/stories/"]').all();
  const hrefs = await Promise.all(published.map((link) => link.getAttribute('href')));
  return [...new Set(hrefs.map((href) => new URL(href ?? '', province.url()).pathname))];
}

const withdrawUse = async (official: Reader, picture: string, use: string) => {
  await official.goto(`/admin/pictures/${picture}`);
  await official.locator('summary').filter({ hasText: 'Ghi là rút lại' }).click();
  await official.getByLabel(use).check();
  await official.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
  await expect(official).toHaveURL(/said=withdrawnUse/);
};

/** She takes back the card, then print: each process serves a drawing at the address that was sent on, and the page, which keeps the picture, prints its words. */
async function leavesCardAndPaper(official: Reader, page: Page, picture: string, origins: string[], pages: string[]) {
  const cards = await Promise.all(origins.flatMap((origin) => pages.map((path) => cardOf(origin, path))));
  for (const card of cards) expect([card, await isOnCard(card)]).toEqual([card, true]);
  const printed = page.locator('.text-picture');
  await page.emulateMedia({ media: 'print' });
  await expectPage(printed.locator('img')).toBeVisible();
  await withdrawUse(official, picture, 'Thẻ chia sẻ');
  await withdrawUse(official, picture, 'In ra giấy');
  await expect(async () => {
    for (const card of cards) expect([card, await isOnCard(card)]).toEqual([card, false]);
    for (const origin of origins)
      for (const { path, words } of await answers(origin, pages)) {
        expect([path, words.includes(`/hinh/${picture}`), words.includes('not-on-paper')]).toEqual([path, true, true]);
        expect(await cardOf(origin, path)).toMatch(/\.png$/);
      }
  }).toPass(A_MINUTE);
  await page.reload();
  await expectPage(printed.locator('.on-paper')).toHaveText('Trong ảnh: Chị em học gọi video');
  await expectPage(printed.locator('img')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expectPage(printed.locator('.on-paper')).toBeHidden();
}

/** Whatever else might show a picture of a story: lists, the front page, its commune, search, feeds, the sitemap, cards and open data. */
async function surroundings({ database, places }: QuietPortal, pages: string[]): Promise<string[]> {
  const [commune] = await read<{ slug: string }>(database, `SELECT slug FROM unit WHERE id = '${places.commune.id}'`);
  const cards = pages.flatMap((path) => {
    const cards = path.startsWith('/en/')
      ? ['wide', 'square'].map((shape) => `/en/cards/${shape}${path.slice(3)}`)
      : ['ngang', 'vuong'].map((shape) => `/the/${shape}${path}`);
    return cards.flatMap((card) => [`${card}.png`, `${card}.jpg`]);
  });
  const communes = [`/xa-phuong/${commune?.slug}`, `/en/communes/${commune?.slug}`];
  const lists = ['/', '/en', '/cau-chuyen', '/en/stories', '/feed.xml', '/en/feed.xml', '/api/v1/articles'];
  return [...lists, ...communes, ...FOUND, ...cards];
}

/** Where each language of the story stands while readers have it: what is empty anyway would say nothing afterwards. */
const FOUND = ['/tim-kiem?q=chuyen+co+anh', '/en/search?q=story+with+a+picture', '/sitemap.xml'];

async function areFound(origin: string, pages: string[]): Promise<void> {
  for (const { path, words } of await answers(origin, FOUND))
    expect([path, pages.some((page) => words.includes(page))]).toEqual([path, true]);
}

/** Writes down that she does not agree to be named any more, and reads on the first page what came of it. */
async function takeNameBack({ database }: QuietPortal, official: Reader, name: string): Promise<void> {
  const [woman] = await read<Made>(database, `SELECT id FROM person WHERE full_name = '${name}'`);
  await official.goto(`/admin/people/${woman?.id}/consents`);
  const asked = official.locator('#name_in_story');
  await asked.locator('summary').filter({ hasText: 'Rút lại sự đồng ý' }).click();
  await asked.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
  await expect(official).toHaveURL(/said=withdrawn/);
  await official.goto('/admin');
  await expect(
    official.getByText('dừng đăng, cả bài hoặc một ngôn ngữ, vì người trong bài không đồng ý nêu tên'),
  ).toBeVisible();
}

/** No process answers at the addresses of the story, draws its title on a card, or names one of them anywhere else. */
async function areGone(origins: string[], pages: string[], around: string[]): Promise<void> {
  const isCard = (path: string) => /^\/(en\/cards|the)\//.test(path);
  const [cards, lists] = [around.filter(isCard), around.filter((path) => !isCard(path))];
  expect(cards).toHaveLength(8);
  for (const origin of origins) {
    for (const { path, status } of await answers(origin, [...pages, ...cards]))
      expect([path, status]).toEqual([path, 404]);
    for (const { path, words } of await answers(origin, lists))
      expect(
        pages.some((page) => words.includes(page)),
        path,
      ).toBe(false);
  }
}

test('a woman takes her yes to a picture back, then to her name: within a minute no address of either process serves her face, then her story', async ({
  quiet,
  page,
}) => {
  const { database, places, come, read: readOf } = quiet;
  const name = `Nguyễn Thị Ảnh ${Date.now()}`;
  await createMember(database, places.subAssociation, { name });
  const [city = { id: '' }] = await read<Made>(database, `SELECT id FROM unit WHERE level = 'province'`);
  const official = await readOf(await come('commune_official', places.commune));
  const neighbour = await readOf(await come('commune_official', places.next));
  const province = await readOf(await come('province_official', city));
  const beside = await startBehindNginx({ DATABASE_URL: quiet.url, DATABASE_PATIENCE: '6' });
  try {
    const picture = await addPicture(official, places.subAssociation, name);
    const pages = await publishStory([official, neighbour, province], { picture, woman: name });
    const origins = [quiet.origin, beside.origin];
    const around = await surroundings(quiet, pages);
    const files = new Set<string>();
    for (const origin of origins) {
      for (const { path, status, words } of await answers(origin, pages)) {
        expect(status, path).toBe(200);
        for (const [file] of words.matchAll(new RegExp(`/hinh/${picture}-\\d+\\.(avif|webp)`, 'g'))) files.add(file);
      }
      await answers(origin, around);
      await areFound(origin, pages);
    }
    // two pages; four widths, each in two formats
    expect([pages.length, files.size]).toEqual([2, 8]);
    for (const origin of origins)
      for (const { path, status, type } of await answers(origin, [...files]))
        expect([path, status, type]).toEqual([path, 200, `image/${path.split('.').at(-1)}`]);

    await loadsOnATap(page, quiet.origin + pages[0], picture);
    await leavesCardAndPaper(official, page, picture, origins, pages);

    await official.goto(`/admin/pictures/${picture}`);
    await official.locator('summary').filter({ hasText: 'Ghi là rút lại' }).click();
    await official.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
    await expect(async () => {
      for (const origin of origins) {
        for (const { path, status } of await answers(origin, [...files])) expect([path, status]).toEqual([path, 404]);
        for (const { path, status, words } of await answers(origin, [...pages, ...around])) {
          expect([path, status]).toEqual([path, 200]);
          expect(words.includes(picture), path).toBe(false);
        }
      }
    }).toPass(A_MINUTE);

    await takeNameBack(quiet, official, name);
    await expect(() => areGone(origins, pages, around)).toPass(A_MINUTE);
  } finally {
    await beside.stop();
  }
});
