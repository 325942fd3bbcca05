import type { Page } from '@playwright/test';
import { violationsOf } from '../support/page/axe';
import { expect } from '../support/reader/expect';
import { password, test } from '../support/test';

/** Browsers on office PCs often speak English: what they show of a day, a time and a file is said by the portal all the same. */
test.use({ locale: 'en-US' });

/** Fields that a browser would draw in its own language. */
const NATIVE = 'input:is([type=date], [type=time], [type=datetime-local], [type=month])';

const newSession = (values: Record<string, string>) => `/admin/trainings/new?${new URLSearchParams(values)}`;
const calendar = (page: Page) => page.getByRole('dialog');
const focused = (page: Page) => page.locator(':focus');

test('a day reads 24/11/2026 and a time 14:00 in an English browser, also after they are typed in another spelling', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.goto(newSession({ day: '2026-11-24', from: '14:00', to: '16:00' }));
  const [day, from, to] = ['Ngày', 'Bắt đầu', 'Kết thúc'].map((name) => page.getByLabel(name, { exact: true }));
  if (!day || !from || !to) throw new Error('three fields');
  await expect(day).toHaveValue('24/11/2026');
  await expect(from).toHaveValue('14:00');
  await expect(to).toHaveValue('16:00');
  await expect(page.locator(NATIVE)).toHaveCount(0);

  for (const [typed, shown] of [
    ['05122027', '05/12/2027'],
    ['6-12-2027', '06/12/2027'],
    ['2027-12-07', '07/12/2027'],
    ['31/02/2027', '31/02/2027'],
  ] as const) {
    await day.fill(typed);
    await day.blur();
    await expect(day).toHaveValue(shown);
  }
  for (const [typed, shown] of [
    ['9h05', '09:05'],
    ['1430', '14:30'],
    ['9:5', '9:5'],
  ] as const) {
    await from.fill(typed);
    await from.blur();
    await expect(from).toHaveValue(shown);
  }
});

test('a day is chosen by keyboard alone: arrows, ends of the week, months and years, Enter and Escape', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto(newSession({ day: '2027-11-24' }));
  const day = page.getByLabel('Ngày', { exact: true });
  // the button stands there as soon as scripts run
  await expect(page.getByRole('button', { name: 'Mở lịch' }).first()).toBeVisible();
  await day.focus();
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveAccessibleName('Mở lịch');
  await page.keyboard.press('Enter');
  await expect(calendar(page).getByRole('heading')).toHaveText('tháng 11/2027');
  await expect(calendar(page).getByRole('columnheader').first()).toHaveText('T2');
  await expect(focused(page)).toHaveAccessibleName('Thứ Tư, 24/11/2027');
  expect(await violationsOf(page)).toEqual([]);

  for (const [key, name] of [
    ['ArrowRight', 'Thứ Năm, 25/11/2027'],
    ['ArrowDown', 'Thứ Năm, 02/12/2027'],
    ['Home', 'Thứ Hai, 29/11/2027'],
    ['End', 'Chủ nhật, 05/12/2027'],
    ['PageDown', 'Thứ Tư, 05/01/2028'],
    ['Shift+PageUp', 'Thứ Ba, 05/01/2027'],
    ['ArrowUp', 'Thứ Ba, 29/12/2026'],
    ['ArrowLeft', 'Thứ Hai, 28/12/2026'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused(page), key).toHaveAccessibleName(name);
  }
  await page.keyboard.press('Escape');
  await expect(calendar(page)).toHaveCount(0);
  await expect(day).toHaveValue('24/11/2027');
  await expect(focused(page)).toHaveAccessibleName('Mở lịch');

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(calendar(page)).toHaveCount(0);
  await expect(day).toHaveValue('25/11/2027');
  expect(wrong).toEqual([]);
});

test('a calendar offers no day outside its bounds, marks today, and fits a phone with targets large enough for a finger', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/admin/trainings/new');
  await page.getByRole('button', { name: 'Mở lịch' }).first().click();
  const today = calendar(page).locator('[aria-current=date]');
  await expect(today).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(today).toBeFocused(); // no session is planned for yesterday
  await expect(calendar(page).getByRole('button', { name: 'Tháng trước' })).toBeDisabled();
  const small = await calendar(page)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.filter((button) => button.clientWidth < 44 || button.clientHeight < 44).length);
  expect(small).toBe(0);

  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  const spilled = await calendar(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(spilled).toBe(0);
  // no day touches the next one, and no name of a weekday is broken
  const crowded = await calendar(page)
    .locator('th > abbr, td > button')
    .evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const words = document.createRange();
        words.selectNodeContents(cell);
        const room = cell.closest('th, td') as HTMLElement;
        const fits = words.getBoundingClientRect().width <= room.clientWidth && words.getClientRects().length === 1;
        return fits ? [] : [cell.textContent];
      }),
    );
  expect(crowded).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
});

