import type { BrowserContext, Page } from '@playwright/test';
import { sheetOf } from '../support/page/sheet';
import { expect } from '../support/reader/expect';
import { draft, send, wordsIn } from '../support/stage/articles';
import { password, test } from '../support/test';
import { kept, kill, rowsOf, untilKept } from '../support/writing/kept';

const offered = (page: Page) => page.getByText('Bản đang viết dở lúc');
const title = (page: Page) => page.locator('[name="titleVi"]');

async function typeOn(page: Page, words: string) {
  const before = await kept(page);
  await sheetOf(page, 'vi').press('Control+End');
  await page.keyboard.type(words);
  await untilKept(page, before);
}

async function writeAgain(context: BrowserContext, asked: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  page.on('console', (message) => message.type() === 'error' && asked.push(message.text()));
  await page.goto('/admin/articles/new?kind=news');
  await expect(sheetOf(page, 'vi')).toBeVisible();
  return page;
}

async function signInHere(page: Page) {
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('longhung@demo.invalid');
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('no word is lost when the connection is cut in mid-sentence, the tab is killed or the session has ended; signing out takes the key to what was kept', async ({
  signInAs,
}) => {
  const first = await signInAs('longhung');
  const context = first.context();
  const said: string[] = [];
  let page = await writeAgain(context, said);
  const headline = `Buổi học ${Date.now()}`;
  await title(page).fill(headline);
  await page.locator('[name="summaryVi"]').fill('Các chị chỉ nhau gọi video.');
  await typeOn(page, 'Chiều thứ Bảy, các chị ');
  await context.setOffline(true);
  await typeOn(page, 'gặp nhau ở nhà văn hóa');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page.getByText('Đang mất mạng, bài chưa gửi lên cổng.')).toBeVisible();
  await kill(page);
  expect(said.filter((each) => /Content Security|Refused to/.test(each))).toEqual([]);

  await context.setOffline(false);
  page = await writeAgain(context, said);
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await expect(title(page)).toHaveValue(headline);
  await expect(sheetOf(page, 'vi')).toHaveText('Chiều thứ Bảy, các chị gặp nhau ở nhà văn hóa');
  await context.clearCookies();
  await typeOn(page, ', hẹn tuần sau lại đến.');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page).toHaveURL(/\/dang-nhap/);
  await signInHere(page);

  await page.waitForURL(/\/admin/);
  await page.goto('/admin/articles/new?kind=news');
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page).toHaveURL(/said=drafted/);
  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  await expect(page.getByText('các chị gặp nhau ở nhà văn hóa, hẹn tuần sau lại đến.')).toBeVisible();
  await expect.poll(() => rowsOf(page, 'queue')).toEqual([]);

  await page.goto('/admin/articles/new?kind=news');
  await typeOn(page, 'Một bài khác');
  await expect(offered(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Đăng xuất' }).first().click();
  await expect(page).toHaveURL(/\/$/);
  expect(await rowsOf(page, 'holder')).toEqual([]);
  expect(await rowsOf(page, 'queue')).toHaveLength(1);
});

test('of a text that is there already no word is lost either: what a killed tab held is offered beside what another has saved meanwhile, and overwrites nothing', async ({
  signInAs,
  readAs,
}) => {
  const colleague = await readAs('province');
  const [hers, theirs] = ['Chị Hoa kể thêm.', 'Chị Lan nhớ khác.'];
  const words = wordsIn([`Bài đã có ${Date.now()}`, 'Một chị biết.'], ['It is there', 'One knows.']);
  const article = await draft(await readAs('longhung'), 'story', words);
  const first = await signInAs('longhung');
  const context = first.context();
  const open = async () => {
    const page = await context.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(`${article}/edit`);
    await expect(sheetOf(page, 'vi')).toBeVisible();
    return page;
  };
  let page = await open();
  await typeOn(page, ` ${hers}`);
  await kill(page);

  await colleague.goto(`${article}/edit`);
  await send(colleague, 'Lưu bản nháp', { bodyVi: `Một chị biết. ${theirs}` });
  await expect(colleague).toHaveURL(/said=edited/);

  page = await open();
  await expect(offered(page)).toBeVisible();
  await expect(sheetOf(page, 'vi')).toHaveText(`Một chị biết. ${theirs}`);
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await expect(sheetOf(page, 'vi')).toHaveText(`Một chị biết. ${hers}`);
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(page.getByText('Có người vừa lưu bài này trong lúc chị đang viết.')).toBeVisible();
  await expect(sheetOf(page, 'vi')).toHaveText(`Một chị biết. ${hers}`);
  await expect(page.getByText(`Một chị biết. ${theirs}`).first()).toBeVisible();
  await colleague.goto(article);
  await expect(colleague.getByText(`Một chị biết. ${theirs}`).first()).toBeVisible();
});

