import { expect, type Page } from '@playwright/test';
import { silentMp3 } from '../../test/servers/recorder';
import { type Speech, said, speaking } from '../support/page/speech';
import type { Reader } from '../support/reader/reader';
import { test } from '../support/test';

/** Opens a story in such a browser: not the newest, which another journey may take off meanwhile. */
async function openStory(page: Page, speech: Speech) {
  await speaking(page, speech);
  await page.goto('/cau-chuyen');
  await page.locator('main a[href^="/cau-chuyen/"]').last().click();
}

const play = (page: Page) => page.getByRole('button', { name: /^Nghe bài/ });

const status = (page: Page) => page.locator('[data-read-aloud]').getByRole('status');

test('where the browser cannot speak, as inside Zalo, there is no button, but how the page is opened in another', async ({
  page,
}) => {
  await openStory(page, null);
  await expect(play(page)).toBeHidden();
  await expect(status(page)).toContainText('Trình duyệt này không đọc thành tiếng được');
  await expect(status(page)).toContainText('“Mở bằng trình duyệt”');
});

test('where no voice of the language is installed there is no button, but the place to add one is named', async ({
  page,
}) => {
  await openStory(page, { voices: ['en-US', 'fr-FR'], speaks: true });
  await expect(play(page)).toBeHidden();
  await expect(status(page)).toContainText('chưa có giọng đọc tiếng Việt');
  await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeHidden();
});