test('without a script a day is typed; an empty one is asked for, a wrong one is told what is wrong, and what was typed stays', async ({
  readAs,
}) => {
  const page = await readAs();
  await page.goto('/dang-nhap?callbackUrl=%2Fadmin%2Ftrainings%2Fnew');
  await page.getByLabel('Thư điện tử hoặc số điện thoại').fill('longhung@demo.invalid');
  await page.getByLabel('Mật khẩu').fill(password());
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const day = page.getByLabel('Ngày', { exact: true });
  await expect(day).toBeVisible();

  for (const [typed, shown, sentence] of [
    ['', '', 'Chị chọn ngày.'],
    ['31/02/2027', '31/02/2027', 'Ngày này không có trong lịch. Chị xem lại ngày và tháng.'],
    ['24/11/27', '24/11/27', 'Chị viết đủ bốn chữ số của năm, như 24/11/2026.'],
    ['mai', 'mai', 'Chưa đọc được ngày này. Chị viết ngày, tháng, năm như 24/11/2026.'],
  ] as const) {
    await day.fill(typed);
    await page.getByLabel('Bắt đầu', { exact: true }).fill('9:5');
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    await expect(day).toHaveAccessibleDescription(sentence);
    await expect(day).toHaveValue(shown);
    await expect(page.getByLabel('Bắt đầu', { exact: true })).toHaveValue('9:5');
    await expect(page.getByLabel('Bắt đầu', { exact: true })).toHaveAccessibleDescription('Viết giờ như 14:00.');
  }
  await day.fill('24-11-2027');
  await page.getByLabel('Bắt đầu', { exact: true }).fill('14h');
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
  await expect(day).toHaveValue('24/11/2027');
  await expect(day).not.toHaveAttribute('aria-invalid');
  await expect(page.getByLabel('Bắt đầu', { exact: true })).toHaveValue('14:00');
});

test('coverage is asked for by a day that is typed or taken from the calendar; addresses that are handed on keep 2026-09-30', async ({
  page,
}) => {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  await page.goto('/do-phu?on=2026-09-30');
  const day = page.getByLabel('Tính đến ngày');
  await expect(day).toHaveValue('30/09/2026');
  await expect(page.locator(NATIVE)).toHaveCount(0);
  await page.getByRole('button', { name: 'Mở lịch' }).click();
  await expect(calendar(page).getByRole('button', { name: 'Thứ Tư, 30/09/2026' })).toBeFocused();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(day).toHaveValue('29/09/2026');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(page).toHaveURL(/on=29%2F09%2F2026/);
  await expect(day).toHaveValue('29/09/2026');
  await expect(page.locator('main')).toContainText('29/09/2026');
  for (const href of await page.locator('a[href*="on="]').evaluateAll((links) => links.map((link) => link.outerHTML)))
    expect(href).toContain('on=2026-09-29');

  await day.fill('31/02/2026');
  await day.press('Enter');
  await expect(page.getByText('Ngày này không có trong lịch.')).toBeVisible();
  await expect(day).toHaveValue('31/02/2026');
  await expect(day).toHaveAccessibleDescription(/^Ngày này không có trong lịch\./);
  expect(wrong).toEqual([]);

  await page.goto('/en/coverage?on=30.9.2026');
  await page.getByRole('button', { name: 'Open the calendar' }).click();
  await expect(calendar(page).getByRole('heading')).toHaveText('September 2026');
  await expect(calendar(page).getByRole('button', { name: 'Wednesday, 30/09/2026' })).toBeFocused();
});

test('a filter narrows by a day in every spelling and says what is wrong with one that is none', async ({ readAs }) => {
  const page = await readAs('admin');
  await page.goto('/admin/audit?from=1.1.2026&to=31/02/2026');
  const [from, to] = [page.getByLabel('Từ ngày'), page.getByLabel('Đến hết ngày')];
  await expect(from).toHaveValue('01/01/2026');
  await expect(from).not.toHaveAttribute('aria-invalid');
  await expect(to).toHaveValue('31/02/2026');
  await expect(to).toHaveAccessibleDescription('Ngày này không có trong lịch. Chị xem lại ngày và tháng.');
});

test('a file is chosen in the words of the portal, its name and size are said, and the keyboard is enough', async ({
  signInAs,
}) => {
  const page = await signInAs('longhung');
  // listened for early: the browser hands its chooser over only from when it has heard of it
  const chooser = page.waitForEvent('filechooser');
  await page.goto('/admin/imports/new');
  const file = page.getByLabel('Tệp danh sách');
  await expect(page.getByText('Chưa chọn tệp nào')).toBeVisible();
  await file.focus();
  await page.keyboard.press('Space');
  await (await chooser).setFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.alloc(3_000, 'a') });
  await expect(file).toHaveAccessibleDescription(/danh-sach\.csv \(3 KB\)/);
  await expect(page.getByText('danh-sach.csv (3 KB)')).toBeVisible();
  await expect(page.getByText('Chọn tệp khác')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  // refused, for no unit was named: the browser has let go of the file, and that is said
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByText('Chị chọn lại tệp: trình duyệt không giữ tệp đã gửi.')).toBeVisible();
});
