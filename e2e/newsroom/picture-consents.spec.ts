import { expect as expectPage, type Page } from '@playwright/test';
import sharp from 'sharp';
import { createMember } from '../../test/factories/people';
import { type Made, read } from '../../test/factories/write';
import { areFound, areGone, surroundings, TOPIC } from '../support/pictures/around';
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

/** A photograph, as unquiet as one: noise of single points is none, and drawn for minutes where a photograph takes seconds. */
async function photograph() {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const buffer = await sharp({ create: { width: 170, height: 110, channels: 3, background: '#888', noise } })
    .resize(1700, 1100)
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
  { picture, woman, database }: { picture: string; woman: string; database: QuietPortal['database'] },
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
  await database.query(
    `INSERT INTO article_topic SELECT '${address.split('/').at(-1)}', id FROM skill WHERE code = '${TOPIC}'`,
  );
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
async function leavesCardAndPaper(
  [official, page]: [Reader, Page],
  { picture, origins, pages, cards: all }: { picture: string; origins: string[]; pages: string[]; cards: string[] },
) {
  // of both shapes, in both languages
  const cards = origins.flatMap((origin) => all.filter((card) => card.endsWith('.jpg')).map((card) => origin + card));
  expect(cards).toHaveLength(8);
  for (const origin of origins) for (const path of pages) expect(cards).toContain(await cardOf(origin, path));
  for (const card of cards) expect([card, await isOnCard(card)]).toEqual([card, true]);
  const printed = page.locator('.text-picture');
  await page.emulateMedia({ media: 'print' });
  await expectPage(printed.locator('img')).toBeVisible();
  const onPaper = async () => (await official.request.get(`/admin/pictures/${picture}/print`)).status();
  expect(await onPaper()).toBe(200);
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
  expect(await onPaper()).toBe(404);
  await page.reload();
  await expectPage(printed.locator('.on-paper')).toHaveText('Trong ảnh: Chị em học gọi video');
  await expectPage(printed.locator('img')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expectPage(printed.locator('.on-paper')).toBeHidden();
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
    const pages = await publishStory([official, neighbour, province], { picture, woman: name, database });
    const origins = [quiet.origin, beside.origin];
    const around = await surroundings(quiet, pages);
    const files = new Set<string>();
    for (const origin of origins) {
      for (const { path, status, words } of await answers(origin, pages)) {
        expect(status, path).toBe(200);
        for (const [file] of words.matchAll(new RegExp(`/hinh/${picture}-\\d+\\.(avif|webp)`, 'g'))) files.add(file);
      }
      await areFound(origin, pages, around, picture);
    }
    // two pages; four widths, each in two formats
    expect([pages.length, files.size]).toEqual([2, 8]);
    for (const origin of origins)
      for (const { path, status, type } of await answers(origin, [...files]))
        expect([path, status, type]).toEqual([path, 200, `image/${path.split('.').at(-1)}`]);

    await loadsOnATap(page, quiet.origin + pages[0], picture);
    await leavesCardAndPaper([official, page], { picture, origins, pages, cards: around.cards });

    await official.goto(`/admin/pictures/${picture}`);
    await official.locator('summary').filter({ hasText: 'Ghi là rút lại' }).click();
    await official.getByRole('button', { name: 'Ghi là đã rút lại' }).click();
    await expect(async () => {
      for (const origin of origins) {
        for (const { path, status } of await answers(origin, [...files])) expect([path, status]).toEqual([path, 404]);
        for (const { path, status, words } of await answers(origin, [...pages, ...Object.values(around).flat()])) {
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
