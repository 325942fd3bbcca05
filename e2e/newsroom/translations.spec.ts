import { expect } from '../support/reader/expect';
import type { Reader } from '../support/reader/reader';
import { bringOut, correct, draft, handIn, send, wordsIn } from '../support/stage/articles';
import { test } from '../support/test';

const stamp = Date.now();
const VI = {
  before: 'Sáng 12/5, 30 chị học dùng VNeID.',
  after: 'Sáng 12/5, 45 chị của chi hội học cùng chị Mẫu Thị Mơ.',
};
const EN = {
  before: 'On the morning of 12 May, 30 women learned to use VNeID.',
  after: 'On the morning of 12 May, 45 women of the sub-association learned with Mẫu Thị Mơ.',
};
const [VIETNAMESE, ENGLISH] = [`/tin-tuc/lop-buoi-sang-${stamp}`, `/en/news/a-morning-class-${stamp}`];
const behind = 'The Vietnamese page was corrected on';

/** What readers find at an address, once it has these words: within a second for everybody. */
async function readAt(reader: Reader, address: string, words: string): Promise<string> {
  await expect(async () => {
    expect((await reader.goto(address)).status(), address).toBe(200);
    expect(await reader.locator('article').first().textContent()).toContain(words);
  }).toPass();
  return (await reader.locator('article').first().textContent()) ?? '';
}

/** The languages that whoever approves may put out. */
async function offeredTo(reader: Reader) {
  const form = reader.locator('form', { has: reader.getByRole('button', { name: 'Duyệt bài' }) });
  const boxes = await form.locator('input[name="locales[]"]').all();
  return Promise.all(boxes.map((box) => box.getAttribute('value')));
}

/** Beside the English sheet: what changed in Vietnamese, what one language lacks, and which terms of the union are absent. */
async function expectHelped(editor: Reader) {
  await expect(editor.getByRole('heading', { name: 'Bản tiếng Việt đã đổi từ khi dịch' })).toBeVisible();
  await expect(editor.locator('.sheet-difference del').filter({ hasText: '30' })).toHaveCount(1);
  await expect(editor.locator('.sheet-difference ins').filter({ hasText: '45' })).toHaveCount(1);
  const aside = editor.locator('[aria-label="Để dịch cho khớp"]');
  const lacking = (where: string) => aside.locator('div', { has: editor.locator('p', { hasText: where }) }).last();
  await expect(
    lacking('Chỉ có ở bản tiếng Việt')
      .getByRole('listitem')
      .filter({ hasText: /^Số 45$/ }),
  ).toHaveCount(1);
  await expect(lacking('Chỉ có ở bản tiếng Việt').getByRole('listitem').filter({ hasText: 'Mẫu Thị Mơ' })).toHaveCount(
    1,
  );
  await expect(
    lacking('Chỉ có ở bản tiếng Anh')
      .getByRole('listitem')
      .filter({ hasText: /^Số 30$/ }),
  ).toHaveCount(1);
  await expect(aside.getByText('của Hội chưa có trong bản tiếng Anh')).toBeVisible();
  await expect(aside.locator('dd', { hasText: 'sub-association' }).first()).toBeVisible();
}

test('English behind a corrected Vietnamese text says so to its readers, shows its editor what changed, and goes out alone', async ({
  readAs,
}) => {
  const [writer, province, reader] = [await readAs('longhung'), await readAs('province'), await readAs()];
  const words = wordsIn([`Lớp buổi sáng ${stamp}`, VI.before], [`A morning class ${stamp}`, EN.before]);
  const article = await draft(writer, 'news', words);
  await bringOut(writer, province, article);
  await readAt(reader, ENGLISH, EN.before);
  await expect(reader.getByText(behind)).toHaveCount(0);

  await correct(writer, article, { bodyVi: VI.after });
  await handIn(writer, article);
  await province.goto(article);
  await expect(province.getByText('Bản tiếng Anh chưa theo kịp bản tiếng Việt.').first()).toBeVisible();
  expect(await offeredTo(province)).toEqual(['vi']);
  await send(province, 'Duyệt bài');
  await expect(province).toHaveURL(/said=published/);
  expect(await readAt(reader, ENGLISH, behind)).toContain(EN.before);
  const corrected = await readAt(reader, VIETNAMESE, VI.after);

  await writer.goto(`/admin/articles?translation=behind&q=${stamp}`);
  await expect(writer.getByRole('row').filter({ hasText: 'Bản dịch cũ' })).toHaveCount(1);
  await writer.goto(`${article}/edit?lang=en`);
  await expectHelped(writer);
  await send(writer, 'Lưu', { bodyEn: EN.after });
  await expect(writer.getByText('Theo kịp bản tiếng Việt')).toBeVisible();
  await expect(writer.getByText('Hai bản khớp nhau')).toBeVisible();
  await handIn(writer, article);
  await province.goto(article);
  expect(await offeredTo(province)).toEqual(['en']);
  await send(province, 'Duyệt bài');
  await expect(province).toHaveURL(/said=published/);
  expect(await readAt(reader, ENGLISH, EN.after)).not.toContain(behind);
  expect(await readAt(reader, VIETNAMESE, VI.after)).toBe(corrected);
});
