import { expect } from '../../support/reader/expect';
import { membersOf } from '../../support/stage/members';
import { test } from '../../support/test';

/** Members of Khu phố 5, Long Hưng; one for each test, and none whom other tests take. */
async function memberOf(at: number) {
  const woman = (await membersOf('long-hung', 'Chi hội Khu phố 5'))[at];
  if (!woman) throw new Error('Khu phố 5 has too few members');
  return woman;
}

const pageOf = (id: string, name: string) => `/admin/people/${id}/${name}`;

test('without a script a refused withdrawal is in sight as typed, and nothing is recorded', async ({ readAs }) => {
  const page = await readAs('longhung');
  const { id } = await memberOf(0);
  const panel = page.locator('#contact');
  const open = (words: RegExp) => panel.locator('summary').filter({ hasText: words }).click();
  await page.goto(pageOf(id, 'consents'));
  await open(/^(Ghi câu trả lời|Hỏi lại)/);
  await panel.getByLabel('Đồng ý', { exact: true }).check();
  await panel.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page).toHaveURL(/said=taken/);
  await expect(panel.getByText('Đã đồng ý', { exact: true })).toBeVisible();

  const [day, channel] = [panel.getByLabel('Ngày báo'), panel.getByLabel('Báo bằng cách nào')];
  const send = panel.getByRole('button', { name: 'Ghi là đã rút lại' });
  await open(/^Rút lại sự đồng ý/);
  await channel.selectOption('paper');
  await day.fill('31/02/2026');
  await send.click();
  await expect(panel.locator('.problem-box').getByText('Ngày này không có trong lịch')).toBeVisible();
  await expect(day).toBeVisible();
  await expect(day).toHaveValue('31/02/2026');
  await expect(channel).toHaveValue('paper');
  await expect(panel.getByLabel('Ngày trả lời')).toBeHidden();
  await expect(panel.getByText('Đã đồng ý', { exact: true })).toBeVisible();

  // today in Viet Nam, where she answered
  await day.fill(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
  await send.click();
  await expect(page).toHaveURL(/said=withdrawn/);
  await expect(panel.getByText('Đã rút lại', { exact: true })).toBeVisible();
});

test('without a script a refused deletion of a sensitive field is in sight, and what a colleague wrote meanwhile stays', async ({
  readAs,
}) => {
  const [page, colleague] = [await readAs('longhung'), await readAs('longhung')];
  const { id } = await memberOf(1);
  const consent = page.locator('#sensitive_data');
  await page.goto(pageOf(id, 'consents'));
  await consent
    .locator('summary')
    .filter({ hasText: /^(Ghi câu trả lời|Hỏi lại)/ })
    .click();
  await consent.getByLabel('Đồng ý', { exact: true }).check();
  await consent.getByRole('button', { name: 'Lưu câu trả lời' }).click();
  await expect(page).toHaveURL(/said=taken/);

  const write = async (value: string) => {
    await colleague.goto(pageOf(id, 'sensitive'));
    await colleague
      .locator('summary')
      .filter({ hasText: /^Ghi (lại )?tôn giáo/ })
      .click();
    await colleague.getByLabel('Tôn giáo', { exact: true }).fill(value);
    const form = colleague.locator('form').filter({ has: colleague.getByLabel('Tôn giáo', { exact: true }) });
    await form.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(colleague).toHaveURL(/said=written/);
  };
  await write('Không');
  await page.goto(pageOf(id, 'sensitive'));
  const drop = page.getByRole('button', { name: 'Xóa tôn giáo', exact: true });
  await expect(drop).toBeHidden();
  await write('Cao Đài');
  await page.locator('summary').filter({ hasText: 'Xóa tôn giáo đã ghi' }).click();
  await drop.click();
  await expect(page.locator('.problem-box').getByText('Có người vừa')).toBeVisible();
  await expect(drop).toBeVisible();
  await expect(page.locator('dl').getByText('Đang có').first()).toBeVisible();

  await drop.click();
  await expect(page).toHaveURL(/said=dropped/);
  await expect(drop).toHaveCount(0);
});