test('parts of a guide are kept on the device as well, with lines that were added or moved; who else opens them reads that they are open', async ({
  signInAs,
  readAs,
}) => {
  const writer = await readAs('longhung');
  const parts = `${await draft(writer, 'guide', wordsIn([`Cẩm nang ${Date.now()}`, 'Mở đầu.'], [`A guide ${Date.now()}`, 'It begins.']))}/parts`;
  const page = await signInAs('longhung');
  page.on('dialog', (dialog) => dialog.accept());
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await page.goto(parts);
  await field('titleVi[step-0]').fill('Bấm nút nguồn');
  await page.getByRole('button', { name: 'Thêm một bước' }).click();
  await field('titleVi[step-2]').fill('Chờ máy sáng');
  await field('screen[step-2]').selectOption('app');
  await page.getByRole('button', { name: 'Lên Bước 3' }).click();
  await expect(page.getByText(/^Đã giữ trên máy này/)).toBeVisible();
  await untilKept(page, '');

  const colleague = await readAs('province');
  await colleague.goto(parts);
  await expect(colleague.getByText('đang mở bài này')).toBeVisible();

  await page.goto(parts);
  await expect(page.locator('[name="titleVi[step-0]"]')).toHaveValue('');
  await page.getByRole('button', { name: 'Lấy lại' }).click();
  await expect(field('titleVi[step-0]')).toHaveValue('Bấm nút nguồn');
  await expect(field('titleVi[step-2]')).toHaveValue('Chờ máy sáng');
  await expect(field('screen[step-2]')).toHaveValue('app');
  const names = await page
    .locator('[name^="titleVi[step-"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('name')));
  expect(names.slice(0, 3)).toEqual(['titleVi[step-0]', 'titleVi[step-2]', 'titleVi[step-1]']);
});

const answers = {
  who: 'Chị Mẫu Thị Thử bán rau ở chợ ấp. Chị có hai con.',
  before: 'Chị không dám bấm **điện thoại**.',
  learned: 'Chị Hoa ngồi cạnh, chỉ từng bước.',
  changed: 'Nay khách trả bằng mã.',
  says: 'Cứ thử đi, hỏng thì hỏi!',
};

test('five answers of a head become a draft in her words, and what an official writes over is compared and put back', async ({
  readAs,
}) => {
  const head = await readAs('khupho5');
  await head.goto('/admin/articles/new');
  for (const [name, words] of Object.entries(answers)) await head.locator(`[name="${name}"]`).fill(words);
  await head.getByLabel('Chưa hỏi, hoặc chị không muốn').check();
  await head.getByRole('button', { name: 'Thành bản nháp' }).click();
  await expect(head).toHaveURL(/edit\?said=drafted&naming=not-yet/);
  await expect(head.getByText('Chị ấy chưa đồng ý nêu tên')).toBeVisible();
  const address = new URL(head.url()).pathname.replace('/edit', '');

  const official = await readAs('longhung');
  await official.goto(`${address}/edit`);
  // whoever writes without the editor, with a script or none, reads at the field how it is done
  await expect(official.locator('.field details summary').filter({ hasText: 'Cách viết tiêu đề phụ' })).toHaveCount(2);
  await expect(official.locator('[name="whatChangedVi"]')).toHaveValue(answers.changed);
  await official.locator('[name="titleVi"]').fill('Chị Thử nhận tiền bằng mã');
  await official.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await expect(official).toHaveURL(/said=edited/);

  await head.goto(`${address}/versions`);
  await expect(head.locator('del').first()).toContainText('Mẫu');
  await expect(head.locator('ins').first()).toContainText('nhận tiền');
  await head.getByRole('button', { name: 'Lấy lại bản này' }).click();
  await expect(head).toHaveURL(/said=restored/);
  await expect(head.getByRole('heading', { level: 1, name: 'Chị Mẫu Thị Thử bán rau ở chợ ấp' })).toBeVisible();
  for (const words of Object.values(answers)) await expect(head.getByText(words)).toBeVisible();

  const neighbour = await readAs('trangdai');
  expect((await neighbour.request.get(`${address}/versions`)).status()).toBe(404);
});
