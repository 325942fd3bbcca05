import { expect } from '../support/reader/expect';
import { test } from '../support/test';

test('without a script pieces are put first, moved and taken out, and readers see them so at once', async ({
  readAs,
}) => {
  const [editor, reader] = [await readAs('editor'), await readAs()];
  const titleOf = async (button: string) => button.replace('Đưa lên đầu', '').trim();
  await editor.goto('/admin/articles/front?spot=home_news');
  const offered = editor.getByRole('button', { name: 'Đưa lên đầu' });
  const count = await offered.count();
  const [older, newer] = [
    await titleOf((await offered.nth(count - 1).textContent()) ?? ''),
    await titleOf((await offered.nth(count - 2).textContent()) ?? ''),
  ];
  for (const title of [older, newer]) {
    await editor.getByRole('button', { name: `Đưa lên đầu ${title}` }).click();
    await expect(editor).toHaveURL(/said=put/);
  }
  await editor.getByRole('button', { name: `Lên ${newer}` }).click();
  await expect(editor).toHaveURL(/said=arranged/);
  const stands = async () => {
    await reader.goto('/');
    const text = (await reader.locator('main').textContent()) ?? '';
    return text.indexOf(newer) >= 0 && text.indexOf(newer) < text.indexOf(older);
  };
  await expect.poll(stands).toBe(true);
  for (const title of [older, newer]) await editor.getByRole('button', { name: `Bỏ ${title}` }).click();
  await expect(editor.getByText('Chưa chọn bài nào')).toBeVisible();
});