test('where it takes the words and stays silent it says so after some seconds, and can be tried again', async ({
  page,
}) => {
  await openStory(page, { voices: [], speaks: false });
  await play(page).click();
  await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeVisible();
  await expect(status(page)).toContainText('chưa có giọng đọc tiếng Việt');
  await expect(play(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tạm dừng' })).toBeHidden();
});

test('where there is a voice the whole text is read, its title first, and nothing is said to be missing', async ({
  page,
}) => {
  await openStory(page, { voices: ['vi-VN'], speaks: true });
  await play(page).click();
  await expect(play(page)).toBeVisible();
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(5);
  const text = await page.locator('main').textContent();
  for (const sentence of await said(page)) expect(text?.replace(/\s+/g, ' ')).toContain(sentence.replace(/\s+/g, ' '));
  await expect(status(page)).toBeHidden();
});

/** The colour of a ground that has none. */
const NOTHING = 'rgba(0, 0, 0, 0)';

test('what is lit while it is read aloud is not lit on paper', async ({ page }) => {
  await openStory(page, { voices: ['vi-VN'], speaks: false });
  await play(page).click();
  const lit = page.locator('.heard').first();
  await expect(lit).toBeVisible();
  const look = () =>
    lit.evaluate((block) => [getComputedStyle(block).backgroundColor, getComputedStyle(block).boxShadow]);
  expect(await look()).not.toContain(NOTHING);
  expect(await look()).not.toContain('none');
  await page.emulateMedia({ media: 'print' });
  expect(await look()).toEqual([NOTHING, 'none']);
});

/** A piece of news with an easy version, read aloud by somebody for seventy seconds, public; where it is worked on, and where it is read. */
async function publishRead(official: Reader, editor: Reader): Promise<[string, string]> {
  const field = (name: string) => official.locator(`[name="${name}"]`);
  await official.goto('/admin/articles/new?way=free');
  await official.getByLabel('Tin tức').check();
  await field('titleVi').fill('Tin có người đọc');
  await field('summaryVi').fill('Các chị trong khu phố đọc bài cho nhau nghe.');
  await field('bodyVi').fill('Một chị đọc, một chị nghe.');
  await field('easyReadVi').fill('Chị đọc. Chị nghe.');
  await official.getByRole('button', { name: 'Lưu bản nháp' }).click();
  const address = new URL(official.url()).pathname;
  await official.goto(`${address}/sounds`);
  const recording = { name: 'ghi-am.mp3', mimeType: 'audio/mpeg', buffer: silentMp3(70) };
  await official.locator('input[type=file]').setInputFiles(recording);
  await official.getByLabel('Ai đọc').fill('Chị Lan, Khu phố 5');
  await official.getByLabel(/^Người đọc đã nghe lại/).check();
  await official.getByRole('button', { name: 'Đưa bản thu lên' }).click();
  expect(official.url()).toContain('said=added');
  await official.goto(address);
  await official.getByRole('button', { name: 'Gửi duyệt' }).click();
  await editor.goto(address);
  await editor.getByRole('button', { name: 'Duyệt bài' }).click();
  const href = await editor.locator('main a[href*="/tin-tuc/"]').first().getAttribute('href');
  return [address, new URL(href ?? '', editor.url()).pathname];
}

test('where no voice is installed the one button plays who has read the text, of which nothing comes before the tap; taken away she is gone', async ({
  page,
  readAs,
}) => {
  const [official, editor, neighbour] = [await readAs('longhung'), await readAs('editor'), await readAs('trangdai')];
  const [address, read] = await publishRead(official, editor);
  const loaded: string[] = [];
  page.on('response', (answer) => answer.url().endsWith('.mp3') && loaded.push(`${answer.status()} ${answer.url()}`));
  await speaking(page, { voices: ['en-US'], speaks: true });
  await page.goto(read);
  const [recording, audio] = [page.getByText('Bản thu: Chị Lan, Khu phố 5 đọc'), page.locator('audio')];
  await expect(recording).toBeVisible();
  await expect(status(page)).toBeHidden();
  expect(loaded).toEqual([]);
  await play(page).click();
  await expect.poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(0);
  expect(await audio.evaluate((element: HTMLAudioElement) => element.duration)).toBeCloseTo(70, -1);
  expect(loaded[0]).toMatch(/^206 /);
  // she reads the whole text: beside its easy version she is not there, and nothing is left to play
  await page.getByRole('link', { name: 'Đọc dễ hiểu' }).click();
  await expect(recording).toBeHidden();
  await expect(play(page)).toBeHidden();
  expect(await audio.evaluate((element: HTMLAudioElement) => element.paused)).toBe(true);
  await page.getByRole('link', { name: 'Đọc bản đầy đủ' }).click();
  await expect(play(page)).toBeVisible();

  const [sound] = loaded.map((line) => new URL(line.split(' ')[1] ?? '').pathname);
  const answer = async (path = '', headers = {}) => (await neighbour.request.get(path, { headers })).status();
  const preview = `/xem-truoc/bai/${address.split('/').at(-1)}${sound}`;
  expect([await answer(sound), await answer(sound, { range: 'bytes=999999999-' }), await answer(preview)]).toEqual([
    200, 416, 404,
  ]);
  await official.goto(`${address}/sounds`);
  await official.getByRole('button', { name: 'Gỡ bản thu' }).click();
  expect(await answer(sound)).toBe(404);
  await page.reload();
  await expect(recording).toHaveCount(0);
  await editor.goto(address);
  await editor.locator('summary').filter({ hasText: 'Gỡ bài' }).click();
  await editor.getByLabel('Vì sao gỡ').fill('Bài để thử.');
  await editor.getByRole('button', { name: 'Gỡ bài', exact: true }).click();
});

test('an easy-read version takes the place of the text without any script, and is what is heard while it is shown', async ({
  page,
}) => {
  await speaking(page, { voices: ['vi-VN'], speaks: true });
  await page.goto('/tin-tuc/gia-danh-giao-hang-doi-chuyen-tien-truoc');
  const [easy, whole] = [page.locator('#de-doc'), page.locator('#bai-viet')];
  await expect(easy).toBeHidden();
  await page.getByRole('link', { name: 'Đọc dễ hiểu' }).click();
  await expect(easy).toBeVisible();
  await expect(whole).toBeHidden();
  await page.getByRole('button', { name: /^Nghe bài/ }).click();
  await expect.poll(async () => (await said(page)).length).toBeGreaterThan(5);
  expect(await said(page)).toContain('Chị đừng chuyển tiền.');
  expect((await said(page)).join(' ')).not.toContain('Dấu hiệu nhận biết');
  // whom to call and who verified it belongs to both versions
  await expect(page.getByRole('link', { name: /^Gọi 113/ })).toBeVisible();
  await expect(easy.getByText('Nguồn đã kiểm chứng')).toBeVisible();
  await expect.poll(async () => (await said(page)).at(-1)).toContain('Nguồn đã kiểm chứng');
  const before = (await said(page)).length;
  await page.getByRole('link', { name: 'Đọc bản đầy đủ' }).click();
  await expect(whole).toBeVisible();
  await expect(easy).toBeHidden();
  await page.getByRole('button', { name: /^Nghe bài/ }).click();
  await expect.poll(async () => (await said(page)).slice(before)).toContain('Không bấm liên kết, không đọc mã.');
  const heard = (await said(page)).slice(before);
  expect(heard).toContain('Không chuyển tiền khi chưa cầm hàng.');
  expect(heard.filter((words) => words.includes('113'))).toEqual(['Gọi 113']);

  // begun with the easy version, her place in the whole one is kept all the same
  await page.setViewportSize({ width: 360, height: 400 });
  await page.getByRole('link', { name: 'Đọc dễ hiểu' }).click();
  await page.reload();
  await expect(easy).toBeVisible();
  await page.getByRole('link', { name: 'Đọc bản đầy đủ' }).click();
  await whole
    .locator('p, li')
    .nth(6)
    .evaluate((block) => block.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem('places'))).toContain('/tin-tuc/');
});

test('what a guide says when it goes wrong and the cells of a table are heard; words for eyes or paper alone are not', async ({
  page,
}) => {
  await speaking(page, { voices: ['vi-VN'], speaks: true });
  await page.goto('/cam-nang');
  await page.locator('main a[href^="/cam-nang/"]').first().click();
  const guide = page.locator('#cam-nang');
  await guide.evaluate((text) =>
    text.insertAdjacentHTML(
      'beforeend',
      `<figure><p class="ask-for-picture"><button>Tải ảnh: X</button><span class="print-only">Trong ảnh: X</span></p></figure>
       <table><tr><th>Việc</th><td>Gọi<br>ngay</td></tr></table>`,
    ),
  );
  await page.getByRole('button', { name: /^Nghe bài/ }).click();
  await expect.poll(async () => (await said(page)).slice(-3)).toEqual(['Việc', 'Gọi', 'ngay']);
  const heard = (await said(page)).join('\n');
  expect(heard).toContain((await guide.locator('dt').first().textContent())?.split(/[.?!]/)[0] ?? '');
  expect(heard).toMatch(/^Bước 1/m);
  expect(heard).not.toContain('ảnh: X');
});

test('in a long guide she goes on where she stopped, by this device alone, until she has read to the end or forgets it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/cam-nang');
  await page.locator('main a[href^="/cam-nang/"]').first().click();
  const goOn = page.getByRole('button', { name: 'Đọc tiếp từ chỗ dừng' });
  const kept = () => page.evaluate(() => localStorage.getItem('places'));
  const stop = () => page.locator('#buoc-3').evaluate((step) => step.scrollIntoView());
  await expect(page.locator('#buoc-3')).toBeAttached();
  await expect(goOn).toBeHidden();
  const address = page.url();
  await stop();
  await expect.poll(kept).toContain('/cam-nang/');

  await page.goto(address);
  await goOn.click();
  await expect(page.locator('#buoc-3 h3')).toBeInViewport();
  await expect(goOn).toBeHidden();
  expect(page.url()).toBe(address);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(kept).toBeNull();

  await page.evaluate(() => scrollTo(0, 0));
  await stop();
  await expect.poll(kept).toContain('/cam-nang/');
  await page.goto(address);
  await page.getByRole('button', { name: 'Quên chỗ dừng' }).click();
  await expect.poll(kept).toBeNull();

  const now = Date.now();
  const placed = { '/bai-cu': [4, now - 31 * 86_400_000], '/bai-moi': [4, now] };
  await page.evaluate((places) => localStorage.setItem('places', places), JSON.stringify(placed));
  await page.goto('/gioi-thieu');
  await expect.poll(kept).toBe(JSON.stringify({ '/bai-moi': [4, now] }));
});
